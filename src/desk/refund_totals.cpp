// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_totals.h"

#include "desk/account_of_intent.h"
#include "desk/older_copy.h"
#include "desk/question_by_totals.h"
#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "desk/while_open.h"
#include "ledger/left_to_refund.h"
#include "money/format.h"

#include <algorithm>
#include <iterator>
#include <limits>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using ledger::Intent;

namespace {

/// Returns the refunds of @p payment among @p before.
std::vector<CountedRefund> refundsOfPayment(const std::vector<CountedRefund> &before,
                                            const checkout::Transaction &payment)
{
    std::vector<CountedRefund> own;
    std::ranges::copy_if(before, std::back_inserter(own), [&payment](const CountedRefund &refund) {
        return refund.intent.transactionId == payment.id && refund.intent.amount;
    });
    return own;
}

qint64 sumOf(const std::vector<CountedRefund> &refunds)
{
    std::optional<money::Money> sum(money::Money(0, refunds.front().intent.amount->currency()));
    for (const CountedRefund &refund : refunds)
        sum = sum ? sum->plus(*refund.intent.amount) : sum;
    return sum ? sum->minorUnits() : std::numeric_limits<qint64>::max();
}

/// Returns what was reported as refunded before the first of @p refunds.
qint64 reportedBefore(const std::vector<CountedRefund> &refunds)
{
    qint64 least = std::numeric_limits<qint64>::max();
    for (const CountedRefund &refund : refunds)
        least = std::min(least, refund.intent.refundedBefore ? refund.intent.refundedBefore->minorUnits() : 0);
    return least;
}

/// How long no answer may count a refund that was counted before, until it has failed, and how long one that was made
/// may be missing in a total: longer than any copy of the provider's data lags behind.
constexpr qint64 lagSeconds = 86'400;

/// How many answers of that time have to be without it, and how long each has to come after the one before.
constexpr int leastLooks = 4;
constexpr qint64 betweenLooksSeconds = qint64(4) * 3600;

/// How many days after it was sent a refund is looked at that the merchant decided as given back.
constexpr int daysDecidedIsLookedAt = 30;

constexpr QLatin1StringView uncountedWord("uncounted");
constexpr QLatin1StringView countedWord("counted");

/// Returns the name of a timeline that nobody shows: when the total was seen not to hold the refund any more.
QString lookTimeline(const Intent &refund)
{
    return refund.id + u"/total"_s;
}

/// Returns the name of a timeline that nobody shows: when the provider counted the refund as soon as it had taken it.
QString countedTimeline(const Intent &refund)
{
    return refund.id + u"/counted"_s;
}

/// Holds one moment by two clocks, either of which may be wrong.
struct BothClocks
{
    QDateTime provider;
    QDateTime here;
};

/// Returns whether both clocks say that it is @p seconds since @p then.
bool havePassed(qint64 seconds, const BothClocks &then, const BothClocks &now)
{
    const auto hasPassed = [seconds](const QDateTime &from, const QDateTime &to) {
        return from.isValid() && to.isValid() && from.secsTo(to) >= seconds;
    };
    return hasPassed(then.provider, now.provider) && hasPassed(then.here, now.here);
}

/// Keeps what the answer of @p now says of the refund. Without it that answer does not count. The event has the time of
/// this computer, and the word that of the provider.
http::Task<void> noteLook(QPointer<Desk> desk, QString accountId, Intent refund, QString word, BothClocks now)
{
    const ledger::TimelineEvent look{ledger::TimelineEvent::Kind::LookedUp,
                                     word + u' ' + now.provider.toString(Qt::ISODate), now.here};
    co_await desk->ledger().addEvent(accountId, lookTimeline(refund), look);
}

/// Holds the answers that did not count a refund, since one did.
struct Uncounted
{
    std::vector<BothClocks> looks; ///< Newest first, each long after the next.
    bool isMisdated = false;       ///< One was noted, and either clock has been before that moment since.

