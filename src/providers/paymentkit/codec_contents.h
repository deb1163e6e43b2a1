// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what a session sells. Wire rules: contracts, paymentkit (getCheckoutSession).
#pragma once

#include "checkout/session_draft.h"
#include "providers/wire/object_reader.h"

namespace tilldeck::providers::paymentkit {

/// Reads the contents of a session, as far as the answer has them: every member is optional (CheckoutSession), custom
/// fields need expand=custom_fields, and the lifetime in hours is never included.
checkout::SessionDraft readContents(ObjectReader &session);

} // namespace tilldeck::providers::paymentkit
