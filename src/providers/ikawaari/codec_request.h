// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the bodies of calls. Wire rules: contracts, ikawaari (createCheckoutSession, refundPayment). Amounts go
// through minor_units.h.
#pragma once

#include "checkout/error.h"
#include "checkout/session_draft.h"
#include "providers/ikawaari/account.h"
#include "providers/provider.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace tilldeck::providers::ikawaari {

/// Returns the body of a creation (createCheckoutSession). A draft without a mode is a single payment. Body::Amount has
/// the items as its description, and a mode only for subscriptions. Equal drafts give equal bytes. Errors:
/// InvalidInput, with problems, for what @p body has no member for. Limits are checked by checkout::validate().
checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft, Body body);

/// Returns the sum of @p items; nothing when an amount is missing, currencies differ or the sum overflows.
std::optional<money::Money> totalOf(const std::vector<checkout::LineItem> &items);

/// Returns the body of a refund (refundPayment). Errors: InvalidInput.
checkout::Result<QByteArray> encodeRefund(const RefundRequest &request);

} // namespace tilldeck::providers::ikawaari