    /// Returns whether @p now is long enough after the newest one to be one of them.
    bool takes(const BothClocks &now) const
    {
        return looks.empty() || havePassed(betweenLooksSeconds, looks.front(), now);
    }
    /// Returns whether they say, at @p now, that the refund has failed.
    bool isFailure(const BothClocks &now) const
    {
        return std::ssize(looks) + (takes(now) ? 1 : 0) >= leastLooks && havePassed(lagSeconds, looks.back(), now);
    }
};

/// Returns the answers before @p now that did not count the refund.
http::Task<Uncounted> uncountedSince(QPointer<Desk> desk, QString accountId, Intent refund, BothClocks now)
{
    Uncounted uncounted;
    const auto looks = co_await desk->ledger().timeline(accountId, lookTimeline(refund));
    if (!looks)
        co_return Uncounted(uncounted);
    for (const ledger::TimelineEvent &look : *looks) {
        const QStringList words = look.rawStatus.split(u' ');
        const BothClocks at{QDateTime::fromString(words.last(), Qt::ISODate), look.at};
        if (words.first() != uncountedWord)
            break;
        const bool isBefore = uncounted.looks.empty() ? havePassed(0, at, now)
                                                      : havePassed(betweenLooksSeconds, at, uncounted.looks.back());
        if (isBefore)
            uncounted.looks.push_back(at);
        else if (uncounted.looks.empty())
            uncounted.isMisdated = true;
    }
    co_return Uncounted(uncounted);
}

/// Returns the refunds of @p payment, the newest answer, that no answer has counted for a day, of the several that came
/// in it. Keeps what it says of the others.
http::Task<std::vector<Intent>> failedByTotal(QPointer<Desk> desk, QString accountId, std::vector<CountedRefund> before,
                                              checkout::Transaction payment)
{
    std::vector<Intent> failed;
    const std::vector<CountedRefund> own = refundsOfPayment(before, payment);
    const BothClocks now{desk->providerTime(accountId), desk->now()};
    // What the merchant decided as given back may never have been counted, so the others are looked at alone, too.
    std::vector<CountedRefund> asked;
    std::ranges::copy_if(before, std::back_inserter(asked),
                         [](const CountedRefund &refund) { return refund.intent.state == Intent::State::Accepted; });
    std::vector<Intent> uncounted = uncountedRefunds(before, payment, now.provider);
    std::ranges::copy(uncountedRefunds(asked, payment, now.provider), std::back_inserter(uncounted));
    const auto refunds = co_await desk->journal().refundsOf(accountId, payment.id);
    if (!desk || !refunds || payment.refunds || !payment.refunded || !now.provider.isValid() ||
        isOlderCopy(payment, *refunds))
        co_return std::vector<Intent>(failed);
    failed.reserve(own.size());
    for (const CountedRefund &refund : own) {
        const auto noted = co_await whileOpen(desk, uncountedSince(desk, accountId, refund.intent, now));
        if (!noted)
            break;
        const bool isNoted = !noted->looks.empty();
        const bool mayBeCounted = payment.refunded->minorUnits() >= refund.intent.amount->minorUnits();
        const bool isAnew = noted->isMisdated && !isNoted && !mayBeCounted;
        const bool isFirst = !isNoted && std::ranges::find(uncounted, refund.intent) != uncounted.end();
        const bool isOfCopy = payment.refunded->minorUnits() < reportedBefore(own);
        if (isNoted && mayBeCounted)
            co_await noteLook(desk, accountId, refund.intent, countedWord, now);
        else if (isNoted && !isOfCopy && noted->isFailure(now))
            failed.push_back(refund.intent);
        else if (isFirst || isAnew || (isNoted && !isOfCopy && noted->takes(now)))
            co_await noteLook(desk, accountId, refund.intent, uncountedWord, now);
        if (!desk)
            break;
    }
    co_return std::vector<Intent>(failed);
}

/// Returns the refunds of the account of the last month that are Confirmed because the merchant decided so.
http::Task<checkout::Result<std::vector<Intent>>> decidedRefunds(QPointer<Desk> desk, QString accountId)
{
    std::vector<Intent> decided;
    const QDateTime since = desk->now().addDays(-daysDecidedIsLookedAt);
    const auto confirmed = co_await whileOpen(desk, desk->journal().refundsIn(Intent::State::Confirmed, since));
    if (!confirmed)
        co_return std::unexpected(confirmed.error());
    for (const Intent &intent : *confirmed) {
        // What the provider said so has no note.
        if (intent.accountId != accountId || intent.note.isEmpty())
            continue;
        const auto events = co_await whileOpen(desk, desk->ledger().timeline(accountId, intent.id));
        if (!events)
            co_return std::unexpected(events.error());
        if (lastRefundStep(*events) == RefundStep::DecidedGivenBack)
            decided.push_back(intent);
    }
    co_return std::vector<Intent>(decided);
}

} // namespace

