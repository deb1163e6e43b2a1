// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/quote.h"

#include <QLocale>

namespace tilldeck::ui {

/// Returns feeLabel(), and says that a fee the customer pays is part of the total: "Fee, paid by customer, included".
QString quoteFeeLabel(const checkout::Quote &quote);
/// Returns "Yes, from the United States to Nigeria"; empty if the provider does not say.
QString internationalText(const checkout::Quote &quote);
/// Returns the line below the field of the sub-merchant: "Commission, own rate of 5%."
QString commissionText(const checkout::Split &split, const QLocale &locale);

} // namespace tilldeck::ui
