// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Returns why @p write, a coupon, code or route of unknown outcome, cannot be sent again, in a sentence; empty when it
/// can. No contract documents a key under which one of them is made once, so only a write that changes nothing more
/// when it is sent twice (ledger::isRepeatable()) can, and only while none of @p sent (Journal::sent() of its kind)
/// has changed the same entry later: that one would be undone.
QString whyNotRepeated(const Desk &desk, const ledger::Intent &write, const std::vector<ledger::Intent> &sent);

/// Sends such a write once more, as the intent that it is. The change of a route goes out only where the provider lists
/// the route as that change leaves it, or as the last change from here before it left it. Errors: those of
/// entryIntent(), of the provider's catalog, Rejected with whyNotRepeated() or where the route is listed otherwise, and
/// those of saveRoute(), deactivateCoupon() and deactivatePromotionCode().
http::Task<checkout::Result<void>> repeatEntry(QPointer<Desk> desk, QString accountId, QString intentId);

} // namespace tilldeck::desk
