// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/settle_refunds.h"

#include "desk/account_of_intent.h"
#include "desk/ask_transaction.h"
#include "desk/find_refund.h"
#include "desk/older_copy.h"
#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "desk/refund_totals.h"
#include "desk/while_open.h"
#include "ledger/request_end.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>
#include <ranges>

namespace tilldeck::desk {

using checkout::RefundStatus;
using ledger::Intent;

namespace {

/// The most payments that are asked about in one refresh.
constexpr int mostSettled = 20;

/// How often one answer is judged: once for each refund that it says something new of, and more than that while others
/// write.
constexpr int mostLooks = 100;

/// How many days after a refund was sent that was closed as not made the provider is asked whether it lists it by now.
constexpr int daysUntilListed = 1;

/// The states of a refund that was closed as not made.
constexpr std::array closedAsNotMade{Intent::State::Abandoned, Intent::State::Rejected, Intent::State::Failed};

/// How long after a refund was sent the provider is asked whether it failed after all.
constexpr int daysUntilFinal = 30;

/// Returns whether @p entry, the one with the id of a refund that was given back, says that it failed after all.
bool isTakenBack(const Intent &refund, const checkout::Refund &entry)
{
    return refund.state == Intent::State::Confirmed && entry.status == RefundStatus::Failed &&
           !refund.sessionId.isEmpty() && entry.id == refund.sessionId;
}

/// Returns what the journal has to say of @p before, whose entry in the provider's list is @p entry.
Intent settled(const Intent &before, const checkout::Refund &entry)
{
    Intent after = before;
    after.sessionId = entry.id;
    // An amount of nothing is none that is said.
    if (before.amount != entry.amount && entry.amount.minorUnits() > 0)
        after.reported = entry.amount;
    if (isTakenBack(before, entry)) {
        after.state = Intent::State::Failed;
        after.note = RefundText::tr("The provider said that it gave this refund back, and lists it as failed now.");
    }
    if (entry.status == RefundStatus::Failed)
        after.failedByTotal = false;
    const bool wasFailed = before.state == Intent::State::Failed;
    if (before.state != Intent::State::Accepted && (!wasFailed || entry.status == RefundStatus::Failed))
        return after;
    if (entry.status == RefundStatus::Succeeded) {
        after.state = Intent::State::Confirmed;
        after.note.clear();
    } else if (entry.status == RefundStatus::Failed) {
        after.state = Intent::State::Failed;
        after.note = RefundText::tr("The provider took this refund and did not give it back after all.");
    } else {
        after.state = Intent::State::Accepted;
        after.note = entry.rawStatus;
    }
    return after;
}

/// Returns whether the provider's list may say something new of @p refund by its own entry.
bool mayBeSettled(const Intent &refund)
{
    using State = Intent::State;
    const bool isTaken = refund.state == State::Accepted || refund.state == State::Confirmed;
    // One that failed has its entry by its id alone: what may be another one is a question.
    return isTaken || (refund.state == State::Failed && !refund.sessionId.isEmpty());
}

/// Returns why @p refund, which was closed as not made, is a question again, in a sentence.
QString whyQuestioned(const Intent &refund, bool wasRefused, const QString &provider)
{
    if (refund.state == Intent::State::Abandoned)
        return RefundText::tr("%1 lists a refund that fits this one, after it was decided as not "
                              "given back.")
            .arg(provider);
    // What failed has its own entry.
    if (refund.state == Intent::State::Failed || !refund.sessionId.isEmpty())
        return RefundText::tr("%1 lists a refund that fits this one, after this one had failed.").arg(provider);
    return wasRefused ? RefundText::tr("%1 lists a refund that fits this one, after it refused it.").arg(provider)
                      : RefundText::tr("%1 lists a refund that fits this one, after it did not list it.").arg(provider);
}

/// Makes those refunds of @p refunds Unknown that were closed as not made, and that @p payment lists after all. Returns
/// whether there was one.
http::Task<checkout::Result<bool>> questionClosed(QPointer<Desk> desk, QString accountId, checkout::Transaction payment,
                                                  std::vector<Intent> refunds)
{
    bool isAny = false;
    for (Intent &intent : refunds) {
        const bool isClosed = std::ranges::find(closedAsNotMade, intent.state) != closedAsNotMade.end();
        if (!isClosed || !isListedAfterAll(payment, intent, refunds))
            continue;
        const auto events = co_await whileOpen(desk, desk->ledger().timeline(intent.accountId, intent.id));
        if (!events)
            co_return std::unexpected(events.error());
        const bool wasTried = !intent.sessionId.isEmpty() || refundWasLookedUp(*events);
        const bool wasRefused = intent.state == Intent::State::Rejected && !wasTried;
        if (wasRefused && !isListedAfterRefusal(payment, intent, refunds))
            continue;
        const QString note = whyQuestioned(intent, wasRefused, desk->capabilities(accountId).providerName);
        const auto questioned = co_await whileOpen(desk, desk->journal().questionRefund(intent.id, note));
        if (!questioned)
            co_return std::unexpected(questioned.error());
        noteRefundStep(*desk, intent, RefundStep::Questioned);
        // It accounts for an entry from now on.
        intent.state = Intent::State::Unknown;
        intent.sessionId.clear();
        intent.wasClosed = true;
        isAny = true;
    }
    co_return checkout::Result<bool>(isAny);
}

/// Returns the payments of @p refunds, of the account, that are asked about in this refresh.
QStringList paymentsToAsk(Desk &desk, const QString &accountId, const std::vector<Intent> &refunds)
{
    QSet<QString> known;
    QStringList payments;
    for (const Intent &intent : refunds) {
        if (intent.accountId == accountId && !known.contains(intent.transactionId))
            payments << intent.transactionId;
        known.insert(intent.transactionId);
    }
    if (payments.size() <= mostSettled)
        return payments;
    // In no order, so that a script whose every command is a run of its own gets to each of them.
    std::ranges::shuffle(payments, *QRandomGenerator::global());
    QHash<QString, QDateTime> &asked = desk.refundsAskedAt()[accountId];
    const auto askedAt = [&asked](const QString &id) { return asked.value(id).toMSecsSinceEpoch(); };
    std::ranges::sort(payments, {}, askedAt);
    payments.resize(mostSettled);
    for (const QString &id : std::as_const(payments))
        asked.insert(id, desk.now());
    return payments;
}

/// Says what settleNext() did.
enum class Settling {
    Done,    ///< Nothing was left to write.
    Written, ///< It wrote what became of one.
    Again,   ///< Somebody else wrote meanwhile, so it has to be judged again.
};

/// Writes what @p payment says of the first of @p refunds, those of it in the journal, of which that is not known yet.
http::Task<checkout::Result<Settling>> settleNext(QPointer<Desk> desk, QString accountId, ledger::KeyMark key,
                                                  checkout::Transaction payment, std::vector<Intent> refunds)
{
    const checkout::Capabilities can = desk->capabilities(accountId);
    const bool isOlder = isOlderCopy(payment, refunds);
    for (const Intent &intent : refunds) {
        // Of another shop, the payment with this id is another one.
        if (!isSurelyOf(desk->accounts(), intent.accountId, accountId) ||
            (intent.sessionId.isEmpty() && isOfOtherKey(can, key, intent)))
            continue;
        const auto entry = mayBeSettled(intent)
                               ? entryOf(payment, intent, refunds, desk->providerTime(accountId), desk->now())
                               : std::nullopt;
        // One without an id that was given back is not the entry of one that failed.
        const bool isOther = entry && intent.state == Intent::State::Confirmed && intent.sessionId.isEmpty() &&
                             entry->status == RefundStatus::Failed;
        if (!entry || isOther)
            continue;
        const Intent after = settled(intent, *entry);
        // An older copy may have the status of a first try that failed.
        const bool isOlderFailure = isOlder && after.state == Intent::State::Failed && after.state != intent.state;
        if (after == intent || isOlderFailure)
            continue;
        auto claiming = desk->journal().claimRefund(accountId, after, refunds, entriesWithId(payment, after.sessionId));
        const auto claimed = co_await whileOpen(desk, std::move(claiming));
        if (!claimed)
            co_return std::unexpected(claimed.error());
        if (!*claimed)
            co_return Settling::Again;
        if (after.state == Intent::State::Confirmed && intent.state != after.state)
            noteRefundStep(*desk, after, RefundStep::GivenBack);
        else if (after.state == Intent::State::Failed)
            noteRefundStep(*desk, after, RefundStep::Failed);
        else if (intent.state == Intent::State::Failed)
            noteRefundStep(*desk, after, RefundStep::Asked);
        co_return Settling::Written;
    }
    co_return Settling::Done;
}

} // namespace

http::Task<checkout::Result<void>> settleRefunds(QPointer<Desk> desk, QString accountId, ledger::KeyMark key,
                                                 checkout::Transaction payment)
{
    if (!payment.refunds)
        co_return checkout::Result<void>();
    std::vector<Intent> refunds;
    Settling step = Settling::Again;
    bool isAnyOver = false;
    for (int looks = 0; step != Settling::Done && looks < mostLooks; ++looks) {
        const auto stored = co_await whileOpen(desk, desk->journal().refundsOf(accountId, payment.id));
        if (!stored)
            co_return std::unexpected(stored.error());
        refunds = *stored;
        const auto settled = co_await whileOpen(desk, settleNext(desk, accountId, key, payment, refunds));
        if (!settled)
            co_return std::unexpected(settled.error());
        step = *settled;
        isAnyOver = isAnyOver || step == Settling::Written;
    }
    // After the others have claimed their entries.
    const auto questioned = co_await whileOpen(desk, questionClosed(desk, accountId, payment, refunds));
    if (!questioned)
        co_return std::unexpected(questioned.error());
    // Before anybody shows the payment that it is of.
    if (isAnyOver || *questioned)
        co_await desk->readAskedRefunds();
    co_return checkout::Result<void>();
}

http::Task<checkout::Result<void>> settleTakenRefunds(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                      Depth depth)
{
    if (!desk->capabilities(accountId).looksUpTransactions)
        co_return checkout::Result<void>();
    const auto counted = co_await whileOpen(desk, countedRefunds(desk, accountId));
    if (!counted)
        co_return std::unexpected(counted.error());
    std::vector<Intent> taken;
    std::ranges::transform(*counted, std::back_inserter(taken), &CountedRefund::intent);
    for (const Intent::State state : closedAsNotMade) {
        const auto closed = co_await whileOpen(desk, desk->journal().refundsIn(state));
        if (!closed)
            co_return std::unexpected(closed.error());
        const QDateTime since = desk->now().addDays(-daysUntilListed);
        // One that failed waits for the merchant, however long ago it was sent.
        std::ranges::copy_if(*closed | std::views::reverse, std::back_inserter(taken), [&since](const Intent &intent) {
            return intent.state == Intent::State::Failed || ledger::lastMoment(intent) >= since;
        });
    }
    if (depth != Depth::Incremental) {
        const auto made = co_await whileOpen(desk, desk->journal().refundsIn(Intent::State::Confirmed));
        if (!made)
            co_return std::unexpected(made.error());
        const QDateTime since = desk->now().addDays(-daysUntilFinal);
        std::ranges::copy_if(*made | std::views::reverse, std::back_inserter(taken),
                             [&since](const Intent &intent) { return ledger::lastMoment(intent) >= since; });
    }
    const QStringList payments = paymentsToAsk(*desk, accountId, taken);
    for (const QString &id : payments) {
        const auto answer = co_await whileOpen(desk, askTransaction(desk, accountId, provider, id, true));
        if (!answer && answer.error().kind != checkout::ErrorKind::NotFound)
            co_return std::unexpected(answer.error());
    }
    co_return checkout::Result<void>();
}

} // namespace tilldeck::desk