http::Task<std::vector<CountedRefund>> countedRefunds(QPointer<Desk> desk, QString accountId)
{
    std::vector<CountedRefund> counted;
    auto accepted = co_await desk->journal().refundsIn(Intent::State::Accepted);
    if (!accepted || !desk)
        co_return counted;
    const auto decided = co_await decidedRefunds(desk, accountId);
    if (!decided)
        co_return counted;
    accepted->insert(accepted->end(), decided->begin(), decided->end());
    counted.reserve(accepted->size());
    for (const Intent &intent : *accepted) {
        if (!desk || intent.accountId != accountId)
            continue;
        const auto row = co_await desk->ledger().transaction(accountId, intent.transactionId);
        counted.emplace_back(intent, row && row->has_value() ? (*row)->transaction.refunded : std::nullopt);
    }
    co_return std::vector<CountedRefund>(counted);
}

std::vector<Intent> uncountedRefunds(const std::vector<CountedRefund> &before, const checkout::Transaction &payment,
                                     const QDateTime &providerNow)
{
    std::vector<Intent> uncounted;
    const std::vector<CountedRefund> own = refundsOfPayment(before, payment);
    if (payment.refunds || !payment.refunded || own.empty() || !own.front().total)
        return uncounted;
    const qint64 total = own.front().total->minorUnits();
    const qint64 now = payment.refunded->minorUnits();
    // An answer out of a cache has an old date.
    const bool isNewer = std::ranges::all_of(own, [&providerNow](const CountedRefund &refund) {
        return refund.intent.providerOpenedAt.isValid() && providerNow > refund.intent.providerOpenedAt;
    });
    const bool heldAll = total - reportedBefore(own) >= sumOf(own);
    if (now >= total || now < reportedBefore(own) || !isNewer || !heldAll)
        return uncounted;
    uncounted.reserve(own.size());
    for (const CountedRefund &refund : own) {
        // What the total does hold may be of this one, whichever was taken out of it.
        if (refund.intent.amount->minorUnits() > now)
            uncounted.push_back(refund.intent);
    }
    return uncounted;
}

http::Task<checkout::Result<void>> settleByTotals(QPointer<Desk> desk, QString accountId, ledger::KeyMark key,
                                                  std::vector<CountedRefund> before,
                                                  std::vector<checkout::Transaction> answer)
{
    const auto questioned = co_await whileOpen(desk, questionByTotals(desk, accountId, answer));
    if (!questioned)
        co_return std::unexpected(questioned.error());
    for (const checkout::Transaction &payment : answer) {
        const auto failed = co_await whileOpen(desk, failedByTotal(desk, accountId, before, payment));
        if (!failed)
            co_return std::unexpected(failed.error());
        for (const Intent &intent : *failed) {
            if (isOfOtherKey(desk->capabilities(accountId), key, intent))
                continue;
            const QString note =
                RefundText::tr("%1 no longer counts this refund of %2 in what it gave back.", "provider, an amount")
                    .arg(desk->capabilities(accountId).providerName, money::format(*intent.amount, QLocale()));
            auto closing = desk->journal().failRefundByTotal(intent.id, intent.sessionId, note);
            const auto closed = co_await whileOpen(desk, std::move(closing));
            if (!closed)
                co_return std::unexpected(closed.error());
            noteRefundStep(*desk, intent, RefundStep::Failed);
        }
    }
    co_return checkout::Result<void>();
}

