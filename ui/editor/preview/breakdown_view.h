// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the preview that speak of the one tier that is charged.
#pragma once

#include "checkout/breakdown.h"
#include "checkout/capabilities.h"

#include <QLocale>
#include <QWidget>

namespace tilldeck::ui {

/// "Customer pays 248.00 EUR" and, where it is known, what the merchant receives; SENTENCE below. CHARGED is null when
/// every tier is declined: then the sum is 0 in the currency of FIRST.
QWidget *makeSummary(const checkout::Breakdown &first, const checkout::Breakdown *charged, const QString &sentence);

/// Lines, discount and total of one of TIERS tiers. A fee that the provider does not quote is named as such.
QWidget *makeBreakdown(const checkout::Breakdown &breakdown, int tiers, const checkout::Capabilities &can,
                       const QLocale &locale);

} // namespace tilldeck::ui
