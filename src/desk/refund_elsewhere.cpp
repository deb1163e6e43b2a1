// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_elsewhere.h"

#include "desk/find_refund.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::RefundStatus;
using ledger::Intent;

std::optional<Intent> equalRefundElsewhere(const checkout::Transaction &payment, const std::vector<Intent> &refunds,
                                           money::Money amount, const ledger::TwoClocks &now)
{
    if (!payment.refunds)
        return std::nullopt;
    Intent elsewhere;
    elsewhere.kind = Intent::Kind::Refund;
    elsewhere.accountId = refunds.empty() ? QString() : refunds.front().accountId;
    elsewhere.transactionId = payment.id;
    elsewhere.amount = amount;
    for (const checkout::Refund &entry : unclaimedEntries(*payment.refunds, elsewhere, refunds)) {
        if (entry.status == RefundStatus::Failed || entry.amount != amount || !entry.at.isValid())
            continue;
        Intent listed = elsewhere;
        listed.state = Intent::State::Confirmed;
        listed.sessionId = entry.id;
        listed.providerOpenedAt = entry.at;
        listed.openedAt = now.there.isValid() ? now.here.addMSecs(now.there.msecsTo(entry.at)) : entry.at;
        if (!ledger::isSameRefund(listed, amount, now))
            continue;
        const bool isMade = entry.status == RefundStatus::Succeeded;
        listed.state = isMade ? Intent::State::Confirmed : Intent::State::Accepted;
        return listed;
    }
    return std::nullopt;
}

} // namespace tilldeck::desk
