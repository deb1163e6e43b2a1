// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/resend_refund.h"

#include "desk/find_refund.h"
#include "desk/key_memory.h"
#include "desk/note_tried.h"
#include "desk/reconcile_refund.h"
#include "desk/refund_end.h"
#include "desk/refunded_payment.h"
#include "desk/total_fit.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"
#include "ledger/intent_text.h"
#include "ledger/repeated_refund.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;
using ledger::Intent;

namespace {

struct ResendRefundText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ResendRefund)
};

/// Returns why @p refund is not sent again whatever the provider says its time is, in a sentence; empty when the age of
/// its key decides.
QString whyNeverResent(const Desk &desk, const Intent &refund, const std::vector<Intent> &refunds)
{
    if (refund.state != Intent::State::Unknown || !refund.sessionId.isEmpty() || refund.wasClosed)
        return ledger::whyNotReopened(refund);
    const checkout::Capabilities can = desk.capabilities(refund.accountId);
    if (!can.honoursRefundKey)
        return ResendRefundText::tr("%1 documents no key for refunds, so the money could be given back twice.")
            .arg(can.providerName);
    if (refund.bodyHash.isEmpty())
        return ResendRefundText::tr("This computer does not know any more what was sent, so it could be another "
                                    "refund.");
    return ledger::whyNotBesideOthers(refund, refunds);
}

/// Returns why @p refund is not sent again while the provider lists @p entries, those that no other refund claims, in a
/// sentence; empty where none may be it. One of them may have failed: a provider may carry out its key once more after
/// that.
QString whyNotBesideEntries(const std::vector<checkout::Refund> &entries, const Intent &refund,
                            const QString &providerName)
{
    const auto mayBeIt = [&refund](const checkout::Refund &entry) { return mayBeByAmount(entry, refund); };
    return std::ranges::none_of(entries, mayBeIt)
               ? QString()
               : ResendRefundText::tr("%1 lists what may be this refund, so the money could be given back twice. Say "
                                      "which it is, or look in its own dashboard.")
                     .arg(providerName);
}

/// Returns why @p refund is not sent again beside @p payment, in a sentence; empty where the payment does not hold it.
QString whyNotBeside(const checkout::Transaction &payment, const Intent &refund, const std::vector<Intent> &refunds,
                     const QString &providerName)
{
    const auto listed = payment.refunds.value_or(std::vector<checkout::Refund>());
    QString why = whyNotBesideEntries(unclaimedEntries(listed, refund, refunds), refund, providerName);
    if (why.isEmpty() && totalMayHold(payment, refund, refunds))
        why = ResendRefundText::tr("%1 counts as given back what may be this refund, so the money could be given back "
                                   "twice. Look in its own dashboard, then say what became of it.")
                  .arg(providerName);
    return why;
}

std::unexpected<Error> notSentAgain(Error why)
{
    why.sentence = ResendRefundText::tr("%1 Nothing was sent again.", "the reason").arg(why.sentence);
    return std::unexpected(std::move(why));
}

std::unexpected<Error> notSentAgain(const QString &why)
{
    return notSentAgain(Error(ErrorKind::Rejected, why));
}

