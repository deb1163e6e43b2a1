// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Returns what can be given back of a payment now: what the provider last reported, less the refunds of this computer
/// that are under way or whose outcome is unknown. Errors: those of refundedPayment().
http::Task<checkout::Result<money::Money>> refundableNow(QPointer<Desk> desk, QString accountId, QString transactionId);

} // namespace tilldeck::desk
