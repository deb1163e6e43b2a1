// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/journal.h"

namespace tilldeck::ledger {

/// Returns what is given back of a payment or on its way: @p refunded, as the provider reported it, and those of
/// @p refunds (Journal::refundsOf()) that are confirmed or accepted and not in it. The report holds as many of them as
/// it can: a refund fits only into what was reported on top of Intent::refundedBefore. What is left of the report was
/// given back elsewhere.
money::Money givenBack(money::Money refunded, const std::vector<Intent> &refunds);

/// Returns what may still be given back of a payment of @p paid, of which the provider reported @p refunded as
/// refunded: what is not givenBack(), less the refunds whose outcome is open or unknown. All amounts are in one
/// currency; the result is never below zero.
money::Money leftToRefund(money::Money paid, money::Money refunded, const std::vector<Intent> &refunds);

/// Returns whether a refund of @p amount that is asked for at @p now, by the clock of this computer, may be @p earlier
/// once more, a refund of the same payment. One is while it may still become known as made, and for some minutes after
/// it was made: somebody may have pressed twice.
bool isSameRefund(const Intent &earlier, money::Money amount, const QDateTime &now);

/// Returns why @p amount cannot be given back when leftToRefund() is @p left, in a sentence; empty when it can.
QString whyNotRefunded(money::Money amount, money::Money left);

} // namespace tilldeck::ledger