http::Task<void> noteIfCounted(QPointer<Desk> desk, Intent refund, checkout::Transaction payment)
{
    const money::Money before = refund.refundedBefore.value_or(money::Money(0, payment.amount.currency()));
    const bool isCounted =
        !payment.refunds && payment.refunded && payment.refunded->minus(before) == ledger::reportedAmount(refund);
    const bool isTaken = refund.state == Intent::State::Accepted || refund.state == Intent::State::Confirmed;
    if (!isCounted || !isTaken)
        co_return;
    const auto refunds = co_await desk->journal().refundsOf(refund.accountId, refund.transactionId);
    if (!refunds || !desk)
        co_return;
    // Two that were sent at once saw one rise.
    const QStringList seen = co_await refundsSeenCounted(desk, *refunds);
    const bool isOfAnother = std::ranges::any_of(*refunds, [&](const Intent &other) {
        return other.id != refund.id && seen.contains(other.id) && other.refundedBefore &&
               other.refundedBefore->minorUnits() >= before.minorUnits();
    });
    if (isOfAnother || !desk)
        co_return;
    const ledger::TimelineEvent proof{ledger::TimelineEvent::Kind::LookedUp, countedWord, desk->now()};
    co_await desk->ledger().addEvent(refund.accountId, countedTimeline(refund), proof);
}

http::Task<QStringList> refundsSeenCounted(QPointer<Desk> desk, std::vector<Intent> refunds)
{
    QStringList counted;
    for (const Intent &refund : refunds) {
        if (!desk || (refund.state != Intent::State::Accepted && refund.state != Intent::State::Confirmed))
            continue;
        const auto seen = co_await desk->ledger().timeline(refund.accountId, countedTimeline(refund));
        if (seen && !seen->empty())
            counted << refund.id;
    }
    co_return QStringList(counted);
}

http::Task<QStringList> refundsCounted(QPointer<Desk> desk, QString accountId, std::vector<Intent> refunds)
{
    const auto seen = co_await whileOpen(desk, refundsSeenCounted(desk, refunds));
    if (!seen)
        co_return QStringList();
    QStringList counted = *seen;
    for (const Intent &refund : refunds) {
        if (refund.state != Intent::State::Confirmed || counted.contains(refund.id))
            continue;
        const BothClocks sent{refund.providerOpenedAt, refund.openedAt};
        const BothClocks now{desk->providerTime(accountId), desk->now()};
        // Of one that was sent before the provider had said its time, this computer's says alone how long ago that was.
        const bool isOld =
            sent.provider.isValid() ? havePassed(lagSeconds, sent, now) : sent.here.secsTo(now.here) >= lagSeconds;
        if (isOld)
            counted << refund.id;
    }
    co_return QStringList(counted);
}

QString whatTotalLeavesOpen(const checkout::Transaction &payment, const Intent &refund, const QString &providerName)
{
    if (payment.refunds || !refund.amount)
        return {};
    const qint64 before = refund.refundedBefore ? refund.refundedBefore->minorUnits() : 0;
    const bool isCounted = payment.refunded && payment.refunded->minorUnits() - before >= refund.amount->minorUnits();
    return isCounted ? RefundText::tr("%1 counts this refund in its total, which does not say whether the customer has "
                                      "the money. Look in its own dashboard.")
                           .arg(providerName)
                     : RefundText::tr("%1 does not count this refund in its total, and lists no refunds. It may not be "
                                      "made yet, or have failed. Look in its own dashboard.")
                           .arg(providerName);
}

} // namespace tilldeck::desk
