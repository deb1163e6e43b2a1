// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session.h"
#include "providers/registry.h"

namespace tilldeck::providers::khaime {

/// Returns the payment form for the merchant's own website (KhaimeSDK.init … createPayment) with the token of @p
/// session; nothing for other flows or without a token.
std::vector<Snippet> snippets(const checkout::Session &session);

} // namespace tilldeck::providers::khaime
