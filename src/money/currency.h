// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace tilldeck::money {

/// An ISO 4217 currency. Always holds three capital letters of a currency that ICU knows.
class Currency
{
public:
    /// Accepts any case ("xof", "XOF"); nothing when ICU does not list the code. Providers write it in either case.
    static std::optional<Currency> fromCode(QStringView code);

    QString code() const { return QString::fromLatin1(m_code, 3); }

    /// Decimals between the minor and the major unit: 2 for EUR, 0 for XOF and JPY, 3 for KWD.
    int exponent() const;

    /// The currency's name in the language of LOCALE ("de_DE"), for the merchant to read.
    QString name(const QString &locale) const;

    friend auto operator<=>(const Currency &, const Currency &) = default;
    friend size_t qHash(const Currency &currency, size_t seed = 0) { return qHash(currency.code(), seed); }

private:
    Currency() = default;
    char m_code[3] = {};
};

} // namespace tilldeck::money
