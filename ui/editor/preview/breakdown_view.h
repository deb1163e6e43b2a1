// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the preview that speak of the one tier that is charged.
#pragma once

#include "checkout/breakdown.h"
#include "checkout/capabilities.h"

#include <QLocale>
#include <QWidget>

namespace tilldeck::ui {

/// Returns what the customer pays and, if it is known, what the merchant receives, above @p sentence. A null @p charged
/// means that every tier is declined: the sum is 0 in the currency of @p first then.
QWidget *makeSummary(const checkout::Breakdown &first, const checkout::Breakdown *charged, const QString &sentence);

/// Returns the lines, discount and total of one of @p tiers tiers. A fee that the provider does not quote is named as
/// such.
QWidget *makeBreakdown(const checkout::Breakdown &breakdown, int tiers, const checkout::Capabilities &can,
                       const QLocale &locale);

} // namespace tilldeck::ui
