// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/left_to_refund.h"

#include "ledger/refund_entries.h"
#include "ledger/request_end.h"
#include "money/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

namespace tilldeck::ledger {

namespace {

struct LeftToRefundText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

/// The most sums that are tried. Without the others less is offered, never more.
constexpr size_t mostSums = 4096;

/// How long ago an equal refund that was made is likely to be the one that is meant.
constexpr qint64 sameRefundSeconds = 300;

bool wasTakenRefund(const Intent &intent)
{
    return (intent.state == Intent::State::Confirmed || intent.state == Intent::State::Accepted) && intent.amount;
}

/// Returns whether @p intent was closed as not given back because of a total alone.
bool isOverByTotal(const Intent &intent)
{
    using State = Intent::State;
    return intent.failedByTotal && intent.amount && (intent.state == State::Failed || intent.state == State::Abandoned);
}

/// Returns the sum, or the greatest number where it is beyond all bounds: then nothing is left to give back.
qint64 boundedSum(qint64 one, qint64 other)
{
    qint64 sum = 0;
    return __builtin_add_overflow(one, other, &sum) ? std::numeric_limits<qint64>::max() : sum;
}

/// Returns @p refunds, each with the greater amount of what was asked for and what the provider says it gives back.
std::vector<Intent> withGreaterAmounts(std::vector<Intent> refunds)
{
    for (Intent &intent : refunds) {
        const bool isMore = intent.amount && intent.reported &&
                            intent.reported->currency() == intent.amount->currency() &&
                            intent.reported->minorUnits() > intent.amount->minorUnits();
        if (isMore)
            intent.amount = intent.reported;
    }
    return refunds;
}

qint64 sumOfAmounts(const std::vector<Intent> &refunds)
{
    qint64 sum = 0;
    for (const Intent &intent : refunds)
        sum = boundedSum(sum, intent.amount->minorUnits());
    return sum;
}

/// Returns the refunds of @p refunds that are in @p state and have an amount.
std::vector<Intent> refundsInState(const std::vector<Intent> &refunds, Intent::State state)
{
    std::vector<Intent> found;
    std::ranges::copy_if(refunds, std::back_inserter(found),
                         [state](const Intent &intent) { return intent.state == state && intent.amount; });
    return found;
}

/// Returns the greatest sum of @p refunds that a report of @p refunded can hold: none that is greater than what was
/// reported since it began, together with those that began after it.
qint64 heldBy(qint64 refunded, const std::vector<Intent> &refunds)
{
    std::set<qint64> sums{0};
    for (auto intent = refunds.rbegin(); intent != refunds.rend(); ++intent) {
        const qint64 since = refunded - (intent->refundedBefore ? intent->refundedBefore->minorUnits() : 0);
        const std::set<qint64> before = sums;
        for (const qint64 sum : before) {
            if (sums.size() < mostSums && intent->amount->minorUnits() <= since - sum)
                sums.insert(sum + intent->amount->minorUnits());
        }
    }
    return *sums.rbegin();
}

/// Holds what a provider's list says of the refunds that were taken here.
struct ListedRefunds
{
    qint64 all = 0;           ///< What the entries hold that did not fail.
    qint64 pending = 0;       ///< Those of them that are not known to be finished.
    std::vector<Intent> left; ///< Refunds that were taken, with the part of each that no entry holds.
};

/// Removes the entry of @p refund from @p entries: the one with its id or, without one, one of its amount that was made
/// in its time. Once the report may be taken to hold it (@p isCounted), the time does not matter. Returns what of the
/// refund no entry holds.
qint64 takeEntry(std::vector<checkout::Refund> &entries, const Intent &refund, bool isCounted)
{
    const auto own = std::ranges::find_if(entries, [&refund, isCounted](const checkout::Refund &entry) {
        if (!refund.sessionId.isEmpty())
            return entry.id == refund.sessionId;
        return entry.amount == refund.amount && !stoodBefore(entry, refund) &&
               (isCounted || isOfItsTime(entry, refund));
    });
    if (own == entries.end())
        return refund.amount->minorUnits();
    const qint64 held = own->amount.minorUnits();
    entries.erase(own);
    return std::max(qint64(0), refund.amount->minorUnits() - held);
}

ListedRefunds listedRefunds(const ReportedRefunds &reported, const std::vector<Intent> &refunds)
{
    using Status = checkout::RefundStatus;
    ListedRefunds listed;
    std::vector<checkout::Refund> entries = reported.entries;
    // A refund that was taken and is listed as failed counts until the journal knows that it failed.
    std::erase_if(entries, [](const checkout::Refund &entry) { return entry.status == Status::Failed; });
    for (const checkout::Refund &entry : entries) {
        listed.all = boundedSum(listed.all, entry.amount.minorUnits());
        if (entry.status != Status::Succeeded)
            listed.pending = boundedSum(listed.pending, entry.amount.minorUnits());
    }
    // Those with an id first: an entry whose refund is known belongs to no other.
    for (const bool isNamed : {true, false}) {
        for (const Intent &intent : refunds) {
            if (!wasTakenRefund(intent) || intent.sessionId.isEmpty() == isNamed)
                continue;
            Intent left = intent;
            left.amount = money::Money(takeEntry(entries, intent, reported.counted.contains(intent.id)),
                                       intent.amount->currency());
            listed.left.push_back(left);
        }
    }
    return listed;
}

/// Returns what is given back of a payment or asked for, at most; see leftToRefund().
qint64 mostGivenBack(const ReportedRefunds &reported, const std::vector<Intent> &refunds)
{
    const ListedRefunds listed = listedRefunds(reported, refunds);
    const qint64 total = reported.total.minorUnits();
    const qint64 byList = boundedSum(listed.all, sumOfAmounts(listed.left));
    if (listed.all >= total)
        return byList;
    std::vector<Intent> counted;
    std::vector<Intent> others;
    for (const Intent &intent : listed.left) {
        (reported.counted.contains(intent.id) ? counted : others).push_back(intent);
    }
    qint64 byTotal = boundedSum(total, listed.pending);
    byTotal = boundedSum(byTotal, sumOfAmounts(others));
    byTotal = boundedSum(byTotal, sumOfAmounts(counted) - heldBy(total, counted));
    return std::max(byList, byTotal);
}

} // namespace

std::optional<money::Money> reportedAmount(const Intent &refund)
{
    return refund.reported ? refund.reported : refund.amount;
}

money::Money givenBack(money::Money refunded, const std::vector<Intent> &refunds)
{
    std::vector<Intent> taken;
    std::ranges::copy_if(withGreaterAmounts(refunds), std::back_inserter(taken), wasTakenRefund);
    const qint64 notHeld = sumOfAmounts(taken) - heldBy(refunded.minorUnits(), taken);
    return {boundedSum(refunded.minorUnits(), notHeld), refunded.currency()};
}

HeldBack heldBack(const ReportedRefunds &reported, const std::vector<Intent> &begun)
{
    const std::vector<Intent> refunds = withGreaterAmounts(begun);
    const qint64 underWay = sumOfAmounts(refundsInState(refunds, Intent::State::Open));
    const qint64 unknown = sumOfAmounts(refundsInState(refunds, Intent::State::Unknown));
    const qint64 notCounted = mostGivenBack(reported, refunds) - mostGivenBack(reported, {});
    const money::Currency currency = reported.total.currency();
    return {money::Money(underWay, currency), money::Money(unknown, currency), money::Money(notCounted, currency)};
}

money::Money leftToRefund(money::Money paid, const ReportedRefunds &reported, const std::vector<Intent> &begun)
{
    const std::vector<Intent> refunds = withGreaterAmounts(begun);
    qint64 gone = mostGivenBack(reported, refunds);
    for (const Intent::State state : {Intent::State::Open, Intent::State::Unknown})
        gone = boundedSum(gone, sumOfAmounts(refundsInState(refunds, state)));
    const std::optional<money::Money> left = paid.minus(money::Money(gone, paid.currency()));
    const money::Money nothing(0, paid.currency());
    return left && left->minorUnits() > 0 ? *left : nothing;
}

bool isSameRefund(const Intent &earlier, money::Money amount, const TwoClocks &now)
{
    const auto isRecent = [](const QDateTime &then, const QDateTime &at) {
        // Also one from after that moment, where the clock was set back.
        return then.isValid() && at.isValid() && then >= at.addSecs(-sameRefundSeconds);
    };
    if (earlier.amount != amount)
        return false;
    switch (earlier.state) {
    case Intent::State::Open:
    case Intent::State::Unknown:
    case Intent::State::Accepted:
        return true;
    case Intent::State::Confirmed:
        return isRecent(lastMoment(earlier), now.here) || isRecent(lastMomentThere(earlier), now.there);
    case Intent::State::Rejected:
    case Intent::State::Abandoned:
    case Intent::State::Failed:
        return earlier.failedByTotal;
    case Intent::State::Planned:
        break;
    }
    return false;
}

std::optional<Intent> repeatedRefund(const std::vector<Intent> &begun, money::Money amount, money::Money left,
                                     const TwoClocks &now)
{
    const qint64 proven = left.minorUnits() - freeByTotalsAlone(begun, left).minorUnits();
    const auto mayBeTwice = [&](const Intent &earlier) {
        return isSameRefund(earlier, amount, now) || (isOverByTotal(earlier) && amount.minorUnits() > proven);
    };
    const auto newest = std::find_if(begun.rbegin(), begun.rend(), mayBeTwice);
    return newest == begun.rend() ? std::nullopt : std::optional(*newest);
}

money::Money freeByTotalsAlone(const std::vector<Intent> &begun, money::Money left)
{
    std::vector<Intent> doubtful;
    std::ranges::copy_if(withGreaterAmounts(begun), std::back_inserter(doubtful), isOverByTotal);
    return {std::min(sumOfAmounts(doubtful), left.minorUnits()), left.currency()};
}

QString whyNotRefunded(money::Money amount, money::Money left)
{
    if (amount.currency() != left.currency())
        return LeftToRefundText::tr("The customer paid in %1. Enter the amount in %1.").arg(left.currency().code());
    // First: an amount of nothing is what is left of it, when all of it is asked for.
    if (left.minorUnits() < 1)
        return LeftToRefundText::tr(
            "Nothing of this payment can be given back: all of it was given back already, or is under "
            "way.");
    if (amount.minorUnits() < 1)
        return LeftToRefundText::tr("Enter an amount above zero.");
    if (amount.minorUnits() > left.minorUnits())
        return LeftToRefundText::tr("Only %1 of this payment can still be given back. Enter that or less.")
            .arg(money::format(left, QLocale()));
    return {};
}

} // namespace tilldeck::ledger
