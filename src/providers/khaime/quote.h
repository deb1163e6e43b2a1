// SPDX-License-Identifier: GPL-3.0-or-later
// Khaime's own preview of a draft: a few calls, none of which creates anything.
#pragma once

#include "checkout/error.h"
#include "checkout/quote.h"
#include "checkout/session_draft.h"
#include "providers/khaime/account.h"

namespace tilldeck::providers::khaime {

/// A charge: the sub-merchant first (one that cannot be charged is Rejected, with the problem on its field), then the
/// conversion where the currencies differ, then a typed amount against it (InvalidInput, before it is sent), then the
/// preview. An embedded checkout: the product's price, times the quantity. Other flows: Unsupported.
http::Task<checkout::Result<checkout::Quote>> quote(Account account, checkout::SessionDraft draft);

} // namespace tilldeck::providers::khaime
