// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the body of a creation. Wire rules: contracts, paymentkit (createCheckoutSession).
#pragma once

#include "checkout/error.h"
#include "checkout/session_draft.h"

#include <QByteArray>

namespace tilldeck::providers::paymentkit {

/// Returns the body of a creation (createCheckoutSession). What the merchant did not set is left out; the route of a
/// cascade tier is `null` for the account's default. Equal drafts give equal bytes. Errors: InvalidInput, with
/// problems, for what PaymentKit has no member for. Limits are checked by checkout::validate().
checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft);

} // namespace tilldeck::providers::paymentkit
