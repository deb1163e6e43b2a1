// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Returns why @p write, a coupon, code or route of unknown outcome, cannot be sent again, in a sentence; empty when it
/// can. No contract documents a key under which one of them is made once, so only a write that changes nothing more
/// when it is sent twice (ledger::isRepeatable()) can.
QString whyNotRepeated(const Desk &desk, const ledger::Intent &write);

/// Sends such a write once more, as the intent that it is. Errors: those of entryIntent(), Rejected with
/// whyNotRepeated(), and those of saveRoute(), deactivateCoupon() and deactivatePromotionCode().
http::Task<checkout::Result<void>> repeatEntry(QPointer<Desk> desk, QString accountId, QString intentId);

} // namespace tilldeck::desk
