// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/find_refund.h"

#include "desk/older_copy.h"
#include "desk/total_fit.h"
#include "ledger/left_to_refund.h"
#include "ledger/refund_entries.h"
#include "ledger/request_end.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <tuple>

namespace tilldeck::desk {

using checkout::Refund;
using ledger::Intent;
using ledger::isOfItsTime;
using ledger::stoodBefore;
using Finding = RefundFinding::Finding;

namespace {

/// One that was stamped this much before it, where no total says how much was given back, is an earlier one.
constexpr qint64 sameMomentSeconds = 5;

/// How long after it was sent a refund is looked for that a gateway held, or a copy of the provider's data lagged
/// behind.
constexpr qint64 latestSeconds = 86'400;

/// The same of one that failed, which its provider may try once more: it may have failed days after it was sent.
constexpr qint64 latestTrySeconds = 30 * latestSeconds;

bool isPending(const Intent &intent)
{
    return intent.state == Intent::State::Open || intent.state == Intent::State::Unknown;
}

/// Returns whether the provider has taken the refund, so that it has an entry in the provider's list.
bool wasTaken(const Intent &intent)
{
    return intent.state == Intent::State::Confirmed || intent.state == Intent::State::Accepted;
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

/// Removes the entry that @p made is most likely to be: one of its amount that did not fail, did not stand there before
/// it, and is nearest to its time.
void claimByAmount(std::vector<Refund> &entries, const Intent &made)
{
    const auto rank = [&made](const Refund &entry) {
        const bool mayBeIt = !isFailed(entry) && entry.amount == made.amount && !stoodBefore(entry, made);
        return std::pair(!mayBeIt, secondsApart(entry, made));
    };
    const auto nearest = std::ranges::min_element(entries, {}, rank);
    if (nearest != entries.end() && !rank(*nearest).first)
        entries.erase(nearest);
}

/// Removes one entry with the id of @p other. Of several with that id, the others may be refunds of their own.
void claimById(std::vector<Refund> &entries, const Intent &other)
{
    const auto rank = [&other](const Refund &entry) {
        return std::tuple(entry.id != other.sessionId, entry.amount != other.amount, secondsApart(entry, other));
    };
    const auto own = std::ranges::min_element(entries, {}, rank);
    if (own != entries.end() && own->id == other.sessionId)
        entries.erase(own);
}

/// Removes those that stood there before @p intent, apart from @p claimed ones, which are gone already.
void removeEarlier(std::vector<Refund> &entries, const Intent &intent, const QStringList &claimed)
{
    QStringList before = intent.listedBefore.value_or(QStringList());
    for (const QString &id : claimed)
        before.removeOne(id);
    for (const QString &id : std::as_const(before)) {
        const auto earliest = std::ranges::min_element(entries, {}, [&id](const Refund &entry) {
            return std::tuple(entry.id != id, entry.at.isValid(), entry.at);
        });
        if (earliest != entries.end() && earliest->id == id)
            entries.erase(earliest);
    }
}

/// Returns those of @p entries that have the amount of @p intent and were stamped in its time.
std::vector<Refund> fittingEntries(const std::vector<Refund> &entries, const Intent &intent)
{
    std::vector<Refund> fitting;
    std::ranges::copy_if(entries, std::back_inserter(fitting), [&intent](const Refund &entry) {
        return entry.amount == intent.amount && isOfItsTime(entry, intent);
    });
    return fitting;
}

/// Returns how many refunds like @p intent, beside it, are on their way or unknown and may be one of @p fitting.
qint64 likeRefunds(const std::vector<Refund> &fitting, const Intent &intent, const std::vector<Intent> &refunds)
{
    return std::ranges::count_if(refunds, [&](const Intent &other) {
        const auto mayBeOther = [&other](const Refund &entry) {
            return isOfItsTime(entry, other) && !stoodBefore(entry, other);
        };
        return other.id != intent.id && isPending(other) && other.amount == intent.amount &&
               std::ranges::any_of(fitting, mayBeOther);
    });
}

/// Returns whether @p fitting, entries that fit @p intent, are more than there are refunds of it and its like that may
/// be listed: then one of them was made elsewhere, and nothing says which.
bool isAnyForeign(const std::vector<Refund> &fitting, const Intent &intent, const std::vector<Intent> &refunds)
{
    return std::ssize(fitting) > likeRefunds(fitting, intent, refunds) + 1;
}

/// Returns whether @p entry, which stood in the list not before @p intent, may be that refund, however late it arrived
/// there.
bool mayHaveArrived(const Refund &entry, const Intent &intent)
{
    const bool isUntimed = !entry.at.isValid() || !intent.providerOpenedAt.isValid();
    const qint64 latest = intent.sessionId.isEmpty() ? latestSeconds : latestTrySeconds;
    const QDateTime sent = intent.providerEndedAt.isValid() ? intent.providerEndedAt : intent.providerOpenedAt;
    const bool isLate = !isUntimed && entry.at >= intent.providerOpenedAt && entry.at <= sent.addSecs(latest);
    return isOfItsTime(entry, intent) || (intent.listedBefore && (isUntimed || isLate));
}

/// Returns whether @p entry is of the day of @p intent by the clock of this computer, where the provider did not say
/// its time.
bool isOfItsDay(const Refund &entry, const Intent &intent)
{
    constexpr qint64 aDay = 86'400;
    return !intent.providerOpenedAt.isValid() &&
           (!entry.at.isValid() || std::abs(intent.openedAt.secsTo(entry.at)) < aDay);
}

/// Returns whether @p entry, which has another amount, may be @p intent all the same, less a fee for example. Of one
/// that is known not to have stood there before, the provider's stamp says nothing against it.
bool mayBeOfAnotherAmount(const Refund &entry, const Intent &intent)
{
    const bool mayBeOfItsTime =
        intent.listedBefore || !entry.at.isValid() || !intent.providerOpenedAt.isValid() || isOfItsTime(entry, intent);
    return mayBeOfItsTime && entry.amount != intent.amount && !isFailed(entry);
}

/// Returns whether @p entry came after @p intent began: the list or the total holds one more refund of that amount than
/// was reported before, beside those that were made here since. Without a total only its time can say so.
bool isNew(const Refund &entry, const checkout::Transaction &payment, const Intent &intent,
           const std::vector<Intent> &refunds)
{
    if (!payment.refunded)
        return entry.at >= intent.providerOpenedAt.addSecs(-sameMomentSeconds);
    const money::Money nothing(0, intent.amount->currency());
    std::optional<money::Money> needed = intent.refundedBefore.value_or(nothing).plus(*intent.amount);
    bool isLater = false;
    for (const Intent &other : refunds) {
        if (needed && isLater && wasTaken(other) && other.amount)
            needed = needed->plus(*other.amount);
        isLater = isLater || other.id == intent.id;
    }
    const std::optional<money::Money> listed = sumOfEntries(payment, nothing);
    const qint64 most = std::max(listed ? listed->minorUnits() : 0, payment.refunded->minorUnits());
    return needed && most >= needed->minorUnits();
}

/// Returns whether both clocks say that @p intent is under way no more.
bool isOver(const Intent &intent, const QDateTime &providerNow, const QDateTime &now)
{
    const QDateTime until = lastArrival(intent, providerNow, now);
    return until.isValid() && now > until;
}

/// Returns whether the list or the total of @p payment holds what may be @p intent and is none of the entries that
/// failed: a provider may have tried once more, or the amount may be given back all the same. @p entries are those that
/// no other refund claims.
bool mayBeMadeOtherwise(const checkout::Transaction &payment, const std::vector<Refund> &entries, const Intent &intent,
                        const std::vector<Intent> &refunds)
{
    const auto mayBeIt = [&intent](const Refund &entry) {
        return (entry.amount == intent.amount && !isFailed(entry)) || mayBeOfAnotherAmount(entry, intent);
    };
    return std::ranges::any_of(entries, mayBeIt) || totalHoldsMore(payment, *intent.amount) ||
           totalHasRisen(payment, intent, refunds);
}

/// Returns whether @p entry is that of @p intent by its id.
bool isOwnEntry(const Refund &entry, const Intent &intent)
{
    return !intent.sessionId.isEmpty() && entry.id == intent.sessionId;
}

/// Returns the entries that may be @p intent, which was closed as not made. One that was found to have failed has its
/// own entry, and its provider may have tried once more.
std::vector<Refund> entriesAfterAll(const checkout::Transaction &payment, const Intent &intent,
                                    const std::vector<Intent> &refunds)
{
    if (!payment.refunds || !intent.amount)
        return {};
    std::vector<Refund> fitting = unclaimedEntries(*payment.refunds, intent, refunds);
    std::erase_if(fitting, [&intent](const Refund &entry) {
        const bool mayBeIt = entry.amount == intent.amount && mayHaveArrived(entry, intent);
        return isFailed(entry) || (!isOwnEntry(entry, intent) && !mayBeIt);
    });
    return fitting;
}

/// Returns the one of @p fitting, entries that fit @p intent, that it is most likely to be: of those that did not fail,
/// if there are any, the one that is nearest to its time. Of several refunds of this amount whose outcome is unknown,
/// each gets one entry: which one makes no difference.
std::optional<Refund> likeliestEntry(const std::vector<Refund> &fitting, const Intent &intent)
{
    const auto rank = [&intent](const Refund &entry) {
        return std::pair(isFailed(entry), secondsApart(entry, intent));
    };
    const auto best = std::ranges::min_element(fitting, {}, rank);
    return best == fitting.end() ? std::nullopt : std::optional(*best);
}

RefundFinding listedAs(const Refund &entry)
{
    RefundFinding found(isFailed(entry) ? Finding::NotMade : Finding::Made);
    found.refund = entry;
    return found;
}

/// Judges by the entries of the list; nothing but they can tell two refunds of one amount apart.
RefundFinding findInList(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds,
                         const QDateTime &providerNow, const QDateTime &now)
{
    const auto entries = unclaimedEntries(*payment.refunds, intent, refunds);
    const auto fitting = fittingEntries(entries, intent);
    const auto best = likeliestEntry(fitting, intent);
    if (isAnyForeign(fitting, intent, refunds))
        return RefundFinding(Finding::CannotTell);
    if (best && !isFailed(*best))
        return isNew(*best, payment, intent, refunds) ? listedAs(*best) : RefundFinding(Finding::CannotTell);
    if (!isOver(intent, providerNow, now) || mayBeMadeOtherwise(payment, entries, intent, refunds))
        return RefundFinding(Finding::CannotTell);
    // Only now: while this one may still arrive, the entry that failed may be of an earlier one.
    if (best)
        return listedAs(*best);
    const bool isAbsent = std::ranges::find(entries, *intent.amount, &Refund::amount) == entries.end();
    return RefundFinding(isAbsent ? Finding::NotMade : Finding::CannotTell);
}

} // namespace

QDateTime lastArrival(const Intent &intent, const QDateTime &providerNow, const QDateTime &now)
{
    if (!intent.deadlineAt.isValid() || !now.isValid())
        return {};
    const ledger::LastArrival last = ledger::lastArrivals(intent, providerNow, now);
    return last.there.isValid() ? std::max(last.here, last.there) : QDateTime();
}

int entriesWithId(const checkout::Transaction &payment, const QString &entryId)
{
    return payment.refunds ? static_cast<int>(std::ranges::count(*payment.refunds, entryId, &Refund::id)) : 0;
}

std::vector<Refund> unclaimedEntries(const std::vector<Refund> &entries, const Intent &intent,
                                     const std::vector<Intent> &refunds)
{
    std::vector<Refund> left = entries;
    QStringList claimed;
    for (const Intent &other : refunds) {
        if (other.id == intent.id || other.sessionId.isEmpty())
            continue;
        claimById(left, other);
        claimed << other.sessionId;
    }
    for (const Intent &other : refunds) {
        if (other.id != intent.id && wasTaken(other) && other.sessionId.isEmpty())
            claimByAmount(left, other);
    }
    removeEarlier(left, intent, claimed);
    return left;
}

bool mayBeByAmount(const Refund &entry, const Intent &intent)
{
    return entry.amount == intent.amount || entry.amount.minorUnits() == 0;
}

QStringList listedApart(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds)
{
    QStringList apart = intent.listedBefore.value_or(QStringList());
    for (const Refund &entry : unclaimedEntries(*payment.refunds, intent, refunds)) {
        if (!entry.id.isEmpty() && entry.id != intent.sessionId)
            apart << entry.id;
    }
    return apart;
}

bool isListedAfterAll(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds)
{
    const auto fitting = entriesAfterAll(payment, intent, refunds);
    const bool isItself =
        std::ranges::any_of(fitting, [&intent](const Refund &entry) { return isOwnEntry(entry, intent); });
    return isItself || std::ssize(fitting) > likeRefunds(fitting, intent, refunds);
}

bool isListedAfterRefusal(const checkout::Transaction &payment, const Intent &intent,
                          const std::vector<Intent> &refunds)
{
    auto fitting = entriesAfterAll(payment, intent, refunds);
    std::erase_if(fitting,
                  [&intent](const Refund &entry) { return !isOfItsTime(entry, intent) && !isOfItsDay(entry, intent); });
    return intent.listedBefore && std::ssize(fitting) > likeRefunds(fitting, intent, refunds);
}

std::optional<money::Money> totalWithAll(const Intent &intent, const std::vector<Intent> &refunds)
{
    std::optional<money::Money> all =
        ledger::givenBack(intent.refundedBefore.value_or(money::Money(0, intent.amount->currency())), refunds);
    for (const Intent &other : refunds) {
        if (all && isPending(other) && other.amount)
            all = all->plus(*other.amount);
    }
    return all;
}

RefundFinding findRefund(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds,
                         const QDateTime &providerNow, const QDateTime &now)
{
    if (!intent.amount || isOlderCopy(payment, refunds))
        return RefundFinding(Finding::CannotTell);
    if (payment.refunds)
        return findInList(payment, intent, refunds, providerNow, now);
    // A total may lag behind a refund that is being processed, so it says only that all were made.
    const auto all = totalWithAll(intent, refunds);
    if (!all || payment.refunded != all)
        return RefundFinding(Finding::CannotTell);
    // Not more than that it was taken: the total may hold an equal one from elsewhere, or one that fails later.
    Refund counted(QString(), *intent.amount);
    counted.status = checkout::RefundStatus::Pending;
    return listedAs(counted);
}

std::optional<Refund> entryOf(const checkout::Transaction &payment, const Intent &intent,
                              const std::vector<Intent> &refunds, const QDateTime &providerNow, const QDateTime &now)
{
    if (!payment.refunds || !intent.amount)
        return {};
    if (!intent.sessionId.isEmpty()) {
        const auto own = std::ranges::find(*payment.refunds, intent.sessionId, &Refund::id);
        return entriesWithId(payment, intent.sessionId) == 1 ? std::optional(*own) : std::nullopt;
    }
    const auto entries = unclaimedEntries(*payment.refunds, intent, refunds);
    const auto fitting = fittingEntries(entries, intent);
    const auto best = likeliestEntry(fitting, intent);
    if (!best || isAnyForeign(fitting, intent, refunds))
        return {};
    const bool isItsFailure = isOver(intent, providerNow, now) &&
                              !mayBeMadeOtherwise(payment, entries, intent, refunds) && !isOlderCopy(payment, refunds);
    return isFailed(*best) && !isItsFailure ? std::nullopt : best;
}

} // namespace tilldeck::desk
