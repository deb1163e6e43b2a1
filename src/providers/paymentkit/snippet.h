// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session.h"
#include "providers/registry.h"

namespace tilldeck::providers::paymentkit {

/// Returns the card fields of PaymentKit.js (package @payment-kit-js/vanilla, 0.5) for the merchant's own website, with
/// the token of @p session; nothing without a token. The names are those of the package's types; no contract has them.
std::vector<Snippet> snippets(const checkout::Session &session, Reach reach);

} // namespace tilldeck::providers::paymentkit
