// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the amounts of answers, through the table of minor_units.h.
#pragma once

#include "providers/minor_units.h"
#include "providers/wire/object_reader.h"

namespace tilldeck::providers {

/// Reads the amount @p name. Returns nothing, without a fault, when @p currency is unknown or cannot hold the amount:
/// no figure is better than a wrong one.
std::optional<money::Money> optionalAmount(ObjectReader &item, Family family, QLatin1StringView name,
                                           std::optional<money::Currency> currency);

/// Reads the amount @p name in the currency that @p currencyName has. Records a fault when either is missing or
/// unknown, or the currency cannot hold the amount.
std::optional<money::Money> requiredAmount(ObjectReader &item, Family family, QLatin1StringView name,
                                           QLatin1StringView currencyName);

/// Returns @p percent in hundredths of a percent; nothing for a finer one, or one outside 0 to 100 %.
std::optional<qint64> basisPoints(double percent);

} // namespace tilldeck::providers
