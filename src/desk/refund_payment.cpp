// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_payment.h"

#include "desk/ask_transaction.h"
#include "desk/close_refund.h"
#include "desk/closed_error.h"
#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "desk/refund_totals.h"
#include "desk/refunded_payment.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"
#include "ledger/disk_reserve.h"
#include "ledger/left_to_refund.h"
#include "ledger/random_id.h"
#include "money/format.h"

#include <algorithm>
#include <ranges>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

/// How long an answer is waited for; HttpClient's own deadline is shorter.
constexpr std::chrono::seconds refundLifetime{60};

/// The most bytes that journal and ledger write after the answer: some pages with their indexes, in both logs.
constexpr qint64 roomForRefund = qint64(256) * 1024;

RefundOutcome rejectedRefund(Error error)
{
    RefundOutcome outcome(RefundOutcome::End::Rejected);
    outcome.error = std::move(error);
    return outcome;
}

/// Returns the end of a refund that the provider has taken, where the journal could not write it for the reason @p why.
RefundOutcome refundNotKept(const Intent &intent, const checkout::Refund &made, const Error &why)
{
    const QString plain = money::format(made.amount, QLocale());
    const QString amount =
        made.id.isEmpty() ? plain : RefundText::tr("%1 (%2)", "an amount, ID of the refund").arg(plain, made.id);
    RefundOutcome outcome(RefundOutcome::End::NotKept);
    outcome.intentId = intent.id;
    outcome.refund = made;
    // The sentence of the journal may ask to try again, which would make another refund.
    outcome.error =
        Error(ErrorKind::Storage,
              made.status == checkout::RefundStatus::Succeeded
                  ? RefundText::tr("%1 was given back, but this computer could not keep that. Do not refund it again.")
                        .arg(amount)
                  : RefundText::tr("%1 was asked for, but this computer could not keep that. Do not refund it again.")
                        .arg(amount));
    outcome.error->details = why.details;
    return outcome;
}

/// Returns the payment as the provider answers right before it is to be refunded, and takes the answer into the ledger.
/// Errors: why the provider cannot be asked, in a sentence that says that nothing was sent; those of refundedPayment();
/// Rejected where less than @p left can be given back by now.
http::Task<checkout::Result<RefundedPayment>> paymentRightBefore(QPointer<Desk> desk, ProviderHandle provider,
                                                                 RefundedPayment known, money::Money left)
{
    const QString accountId = known.record.accountId;
    const QString id = known.record.transaction.id;
    const auto answer = co_await askTransaction(desk, accountId, provider, id, known.can.looksUpTransactions);
    if (!answer) {
        Error why = answer.error();
        // Of a read: no outcome is open.
        if (checkout::mayHaveTakenEffect(why))
            why.kind = ErrorKind::Rejected;
        why.sentence = RefundText::tr("%1 Before a refund, the provider is asked what was given back so far. "
                                      "Nothing was sent.",
                                      "why it could not be asked")
                           .arg(why.sentence);
        co_return std::unexpected(why);
    }
    if (!desk)
        co_return std::unexpected(closedError());
    auto payment = co_await refundedPayment(desk, accountId, id);
    if (!payment)
        co_return payment;
    const checkout::Transaction &now = payment->record.transaction;
    const money::Money leftNow = ledger::leftToRefund(now.amount, payment->reported, payment->refunds);
    if (leftNow.currency() == left.currency() && leftNow.minorUnits() >= left.minorUnits())
        co_return payment;
    co_return std::unexpected(
        Error(ErrorKind::Rejected,
              RefundText::tr("More of this payment was given back or asked for in the meantime: %1 can still be given "
                             "back. Nothing was sent. Look at its refunds first.",
                             "an amount")
                  .arg(money::format(leftNow, QLocale()))));
}

