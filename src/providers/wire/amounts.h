// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts of answers, through the table of minor_units.h.
#pragma once

#include "providers/minor_units.h"
#include "providers/wire/object_reader.h"

namespace tilldeck::providers {

/// Nothing, and no fault, where CURRENCY is not known or cannot hold the amount: it is then not told at all.
std::optional<money::Money> optionalAmount(ObjectReader &item, Family family, QLatin1StringView name,
                                           std::optional<money::Currency> currency);

/// A fault where the amount or its currency is missing, unknown or does not fit.
std::optional<money::Money> requiredAmount(ObjectReader &item, Family family, QLatin1StringView name,
                                           QLatin1StringView currencyName);

/// A percentage in hundredths of a percent; nothing for one that is finer than that or beyond 100 %.
std::optional<qint64> basisPoints(double percent);

} // namespace tilldeck::providers
