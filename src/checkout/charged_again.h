// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"

#include <QLocale>

namespace tilldeck::checkout {

/// What one tier charges again after each period of the same name.
struct ChargedAgain
{
    QString period;                     ///< As Price::billingPeriod.
    std::optional<money::Money> amount; ///< Before discounts. Absent: an amount is not known, or they cannot be added.
    QStringList unknown;                ///< The lines whose amount is not known.
    Certainty certainty = Certainty::Exact; ///< An estimate where the provider may add to it, as to the first payment.
};

/// Returns what @p breakdown charges again, in the order in which its lines name the periods.
std::vector<ChargedAgain> chargedAgain(const Breakdown &breakdown);

/// Returns a sentence for each period: "Then 499.00 USD a year."
QStringList chargedAgainTexts(const Breakdown &breakdown, const QLocale &locale);

} // namespace tilldeck::checkout