/// Keeps that the provider has taken the refund: given back only where it says so.
http::Task<RefundOutcome> keepTakenRefund(QPointer<Desk> desk, ProviderHandle provider, Intent intent,
                                          checkout::Refund made, bool looksUp)
{
    const bool isGivenBack = made.status == checkout::RefundStatus::Succeeded;
    intent.state = isGivenBack ? Intent::State::Confirmed : Intent::State::Accepted;
    intent.sessionId = made.id;
    const QString word = isGivenBack ? QString() : made.rawStatus;
    const UnwrittenRefund end(intent.state, made.id, word);
    if (!desk) {
        const Error gone = closedError();
        co_return refundNotKept(intent, made, gone);
    }
    const auto closed = co_await closeRefund(desk, intent.id, end);
    if (!closed)
        co_return refundNotKept(intent, made, closed.error());
    if (desk)
        noteRefundStep(*desk, intent, isGivenBack ? RefundStep::GivenBack : RefundStep::Asked);
    RefundOutcome outcome = outcomeOfTaken(intent, made);
    if (!desk)
        co_return outcome;
    // Before the list shows the provider's total, which may count it.
    co_await desk->readAskedRefunds();
    if (!desk)
        co_return outcome;
    // The list shows what the provider reports, so it is asked; what was confirmed here counts until then.
    const auto answer = co_await askTransaction(desk, intent.accountId, provider, intent.transactionId, looksUp);
    if (desk && answer)
        co_await noteIfCounted(desk, intent, *answer);
    if (!desk)
        co_return outcome;
    const auto stored = co_await desk->journal().intent(intent.id);
    if (!stored || !stored->has_value())
        co_return outcome;
    outcome = outcomeOfTaken(**stored, made);
    co_return outcome;
}

http::Task<RefundOutcome> rejectRefund(QPointer<Desk> desk, Intent intent, Error error)
{
    const UnwrittenRefund end(Intent::State::Rejected, QString(), error.sentence);
    if (desk)
        co_await closeRefund(desk, intent.id, end);
    if (desk)
        noteRefundStep(*desk, intent, RefundStep::Refused);
    co_return rejectedRefund(std::move(error));
}

http::Task<RefundOutcome> leaveRefundUnknown(QPointer<Desk> desk, QString intentId, Error error)
{
    RefundOutcome outcome(RefundOutcome::End::Unknown);
    outcome.intentId = intentId;
    outcome.error = error;
    // The intent stays open in the journal and comes back as unknown at the next start.
    if (!desk)
        co_return outcome;
    const UnwrittenRefund end(Intent::State::Unknown, QString(), error.sentence);
    co_await closeRefund(desk, intentId, end);
    co_return outcome;
}

/// Returns how long ago @p at was, in words.
QString agoInWords(const QDateTime &at, const QDateTime &now)
{
    constexpr qint64 minute = 60;
    const qint64 seconds = at.secsTo(now);
    if (seconds < 2)
        return RefundText::tr("a moment ago");
    if (seconds < minute)
        return RefundText::tr("%n second(s) ago", nullptr, static_cast<int>(seconds));
    if (seconds < 60 * minute)
        return RefundText::tr("%n minute(s) ago", nullptr, static_cast<int>(seconds / minute));
    return RefundText::tr("on %1", "day and time").arg(QLocale().toString(at.toLocalTime(), QLocale::ShortFormat));
}

/// Returns what is known of @p same, an equal refund of the account or of one that may be the same, and that this one
/// was not sent.
QString whyNotOnceMore(const Desk &desk, const QString &accountId, const Intent &same)
{
    const QString amount = same.amount ? money::format(*same.amount, QLocale()) : QString();
    const QString ago = agoInWords(same.openedAt, desk.now());
    if (same.state == Intent::State::Confirmed)
        return RefundText::tr("%1 was given back %2. Nothing was sent now.", "an amount, 20 seconds ago")
            .arg(amount, ago);
    if (same.state == Intent::State::Accepted)
        return RefundText::tr(
                   "%1 was asked for %2, and %3 has not said yet that it gave it back. Nothing was sent now.",
                   "an amount, 20 seconds ago, provider")
            .arg(amount, ago, desk.capabilities(accountId).providerName);
    return RefundText::tr("The same refund was sent %1, and whether it was made is not known. Nothing was sent now.",
                          "20 seconds ago")
        .arg(ago);
}

/// Returns the refusal of a refund whose amount is that of one that may be meant, with that one.
http::Task<RefundOutcome> refuseRepeat(QPointer<Desk> desk, QString accountId, QString transactionId,
                                       money::Money amount, QDateTime now)
{
    const auto refunds = co_await whileOpen(desk, desk->journal().refundsOf(accountId, transactionId));
    if (!refunds)
        co_return rejectedRefund(refunds.error());
    for (const Intent &other : *refunds | std::views::reverse) {
        if (!ledger::isSameRefund(other, amount, now))
            continue;
        RefundOutcome outcome = rejectedRefund(Error(ErrorKind::Rejected, whyNotOnceMore(*desk, accountId, other)));
        outcome.same = other;
        co_return outcome;
    }
    co_return rejectedRefund(
        Error(ErrorKind::Rejected, RefundText::tr("The outcome of an earlier refund became known just now. Look at the "
                                                  "payment, then try again.")));
}

