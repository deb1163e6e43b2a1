// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/currency.h"

#include <compare>
#include <optional>

namespace tilldeck::money {

/// An amount in minor units of one currency: 2900 is 29.00 in EUR and 2,900 in XOF. Arithmetic returns nothing instead
/// of overflowing or mixing two currencies.
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

    /// Returns the share of @p basisPoints (100 is 1 %), rounded half up to minor units. Exact within int64.
    std::optional<Money> share(qint64 basisPoints) const;

    /// Returns whether share() is exact: no part of a minor unit was rounded.
    bool hasExactShare(qint64 basisPoints) const;

    friend bool operator==(const Money &, const Money &) = default;

private:
    qint64 m_minorUnits;
    Currency m_currency;
};

} // namespace tilldeck::money
