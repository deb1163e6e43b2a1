// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refund_outcome.h"

#include <QPointer>

namespace tilldeck::desk {

/// Asks the provider what became of a refund whose outcome is unknown; sends nothing that gives money back. Returns
/// Confirmed, Accepted or Rejected when the provider's figures leave no doubt, else Unknown with the reason. What was
/// read with another key than the one it was sent with leaves one (isOfOtherKey()): what may be it is among the
/// candidates. For one
/// that was Accepted, returns what became of it; Accepted with a reason where the provider's total leaves it open.
/// One that the merchant decided as not made, and of which the provider's list shows nothing else, is Rejected, with
/// that. Rejected with NotFound is an id that is no refund of the account.
http::Task<RefundOutcome> reconcileRefund(QPointer<Desk> desk, QString accountId, QString intentId);

} // namespace tilldeck::desk