http::Task<RefundOutcome> doRefundPayment(QPointer<Desk> desk, QString accountId, QString transactionId,
                                          money::Money amount, QString reason, ledger::Journal::Repeat repeat)
{
    // First: what the payment says is no word of files that are not whole.
    const auto provider = co_await whileOpen(desk, desk->writer(accountId));
    if (!provider)
        co_return rejectedRefund(provider.error());
    const auto known = co_await refundedPayment(desk, accountId, transactionId);
    if (!desk)
        co_return rejectedRefund(closedError());
    if (!known)
        co_return rejectedRefund(known.error());
    const checkout::Transaction &transaction = known->record.transaction;
    // Before it is prepared, which knows only what the provider says; the journal looks once more.
    const money::Money left = ledger::leftToRefund(transaction.amount, known->reported, known->refunds);
    if (const QString why = ledger::whyNotRefunded(amount, left); !why.isEmpty())
        co_return rejectedRefund(Error(ErrorKind::InvalidInput, why));
    const QDateTime wantedAt = desk->now();
    const bool isRepeat = std::ranges::any_of(
        known->refunds, [&](const Intent &other) { return ledger::isSameRefund(other, amount, wantedAt); });
    // Before the provider is asked, whose answer may hold the other one; the journal looks once more.
    if (isRepeat && repeat == ledger::Journal::Repeat::Refuse) {
        RefundOutcome outcome = co_await refuseRepeat(desk, accountId, transactionId, amount, wantedAt);
        co_return outcome;
    }
    const ProviderHandle &asked = *provider;
    const QString key = ledger::randomId();
    providers::RefundRequest wanted(transaction, amount);
    wanted.reason = reason;
    // Before the intent: its time begins when everything is ready to be sent.
    auto preparing = asked->prepareRefund(wanted, key);
    const auto write = co_await whileOpen(desk, std::move(preparing));
    if (!write)
        co_return rejectedRefund(write.error());
    auto room = ledger::DiskReserve::take(desk->dataDirectory(), roomForRefund);
    if (!room)
        co_return rejectedRefund(room.error());

    const auto payment = co_await whileOpen(desk, paymentRightBefore(desk, asked, *known, left));
    if (!payment)
        co_return rejectedRefund(payment.error());

    const QDateTime now = desk->now();
    const QDateTime deadline = now.addSecs(refundLifetime.count());
    const QDateTime providerNow = desk->providerTime(accountId);
    auto beginning =
        desk->journal().beginRefund(key, accountId, write->bodyHash(), transactionId, amount, transaction.amount,
                                    payment->reported, now, deadline, providerNow, repeat);
    const auto begun = co_await whileOpen(desk, std::move(beginning));
    if (!begun && begun.error().kind == ErrorKind::UnknownOutcome) {
        RefundOutcome outcome = co_await refuseRepeat(desk, accountId, transactionId, amount, now);
        co_return outcome;
    }
    if (!begun)
        co_return rejectedRefund(begun.error());

    qCInfo(deskLog).noquote() << "refundPayment" << accountId << "sends under intent" << key;
    auto answer = co_await whileOpen(desk, write->send());
    room->reset();
    std::optional<Error> failure;
    if (!answer)
        failure = answer.error();
    else if (answer->status == checkout::RefundStatus::Failed)
        failure = Error(ErrorKind::Rejected, RefundText::tr("The provider could not give the money back."));
    if (!failure) {
        RefundOutcome outcome =
            co_await keepTakenRefund(desk, asked, *begun, std::move(*answer), payment->can.looksUpTransactions);
        co_return outcome;
    }
    auto ending = checkout::mayHaveTakenEffect(*failure) ? leaveRefundUnknown(desk, begun->id, *failure)
                                                         : rejectRefund(desk, *begun, *failure);
    RefundOutcome outcome = co_await ending;
    co_return outcome;
}

} // namespace

http::Task<RefundOutcome> refundPayment(QPointer<Desk> desk, QString accountId, QString transactionId,
                                        money::Money amount, QString reason, ledger::Journal::Repeat repeat)
{
    const UseCaseLog log("refundPayment", accountId);
    return log.ending(doRefundPayment(std::move(desk), std::move(accountId), std::move(transactionId), amount,
                                      std::move(reason), repeat),
                      loggedRefund);
}

} // namespace tilldeck::desk
