// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refund_decision.h"

#include <QPointer>

namespace tilldeck::desk {

/// Closes a refund of unknown outcome, or one that the provider has taken, as given back, on the merchant's decision:
/// its amount is not offered again. Errors: those of decidableRefund(); Storage.
http::Task<checkout::Result<void>> confirmRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                 Unproven unproven = Unproven::Refuse);

} // namespace tilldeck::desk
