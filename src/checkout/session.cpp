// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/session.h"

#include <algorithm>

namespace tilldeck::checkout {

SessionStatus statusAt(const Session &session, const QDateTime &now)
{
    const bool over = session.expiresAt.isValid() && session.expiresAt <= now;
    return session.status == SessionStatus::Open && over ? SessionStatus::Expired : session.status;
}

std::optional<money::Money> amountOf(const Session &session)
{
    const auto paid = std::ranges::find_if(
        session.attempts, [](const PaymentAttempt &attempt) { return attempt.succeeded && attempt.amount; });
    if (paid != session.attempts.end())
        return paid->amount;
    // The reported total is the first tier's.
    return session.paidTier.value_or(0) > 0 ? std::nullopt : session.amount;
}

} // namespace tilldeck::checkout
