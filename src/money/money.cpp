// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/money.h"

#include <limits>

namespace tilldeck::money {

std::optional<Money> Money::plus(const Money &other) const
{
    qint64 sum = 0;
    if (m_currency != other.m_currency || __builtin_add_overflow(m_minorUnits, other.m_minorUnits, &sum))
        return std::nullopt;
    return Money(sum, m_currency);
}

std::optional<Money> Money::minus(const Money &other) const
{
    qint64 difference = 0;
    if (m_currency != other.m_currency || __builtin_sub_overflow(m_minorUnits, other.m_minorUnits, &difference))
        return std::nullopt;
    return Money(difference, m_currency);
}

std::optional<Money> Money::times(qint64 factor) const
{
    qint64 product = 0;
    if (__builtin_mul_overflow(m_minorUnits, factor, &product))
        return std::nullopt;
    return Money(product, m_currency);
}

std::optional<Money> Money::share(qint64 basisPoints) const
{
    constexpr qint64 whole = 10000;
    // Whole parts first, so that only a share beyond int64 itself can overflow.
    qint64 fromWhole = 0;
    qint64 fromRest = 0;
    const qint64 quotient = m_minorUnits / whole;
    const qint64 rest = m_minorUnits % whole;
    if (__builtin_mul_overflow(quotient, basisPoints, &fromWhole) ||
        __builtin_mul_overflow(rest, basisPoints, &fromRest))
        return std::nullopt;
    qint64 rounded = fromRest / whole;
    const qint64 remainder = fromRest % whole;
    if (remainder >= whole / 2)
        ++rounded;
    else if (remainder < -whole / 2)
        --rounded;
    qint64 share = 0;
    if (__builtin_add_overflow(fromWhole, rounded, &share))
        return std::nullopt;
    return Money(share, m_currency);
}

bool Money::hasExactShare(qint64 basisPoints) const
{
    constexpr qint64 whole = 10000;
    return m_minorUnits % whole * (basisPoints % whole) % whole == 0;
}

} // namespace tilldeck::money
