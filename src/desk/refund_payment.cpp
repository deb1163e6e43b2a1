// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_payment.h"

#include "desk/ask_transaction.h"
#include "desk/closed_error.h"
#include "desk/refund_text.h"
#include "desk/refunded_payment.h"
#include "desk/use_case_log.h"

#include <QCoroFuture>
#include <QCryptographicHash>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

/// How long an answer is waited for; HttpClient's own deadline is shorter.
constexpr std::chrono::seconds refundLifetime{60};

RefundOutcome rejectedRefund(Error error)
{
    RefundOutcome outcome(RefundOutcome::End::Rejected);
    outcome.error = std::move(error);
    return outcome;
}

http::Task<RefundOutcome> confirmRefund(QPointer<Desk> desk, ProviderHandle provider, Intent intent,
                                        checkout::Refund made, bool looksUp)
{
    RefundOutcome outcome(RefundOutcome::End::Confirmed);
    outcome.intentId = intent.id;
    outcome.refund = made;
    const auto closed = co_await desk->journal().close(intent.id, Intent::State::Confirmed, made.id, QString());
    if (!closed)
        outcome.error = closed.error();
    if (!desk)
        co_return outcome;
    // The list shows what the provider reports, so it is asked; what was confirmed here counts until then.
    co_await askTransaction(desk, intent.accountId, provider, intent.transactionId, looksUp);
    co_return outcome;
}

http::Task<RefundOutcome> rejectRefund(QPointer<Desk> desk, QString intentId, Error error)
{
    co_await desk->journal().close(intentId, Intent::State::Rejected, QString(), error.sentence);
    co_return rejectedRefund(std::move(error));
}

http::Task<RefundOutcome> leaveRefundUnknown(QPointer<Desk> desk, QString intentId, Error error)
{
    RefundOutcome outcome(RefundOutcome::End::Unknown);
    outcome.intentId = intentId;
    outcome.error = error;
    co_await desk->journal().close(intentId, Intent::State::Unknown, QString(), error.sentence);
    co_return outcome;
}

http::Task<RefundOutcome> doRefundPayment(QPointer<Desk> desk, QString accountId, QString transactionId,
                                          money::Money amount, QString reason)
{
    const auto payment = co_await refundedPayment(desk, accountId, transactionId);
    if (!payment)
        co_return rejectedRefund(payment.error());
    if (!desk)
        co_return rejectedRefund(closedError());
    const checkout::Transaction &transaction = payment->record.transaction;
    auto provider = co_await desk->writer(accountId);
    if (!provider)
        co_return rejectedRefund(provider.error());
    if (!desk)
        co_return rejectedRefund(closedError());
    const ProviderHandle &asked = *provider;
    providers::RefundRequest request(transaction, amount);
    request.reason = reason;
    const auto body = asked->encodeRefund(request);
    if (!body)
        co_return rejectedRefund(body.error());

    const QDateTime now = desk->now();
    const QDateTime deadline = now.addSecs(refundLifetime.count());
    // A body alone may not say which payment it is of.
    const QByteArray what = transactionId.toUtf8() + '\n' + *body;
    const QByteArray hash = QCryptographicHash::hash(what, QCryptographicHash::Sha256);
    const auto begun = co_await desk->journal().beginRefund(accountId, hash, transactionId, amount, transaction.amount,
                                                            payment->reportedRefunds, now, deadline);
    if (!begun)
        co_return rejectedRefund(begun.error());
    if (!desk)
        co_return rejectedRefund(closedError());

    qCInfo(deskLog).noquote() << "refundPayment" << accountId << "sends under intent" << begun->id;
    auto answer = co_await asked->refund(request, begun->id);
    if (!desk) {
        // The intent stays open in the journal and comes back as unknown at the next start.
        RefundOutcome outcome(RefundOutcome::End::Unknown);
        outcome.intentId = begun->id;
        outcome.error = closedError();
        co_return outcome;
    }
    std::optional<Error> failure;
    if (!answer)
        failure = answer.error();
    else if (answer->status == checkout::RefundStatus::Failed)
        failure = Error(ErrorKind::Rejected, RefundText::tr("The provider could not give the money back."));
    if (!failure) {
        RefundOutcome outcome =
            co_await confirmRefund(desk, asked, *begun, std::move(*answer), payment->can.looksUpTransactions);
        co_return outcome;
    }
    auto ending = checkout::mayHaveTakenEffect(*failure) ? leaveRefundUnknown(desk, begun->id, *failure)
                                                         : rejectRefund(desk, begun->id, *failure);
    RefundOutcome outcome = co_await ending;
    co_return outcome;
}

} // namespace

http::Task<RefundOutcome> refundPayment(QPointer<Desk> desk, QString accountId, QString transactionId,
                                        money::Money amount, QString reason)
{
    const UseCaseLog log("refundPayment", accountId);
    return log.ending(
        doRefundPayment(std::move(desk), std::move(accountId), std::move(transactionId), amount, std::move(reason)),
        loggedRefund);
}

} // namespace tilldeck::desk
