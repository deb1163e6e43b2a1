// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/total_fit.h"

namespace tilldeck::desk {

using ledger::Intent;

namespace {

bool isOneTaken(const Intent &intent)
{
    return intent.state == Intent::State::Confirmed || intent.state == Intent::State::Accepted;
}

/// Returns what the provider's total is made of beside @p intent: what was reported before it, and what was taken since
/// of others that were sent from here; nothing where that is beyond all bounds, or not known.
std::optional<money::Money> explainedTotal(const Intent &intent, const std::vector<Intent> &refunds)
{
    std::optional<money::Money> explained = intent.refundedBefore;
    bool isLater = false;
    for (const Intent &other : refunds) {
        const bool isSince = isLater || (other.refundedBefore && intent.refundedBefore && other.id != intent.id &&
                                         other.refundedBefore->minorUnits() >= intent.refundedBefore->minorUnits());
        if (explained && isSince && isOneTaken(other) && other.amount)
            explained = explained->plus(*other.amount);
        isLater = isLater || other.id == intent.id;
    }
    return explained;
}

} // namespace

std::optional<money::Money> sumOfEntries(const checkout::Transaction &payment, money::Money first)
{
    std::optional<money::Money> sum = first;
    for (const checkout::Refund &entry : *payment.refunds) {
        if (sum && entry.status != checkout::RefundStatus::Failed)
            sum = sum->plus(entry.amount);
    }
    return sum;
}

bool totalHasRisen(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds)
{
    if (!payment.refunded || !intent.refundedBefore)
        return false;
    const std::optional<money::Money> explained = explainedTotal(intent, refunds);
    return !explained || payment.refunded->minorUnits() > explained->minorUnits();
}

bool totalHoldsMore(const checkout::Transaction &payment, money::Money amount)
{
    const std::optional<money::Money> sum = sumOfEntries(payment, amount);
    return payment.refunded && (!sum || payment.refunded->minorUnits() >= sum->minorUnits());
}

bool totalMayHold(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds)
{
    if (!payment.refunded || !intent.amount)
        return false;
    const std::optional<money::Money> explained = explainedTotal(intent, refunds);
    const std::optional<money::Money> least = explained ? explained->plus(*intent.amount) : std::nullopt;
    const bool isInRise = !least || payment.refunded->minorUnits() >= least->minorUnits();
    return isInRise && (!payment.refunds || totalHoldsMore(payment, *intent.amount));
}

} // namespace tilldeck::desk
