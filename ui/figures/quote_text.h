// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/quote.h"

#include <QLocale>

namespace tilldeck::ui {

/// "Commission, own rate of 5%"
QString commissionLabel(const checkout::Split &split, const QLocale &locale);
/// "Fee, paid by you", "Fee, paid by customer, included"
QString feeLabel(const checkout::Quote &quote);
/// "Yes, from the United States to Nigeria"; empty: not told.
QString internationalWords(const checkout::Quote &quote);
/// "Commission, own rate of 5%." below the field of the sub-merchant.
QString subMerchantWords(const checkout::Split &split, const QLocale &locale);

} // namespace tilldeck::ui
