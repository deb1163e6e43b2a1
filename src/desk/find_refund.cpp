// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/find_refund.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Refund;
using ledger::Intent;
using Finding = RefundFinding::Finding;

namespace {

/// A provider may stamp a refund this much before or after its clock said that it was sent.
constexpr qint64 refundSlackSeconds = 300;

bool isPending(const Intent &intent)
{
    return intent.state == Intent::State::Open || intent.state == Intent::State::Unknown;
}

/// Returns the moment, by the provider's clock, after which @p intent is under way no more; invalid when unknown.
QDateTime endOf(const Intent &intent)
{
    const qint64 lifetime = intent.openedAt.secsTo(intent.deadlineAt);
    return intent.providerOpenedAt.isValid() ? intent.providerOpenedAt.addSecs(lifetime + refundSlackSeconds)
                                             : QDateTime();
}

/// Returns whether @p refund was stamped while @p intent was under way.
bool isOfItsTime(const Refund &refund, const Intent &intent)
{
    return refund.at.isValid() && intent.providerOpenedAt.isValid() &&
           refund.at >= intent.providerOpenedAt.addSecs(-refundSlackSeconds) && refund.at <= endOf(intent);
}

/// Returns the entries of the amount of @p intent that belong to no other refund.
std::vector<Refund> unclaimedEntries(const std::vector<Refund> &entries, const Intent &intent,
                                     const std::vector<Intent> &refunds)
{
    std::vector<Refund> found;
    for (const Refund &entry : entries) {
        const bool isClaimed = std::ranges::any_of(refunds, [&](const Intent &other) {
            return other.id != intent.id && !entry.id.isEmpty() && other.sessionId == entry.id;
        });
        if (!isClaimed && entry.amount == intent.amount)
            found.push_back(entry);
    }
    return found;
}

/// Returns whether the total that the provider reports holds every refund of unknown outcome.
bool holdsEveryPending(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds)
{
    std::optional<money::Money> all =
        ledger::givenBack(intent.refundedBefore.value_or(money::Money(0, intent.amount->currency())), refunds);
    for (const Intent &other : refunds) {
        if (all && isPending(other))
            all = all->plus(*other.amount);
    }
    return all && payment.refunded == all;
}

RefundFinding listedAs(const Refund &entry)
{
    RefundFinding found(entry.status == checkout::RefundStatus::Failed ? Finding::NotMade : Finding::Made);
    found.refund = entry;
    return found;
}

} // namespace

RefundFinding findRefund(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds,
                         const QDateTime &providerNow)
{
    const bool isListed = payment.refunds.has_value();
    const auto entries = isListed ? unclaimedEntries(*payment.refunds, intent, refunds) : std::vector<Refund>();
    std::vector<Refund> fitting;
    std::ranges::copy_if(entries, std::back_inserter(fitting),
                         [&intent](const Refund &entry) { return isOfItsTime(entry, intent); });
    const auto alike = std::ranges::count_if(
        refunds, [&intent](const Intent &other) { return isPending(other) && other.amount == intent.amount; });
    if (fitting.size() == 1 && alike == 1)
        return listedAs(fitting.front());
    if (holdsEveryPending(payment, intent, refunds)) {
        Refund made(QString(), *intent.amount);
        made.status = checkout::RefundStatus::Succeeded;
        return listedAs(made);
    }
    const QDateTime end = endOf(intent);
    const bool isOver = end.isValid() && providerNow.isValid() && providerNow > end;
    // A total alone may lag behind a refund that is being processed; a list names it from the start.
    return RefundFinding(isListed && entries.empty() && isOver ? Finding::NotMade : Finding::CannotTell);
}

} // namespace tilldeck::desk
