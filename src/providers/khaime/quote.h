// SPDX-License-Identifier: GPL-3.0-or-later
// Previews a draft with a few calls to Khaime that create nothing.
#pragma once

#include "checkout/error.h"
#include "checkout/quote.h"
#include "checkout/session_draft.h"
#include "providers/khaime/account.h"

namespace tilldeck::providers::khaime {

/// Returns the preview of @p draft. For a charge it reads the sub-merchant (getMerchant; Rejected, with a problem on
/// the field, when it cannot be charged), then the conversion where currencies differ (calculatePricing; InvalidInput
/// for a typed amount beyond the tolerance), then the preview (createCharge). For an embedded checkout it multiplies
/// the price of the product (getProductPricing) by the quantity. Other flows are Unsupported.
http::Task<checkout::Result<checkout::Quote>> quote(Account account, checkout::SessionDraft draft);

} // namespace tilldeck::providers::khaime
