// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_totals.h"

#include "desk/closed_error.h"
#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "money/format.h"

#include <QCoroFuture>

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

/// How long no answer may count a refund that was counted before, until it has failed: longer than any copy of the
/// provider's data lags behind.
constexpr qint64 uncountedSeconds = 86'400;

constexpr QLatin1StringView uncountedWord("uncounted");
constexpr QLatin1StringView countedWord("counted");

/// Returns the name of a timeline that nobody shows: when the total stopped to hold the refund.
QString lookTimeline(const Intent &refund)
{
    return refund.id + u"/total"_s;
}

/// Returns the name of a timeline that nobody shows: when the provider counted the refund as soon as it had taken it.
QString countedTimeline(const Intent &refund)
{
    return refund.id + u"/counted"_s;
}

/// Returns when an answer has not counted the refund for the first time, by the provider's clock; invalid when the
/// newest one that said anything did count it.
http::Task<QDateTime> uncountedSince(QPointer<Desk> desk, QString accountId, Intent refund)
{
    const auto looks = co_await desk->ledger().timeline(accountId, lookTimeline(refund));
    const bool isUncounted = looks && !looks->empty() && looks->front().rawStatus == uncountedWord;
    co_return isUncounted ? looks->front().at : QDateTime();
}

/// Keeps what the answer of @p at says of the refund. Without it the next answer is the first one.
http::Task<void> noteLook(QPointer<Desk> desk, QString accountId, Intent refund, QString word, QDateTime at)
{
    const ledger::TimelineEvent look{ledger::TimelineEvent::Kind::LookedUp, word, at};
    co_await desk->ledger().addEvent(accountId, lookTimeline(refund), look);
}

/// Returns the refunds of @p payment, the newest answer, that no answer has counted for a day. Keeps what it says of
/// the others.
http::Task<std::vector<Intent>> failedByTotal(QPointer<Desk> desk, QString accountId, std::vector<CountedRefund> before,
                                              checkout::Transaction payment)
{
    std::vector<Intent> failed;
    const std::vector<CountedRefund> own = refundsOfPayment(before, payment);
    const QDateTime now = desk->providerTime(accountId);
    const std::vector<Intent> uncounted = uncountedRefunds(before, payment, now);
    if (payment.refunds || !payment.refunded || !now.isValid())
        co_return std::vector<Intent>(failed);
    failed.reserve(own.size());
    for (const CountedRefund &refund : own) {
        const QDateTime since = co_await uncountedSince(desk, accountId, refund.intent);
        if (!desk)
            break;
        const bool mayBeCounted = payment.refunded->minorUnits() >= refund.intent.amount->minorUnits();
        const bool isFirst = !since.isValid() && std::ranges::find(uncounted, refund.intent) != uncounted.end();
        if (isFirst)
            co_await noteLook(desk, accountId, refund.intent, uncountedWord, now);
        else if (since.isValid() && mayBeCounted)
            co_await noteLook(desk, accountId, refund.intent, countedWord, now);
        else if (since.isValid() && since.secsTo(now) >= uncountedSeconds &&
                 payment.refunded->minorUnits() >= reportedBefore(own))
            failed.push_back(refund.intent);
        if (!desk)
            break;
    }
    co_return std::vector<Intent>(failed);
}

} // namespace

http::Task<std::vector<CountedRefund>> countedRefunds(QPointer<Desk> desk, QString accountId)
{
    std::vector<CountedRefund> counted;
    const auto accepted = co_await desk->journal().refundsIn(Intent::State::Accepted);
    if (!accepted)
        co_return counted;
    counted.reserve(accepted->size());
    for (const Intent &intent : *accepted) {
        if (!desk || intent.accountId != accountId)
            continue;
        const auto row = co_await desk->ledger().transaction(accountId, intent.transactionId);
        const bool isListed = row && row->has_value();
        counted.emplace_back(intent, isListed ? (*row)->transaction.refunded : std::nullopt);
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

http::Task<checkout::Result<void>> settleByTotals(QPointer<Desk> desk, QString accountId,
                                                  std::vector<CountedRefund> before,
                                                  std::vector<checkout::Transaction> answer)
{
    for (const checkout::Transaction &payment : answer) {
        if (!desk)
            co_return std::unexpected(closedError());
        const std::vector<Intent> failed = co_await failedByTotal(desk, accountId, before, payment);
        for (const Intent &intent : failed) {
            if (!desk)
                co_return std::unexpected(closedError());
            const QString note =
                RefundText::tr("%1 no longer counts this refund of %2 in what it gave back.", "provider, an amount")
                    .arg(desk->capabilities(accountId).providerName, money::format(*intent.amount, QLocale()));
            const auto closed =
                co_await desk->journal().close(intent.id, Intent::State::Failed, intent.sessionId, note);
            if (!closed)
                co_return std::unexpected(closed.error());
            if (desk)
                noteRefundStep(*desk, intent, RefundStep::Failed);
        }
    }
    co_return checkout::Result<void>();
}

http::Task<void> noteIfCounted(QPointer<Desk> desk, Intent refund, checkout::Transaction payment)
{
    const money::Money before = refund.refundedBefore.value_or(money::Money(0, payment.amount.currency()));
    const bool isCounted = !payment.refunds && payment.refunded && payment.refunded->minus(before) == refund.amount;
    if (!isCounted || refund.state != Intent::State::Accepted)
        co_return;
    const ledger::TimelineEvent seen{ledger::TimelineEvent::Kind::LookedUp, countedWord, desk->now()};
    co_await desk->ledger().addEvent(refund.accountId, countedTimeline(refund), seen);
}

http::Task<QStringList> refundsSeenCounted(QPointer<Desk> desk, std::vector<Intent> refunds)
{
    QStringList counted;
    for (const Intent &refund : refunds) {
        if (!desk || refund.state != Intent::State::Accepted)
            continue;
        const auto seen = co_await desk->ledger().timeline(refund.accountId, countedTimeline(refund));
        if (seen && !seen->empty())
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
