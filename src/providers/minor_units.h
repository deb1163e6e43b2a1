// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that knows in how many decimals a provider counts a currency. Contracts, "Amounts".
#pragma once

#include "money/money.h"

#include <optional>

namespace tilldeck::providers {

enum class Family { PaymentKit, Khaime, Ikawaari };

/// Decimals of the integers that FAMILY sends and takes in CURRENCY. A currency outside the table is counted in its own
/// smallest unit (ISO 4217), as every contract says.
int wireExponent(Family family, money::Currency currency);

/// WIRE, an integer in units of EXPONENT decimals, as an amount; nothing where the currency cannot hold it exactly, or
/// int64 cannot.
std::optional<money::Money> fromWire(qint64 wire, int exponent, money::Currency currency);

/// The reverse; nothing where the unit of the wire is too coarse for the amount, or int64 too small.
std::optional<qint64> toWire(const money::Money &amount, int exponent);

inline std::optional<money::Money> fromWire(Family family, qint64 wire, money::Currency currency)
{
    return fromWire(wire, wireExponent(family, currency), currency);
}

inline std::optional<qint64> toWire(Family family, const money::Money &amount)
{
    return toWire(amount, wireExponent(family, amount.currency()));
}

} // namespace tilldeck::providers
