// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refund_decision.h"

#include <QPointer>

namespace tilldeck::desk {

/// Closes a refund of unknown outcome, or one that the provider has taken, as not made, on the merchant's decision: its
/// amount is free again. One that failed is closed as noted. Errors: those of decidableRefund() and of
/// Journal::abandon().
http::Task<checkout::Result<void>> abandonRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                 Unproven unproven = Unproven::Refuse);

} // namespace tilldeck::desk
