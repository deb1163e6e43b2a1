// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/minor_units.h"

#include <QString>

#include <algorithm>
#include <array>

namespace tilldeck::providers {

namespace {

struct CurrencyExponent
{
    Family family;
    QLatin1StringView currency;
    int exponent;
};

using namespace Qt::StringLiterals;

constexpr std::array table{
    CurrencyExponent{Family::Khaime, "NGN"_L1, 2}, CurrencyExponent{Family::Khaime, "GHS"_L1, 2},
    CurrencyExponent{Family::Khaime, "KES"_L1, 2}, CurrencyExponent{Family::Khaime, "ZAR"_L1, 2},
    CurrencyExponent{Family::Khaime, "TZS"_L1, 2}, CurrencyExponent{Family::Khaime, "USD"_L1, 2},
    CurrencyExponent{Family::Khaime, "EUR"_L1, 2}, CurrencyExponent{Family::Khaime, "GBP"_L1, 2},
    CurrencyExponent{Family::Khaime, "CAD"_L1, 2}, CurrencyExponent{Family::Khaime, "AUD"_L1, 2},
    CurrencyExponent{Family::Khaime, "XOF"_L1, 0}, CurrencyExponent{Family::Khaime, "XAF"_L1, 0},
    CurrencyExponent{Family::Khaime, "JPY"_L1, 0}, CurrencyExponent{Family::Khaime, "RWF"_L1, 0},
    CurrencyExponent{Family::Khaime, "UGX"_L1, 0},
};

/// Returns @p units with @p more decimals (fewer when negative); nothing on overflow or when digits would be lost.
std::optional<qint64> rescaled(qint64 units, int more)
{
    for (; more > 0; --more) {
        if (__builtin_mul_overflow(units, qint64(10), &units))
            return std::nullopt;
    }
    for (; more < 0; ++more) {
        if (units % 10 != 0)
            return std::nullopt;
        units /= 10;
    }
    return units;
}

} // namespace

int wireExponent(Family family, money::Currency currency)
{
    const QString code = currency.code();
    const auto found = std::ranges::find_if(
        table, [&](const CurrencyExponent &row) { return row.family == family && code == row.currency; });
    return found == table.end() ? currency.exponent() : found->exponent;
}

QStringList documentedCurrencies(Family family)
{
    // Those that occur in the contracts of all three.
    QStringList codes{u"XOF"_s, u"XAF"_s, u"NGN"_s, u"GHS"_s, u"KES"_s, u"ZAR"_s,
                      u"TZS"_s, u"USD"_s, u"EUR"_s, u"GBP"_s, u"CAD"_s, u"AUD"_s};
    for (const CurrencyExponent &row : table) {
        if (row.family == family && !codes.contains(row.currency))
            codes << row.currency;
    }
    return codes;
}

std::optional<money::Money> fromWire(qint64 wire, int exponent, money::Currency currency)
{
    const auto units = rescaled(wire, currency.exponent() - exponent);
    return units ? std::optional(money::Money(*units, currency)) : std::nullopt;
}

std::optional<qint64> toWire(const money::Money &amount, int exponent)
{
    return rescaled(amount.minorUnits(), exponent - amount.currency().exponent());
}

} // namespace tilldeck::providers
