// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/session.h"

#include <algorithm>
#include <array>

namespace tilldeck::checkout {

using namespace Qt::StringLiterals;

namespace {

/// The names that the contracts give a session that is over, or the payment that ended it.
constexpr std::array usualNames{
    std::pair{SessionStatus::Completed, "completed"_L1}, std::pair{SessionStatus::Completed, "complete"_L1},
    std::pair{SessionStatus::Completed, "paid"_L1},      std::pair{SessionStatus::Completed, "succeeded"_L1},
    std::pair{SessionStatus::Completed, "refunded"_L1},  std::pair{SessionStatus::Completed, "partially_refunded"_L1},
    std::pair{SessionStatus::Expired, "expired"_L1},     std::pair{SessionStatus::Failed, "failed"_L1},
};

} // namespace

SessionStatus statusAt(const Session &session, const QDateTime &now)
{
    const bool over = session.expiresAt.isValid() && session.expiresAt <= now;
    return session.status == SessionStatus::Open && over ? SessionStatus::Expired : session.status;
}

QString oddStatusName(const Session &session)
{
    const bool isOver = session.status != SessionStatus::Open && session.status != SessionStatus::Unrecognised &&
                        session.status != SessionStatus::NotAsked;
    const bool isUsual = std::ranges::any_of(usualNames, [&session](const auto &usual) {
        return usual.first == session.status && session.rawStatus == usual.second;
    });
    return isOver && !isUsual ? session.rawStatus : QString();
}

QDateTime exactStamp(const Session &session)
{
    return session.isStampExact ? session.createdAt : QDateTime();
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
