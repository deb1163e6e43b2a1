// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/currency.h"

#include <compare>
#include <optional>

namespace tilldeck::money {

/// A sum in minor units of one currency ("2900 EUR" is 29.00 EUR, "2900 XOF" is two thousand nine hundred francs).
/// Arithmetic answers nothing instead of overflowing, and instead of mixing two currencies.
class Money
{
public:
    Money(qint64 minorUnits, Currency currency)
        : m_minorUnits(minorUnits)
        , m_currency(currency)
    {
    }

    qint64 minorUnits() const { return m_minorUnits; }
    Currency currency() const { return m_currency; }

    std::optional<Money> plus(const Money &other) const;
    std::optional<Money> minus(const Money &other) const;
    std::optional<Money> times(qint64 factor) const;

    /// The share of BASIS_POINTS (100 = 1 %), rounded half up in minor units. Exact up to int64.
    std::optional<Money> share(qint64 basisPoints) const;

    friend bool operator==(const Money &, const Money &) = default;

private:
    qint64 m_minorUnits;
    Currency m_currency;
};

} // namespace tilldeck::money
