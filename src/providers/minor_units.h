// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that knows how many decimals the integers of a provider have in each currency (contracts, "Amounts").
#pragma once

#include "money/money.h"

#include <QStringList>

#include <optional>

namespace tilldeck::providers {

enum class Family { PaymentKit, Khaime, Ikawaari };

/// Returns how many decimals an integer amount of @p family has in @p currency. A currency outside the table is counted
/// in its own smallest unit (ISO 4217), as every contract says.
int wireExponent(Family family, money::Currency currency);

/// Returns the codes of the currencies whose decimals the documents of @p family name (contracts, "Amounts").
QStringList documentedCurrencies(Family family);

/// Returns the amount of @p wire, an integer with @p exponent decimals; nothing when the currency cannot hold it
/// exactly or it does not fit int64.
std::optional<money::Money> fromWire(qint64 wire, int exponent, money::Currency currency);

/// Returns @p amount as an integer with @p exponent decimals; nothing when it would have to be rounded or does not fit
/// int64.
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
