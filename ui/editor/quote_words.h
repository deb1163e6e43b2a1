// SPDX-License-Identifier: GPL-3.0-or-later
// What a quote says in words.
#pragma once

#include "checkout/quote.h"

#include <QLocale>

namespace tilldeck::ui {

/// "Commission, 5%, the sub-merchant's own rate"
QString commissionLabel(const checkout::Split &split, const QLocale &locale);
/// "Fee, paid by you, not in the customer's total", "Fee, included"
QString feeLabel(const checkout::Quote &quote);
/// "Yes, from the United States to Nigeria"; empty: not told.
QString internationalWords(const checkout::Quote &quote);
/// "Kestrel Lagos" "Commission, 5%, its own rate." below the field of the sub-merchant.
QString subMerchantWords(const checkout::Split &split, const QLocale &locale);

} // namespace tilldeck::ui
