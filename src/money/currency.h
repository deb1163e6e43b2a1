// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace tilldeck::money {

/// An ISO 4217 currency that ICU knows.
class Currency
{
public:
    /// Returns the currency of @p code in any case ("xof", "XOF"), since providers write either; nothing when ICU does
    /// not list it.
    static std::optional<Currency> fromCode(QStringView code);

    /// Returns the code in capital letters.
    QString code() const { return QString::fromLatin1(m_code, 3); }

    /// Returns the number of decimals of the major unit by ISO 4217: 2 for EUR, 0 for XOF and JPY, 3 for KWD.
    int exponent() const;

    /// Returns the name for people, in the language of @p locale ("de_DE").
    QString name(const QString &locale) const;

    friend auto operator<=>(const Currency &, const Currency &) = default;
    friend size_t qHash(const Currency &currency, size_t seed = 0) { return qHash(currency.code(), seed); }

private:
    Currency() = default;
    char m_code[3] = {};
};

} // namespace tilldeck::money
