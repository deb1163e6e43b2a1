// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/find_refund.h"

#include "ledger/left_to_refund.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <limits>

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

/// Returns whether the provider has taken the refund, so that it has an entry in the provider's list.
bool wasTaken(const Intent &intent)
{
    return intent.state == Intent::State::Confirmed || intent.state == Intent::State::Accepted;
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

bool isFailed(const Refund &entry)
{
    return entry.status == checkout::RefundStatus::Failed;
}

qint64 secondsApart(const Refund &entry, const Intent &intent)
{
    const bool isTimed = entry.at.isValid() && intent.providerOpenedAt.isValid();
    return isTimed ? std::abs(intent.providerOpenedAt.secsTo(entry.at)) : std::numeric_limits<qint64>::max();
}

/// Removes the entry that @p made is most likely to be: one that did not fail, and nearest to its time.
void claim(std::vector<Refund> &entries, const Intent &made)
{
    const auto rank = [&made](const Refund &entry) { return std::pair(isFailed(entry), secondsApart(entry, made)); };
    const auto nearest = std::ranges::min_element(entries, {}, rank);
    if (nearest != entries.end() && !isFailed(*nearest))
        entries.erase(nearest);
}

/// Returns the entries of the amount of @p intent that are left after every other refund has claimed its own: by its
/// id, and one that was made without an id by its amount.
std::vector<Refund> unclaimedEntries(const std::vector<Refund> &entries, const Intent &intent,
                                     const std::vector<Intent> &refunds)
{
    std::vector<Refund> left;
    for (const Refund &entry : entries) {
        const bool isClaimed = std::ranges::any_of(refunds, [&](const Intent &other) {
            return other.id != intent.id && !entry.id.isEmpty() && other.sessionId == entry.id;
        });
        if (!isClaimed && entry.amount == intent.amount)
            left.push_back(entry);
    }
    for (const Intent &other : refunds) {
        if (other.id != intent.id && wasTaken(other) && other.sessionId.isEmpty() && other.amount == intent.amount)
            claim(left, other);
    }
    return left;
}

/// Returns whether the provider's total holds one more refund of that amount than its list.
bool totalHoldsMore(const checkout::Transaction &payment, money::Money amount)
{
    std::optional<money::Money> sum = amount;
    for (const Refund &entry : *payment.refunds) {
        if (sum && !isFailed(entry))
            sum = sum->plus(entry.amount);
    }
    return payment.refunded && (!sum || payment.refunded->minorUnits() >= sum->minorUnits());
}

/// Returns whether the total that the provider reports holds every refund of unknown outcome.
bool holdsEveryPending(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds)
{
    std::optional<money::Money> all =
        ledger::givenBack(intent.refundedBefore.value_or(money::Money(0, intent.amount->currency())), refunds);
    for (const Intent &other : refunds) {
        if (all && isPending(other) && other.amount)
            all = all->plus(*other.amount);
    }
    return all && payment.refunded == all;
}

RefundFinding listedAs(const Refund &entry)
{
    RefundFinding found(isFailed(entry) ? Finding::NotMade : Finding::Made);
    found.refund = entry;
    return found;
}

/// Judges by the entries of the list; nothing but they can tell two refunds of one amount apart.
RefundFinding findInList(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds,
                         const QDateTime &providerNow)
{
    const auto entries = unclaimedEntries(*payment.refunds, intent, refunds);
    std::vector<Refund> fitting;
    std::ranges::copy_if(entries, std::back_inserter(fitting),
                         [&intent](const Refund &entry) { return isOfItsTime(entry, intent); });
    // Of several refunds of this amount whose outcome is unknown, each gets one entry: which one makes no difference.
    const auto rank = [&intent](const Refund &entry) {
        return std::pair(isFailed(entry), secondsApart(entry, intent));
    };
    const auto best = std::ranges::min_element(fitting, {}, rank);
    if (best != fitting.end() && !isFailed(*best))
        return listedAs(*best);
    const QDateTime end = endOf(intent);
    if (!end.isValid() || !providerNow.isValid() || providerNow <= end)
        return RefundFinding(Finding::CannotTell);
    // Only now: while this one may still arrive, the entry that failed may be of an earlier one.
    if (best != fitting.end())
        return listedAs(*best);
    const bool isAbsent = entries.empty() && !totalHoldsMore(payment, *intent.amount);
    return RefundFinding(isAbsent ? Finding::NotMade : Finding::CannotTell);
}

} // namespace

RefundFinding findRefund(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds,
                         const QDateTime &providerNow)
{
    if (!intent.amount)
        return RefundFinding(Finding::CannotTell);
    if (payment.refunds)
        return findInList(payment, intent, refunds, providerNow);
    // A total may lag behind a refund that is being processed, so it says only that all were made.
    if (!holdsEveryPending(payment, intent, refunds))
        return RefundFinding(Finding::CannotTell);
    // Not more than that it was taken: the total may hold an equal one from elsewhere, or one that fails later.
    Refund counted(QString(), *intent.amount);
    counted.status = checkout::RefundStatus::Pending;
    return listedAs(counted);
}

std::optional<Refund> entryOf(const checkout::Transaction &payment, const Intent &intent,
                              const std::vector<Intent> &refunds)
{
    if (!payment.refunds || !intent.amount)
        return {};
    if (!intent.sessionId.isEmpty()) {
        const auto own = std::ranges::find(*payment.refunds, intent.sessionId, &Refund::id);
        return own == payment.refunds->end() ? std::nullopt : std::optional(*own);
    }
    auto entries = unclaimedEntries(*payment.refunds, intent, refunds);
    std::erase_if(entries, [&intent](const Refund &entry) { return !isOfItsTime(entry, intent); });
    const auto nearest =
        std::ranges::min_element(entries, {}, [&intent](const Refund &entry) { return secondsApart(entry, intent); });
    return nearest == entries.end() ? std::nullopt : std::optional(*nearest);
}

} // namespace tilldeck::desk