/// Returns the request of @p first once more, with room for its answer. Errors: those of the preparation, and Rejected
/// where it would not be the same.
http::Task<Result<ReadyRefund>> prepareAgain(QPointer<Desk> desk, Intent first)
{
    const auto provider = co_await whileOpen(desk, desk->writer(first.accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    const auto payment = co_await whileOpen(desk, refundedPayment(desk, first.accountId, first.transactionId));
    if (!payment)
        co_return std::unexpected(payment.error());
    providers::RefundRequest wanted(payment->record.transaction, *first.amount);
    wanted.reason = first.reason;
    // What is reported by now may hold this very refund.
    wanted.transaction.refunded.reset();
    auto ready = co_await prepareRefund(desk, *provider, wanted, first.id);
    if (ready && ready->write.bodyHash() != first.bodyHash)
        co_return std::unexpected(
            Error(ErrorKind::Rejected, ResendRefundText::tr("The request would not be the same any more.")));
    co_return std::move(ready);
}

/// Returns until when an answer is awaited. A look counts the time of a request from when it was sent first, by either
/// clock, so the later one decides.
QDateTime deadlineOf(const Desk &desk, const Intent &first)
{
    const qint64 age = first.providerOpenedAt.secsTo(desk.providerTime(first.accountId));
    return std::max(desk.now(), first.openedAt.addSecs(age)).addSecs(writeLifetime.count());
}

http::Task<Result<RefundOutcome>> doResendRefund(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const auto found = co_await whileOpen(desk, desk->journal().intentOf(accountId, Intent::Kind::Refund, intentId));
    if (!found)
        co_return std::unexpected(found.error());
    const Intent &first = *found;
    if (first.accountId != accountId)
        co_return notSentAgain(ResendRefundText::tr("It was sent by an account that is not connected any more, so "
                                                    "its key may not count."));
    const auto sender = co_await whileOpen(desk, desk->provider(accountId));
    if (!sender)
        co_return notSentAgain(sender.error());
    // Before the payment is looked at, which would be another account's.
    if (!ledger::isMarkOf(first.keyMark, sender->key()))
        co_return notSentAgain(ledger::whyNotWithThisKey());
    const auto refunds = co_await whileOpen(desk, desk->journal().refundsOf(accountId, first.transactionId));
    if (!refunds)
        co_return notSentAgain(refunds.error());
    const bool isUnknown = first.state == Intent::State::Unknown;
    if (const QString why = isUnknown ? whyNeverResent(*desk, first, *refunds) : QString(); !why.isEmpty())
        co_return notSentAgain(why);
    auto shown = co_await whileOpen(desk, reconcileRefund(desk, accountId, intentId));
    if (!shown)
        co_return std::unexpected(shown.error());
    shown->isFound = true;
    if (shown->end != RefundOutcome::End::Unknown)
        co_return RefundOutcome(*shown);
    if (!shown->isLeftOpen)
        co_return notSentAgain(shown->error.value_or(Error(ErrorKind::UnknownOutcome, QString())));
    const QString providerName = desk->capabilities(accountId).providerName;
    if (const QString beside = whyNotBesideEntries(shown->candidates, first, providerName); !beside.isEmpty())
        co_return notSentAgain(beside);
    // As it was answered right now.
    const auto payment = co_await whileOpen(desk, refundedPayment(desk, accountId, first.transactionId));
    if (!payment)
        co_return notSentAgain(payment.error());
    const QString beside = whyNotBeside(payment->record.transaction, first, payment->refunds, providerName);
    if (!beside.isEmpty())
        co_return notSentAgain(beside);

    auto ready = co_await prepareAgain(desk, first);
    if (!ready)
        co_return notSentAgain(ready.error());
    const auto why = co_await whileOpen(desk, askWhyKeyForgotten(desk, first));
    if (!why)
        co_return std::unexpected(why.error());
    if (!why->isEmpty())
        co_return notSentAgain(*why);
    auto reopening = desk->journal().reopen(accountId, Intent::Kind::Refund, intentId, deadlineOf(*desk, first),
                                            ready->provider.key());
    const auto reopened = co_await whileOpen(desk, std::move(reopening));
    if (!reopened) {
        Error why = reopened.error();
        if (!desk)
            co_return notSentAgain(why);
        const auto stored = co_await whileOpen(desk, desk->journal().intent(intentId));
        if (!stored || !*stored || (*stored)->state == Intent::State::Unknown)
            co_return notSentAgain(why);
        // Somebody else sent it meanwhile, and this is what became of it.
        RefundOutcome ended = co_await reconcileRefund(desk, accountId, intentId);
        ended.isFound = true;
        if (ended.end != RefundOutcome::End::Unknown)
            co_return RefundOutcome(ended);
        why.kind = ErrorKind::UnknownOutcome;
        co_return notSentAgain(why);
    }
    qCInfo(deskLog).noquote() << "resendRefund" << accountId << "sends again under intent" << intentId;
    noteTried(*desk, accountId, intentId, ledger::TimelineEvent::Kind::SentAgain);
    RefundOutcome outcome = co_await sendRefund(desk, std::move(*ready), *reopened, Sending::Again);
    co_return RefundOutcome(outcome);
}

QString loggedResend(const Result<RefundOutcome> &outcome)
{
    return outcome ? loggedRefund(*outcome) : loggedEnd(outcome.error());
}

} // namespace

QString whyRefundNotResent(const Desk &desk, const Intent &refund, const std::vector<Intent> &refunds,
                           const std::optional<checkout::Transaction> &payment)
{
    if (QString never = whyNeverResent(desk, refund, refunds); !never.isEmpty())
        return never;
    const QString providerName = desk.capabilities(refund.accountId).providerName;
    const QString beside = payment ? whyNotBeside(*payment, refund, refunds, providerName) : QString();
    return beside.isEmpty() ? whyKeyForgotten(desk, refund) : beside;
}

http::Task<Result<RefundOutcome>> resendRefund(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const UseCaseLog log("resendRefund", intentId);
    return log.ending(doResendRefund(std::move(desk), std::move(accountId), std::move(intentId)), loggedResend);
}

} // namespace tilldeck::desk
