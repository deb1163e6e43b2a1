// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund.h"

#include "desk/refresh_parts.h"
#include "desk/refund_parts.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QCryptographicHash>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using checkout::TransactionStatus;
using ledger::Intent;

namespace {

struct RefundText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Refund)
};

/// How long an answer is waited for; HttpClient's own deadline is shorter.
constexpr std::chrono::seconds refundLifetime{60};

RefundOutcome rejectedRefund(Error error)
{
    RefundOutcome outcome(RefundOutcome::End::Rejected);
    outcome.error = std::move(error);
    return outcome;
}

bool wasTaken(TransactionStatus status)
{
    return status == TransactionStatus::Succeeded || status == TransactionStatus::Refunded ||
           status == TransactionStatus::PartlyRefunded;
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
    // The list shows what the provider tells, so it is asked; what was confirmed here counts until it does.
    co_await askTransaction(desk, intent.accountId, provider, intent.transactionId, looksUp);
    co_return outcome;
}

http::Task<RefundOutcome> refuse(QPointer<Desk> desk, QString intentId, Error error)
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

} // namespace

RefundedPayment::RefundedPayment(ledger::TransactionRecord taken, checkout::Capabilities can,
                                 std::vector<Intent> refunds)
    : record(std::move(taken))
    , can(std::move(can))
    , refunds(std::move(refunds))
    , reportedRefunds(record.transaction.refunded.value_or(record.transaction.status == TransactionStatus::Refunded
                                                               ? record.transaction.amount
                                                               : money::Money(0, record.transaction.amount.currency())))
{
}

http::Task<checkout::Result<RefundedPayment>> refundedPayment(QPointer<Desk> desk, QString accountId,
                                                              QString transactionId)
{
    const auto record = co_await desk->ledger().transaction(accountId, transactionId);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!record)
        co_return std::unexpected(record.error());
    if (!record->has_value())
        co_return std::unexpected(Error(
            ErrorKind::NotFound, RefundText::tr("This payment is not in the list on this computer. Refresh first.")));
    const checkout::Transaction &transaction = (*record)->transaction;
    const auto session = co_await desk->ledger().session(accountId, transaction.sessionId);
    if (!desk)
        co_return std::unexpected(closedError());
    const bool isListed = session && session->has_value();
    const checkout::Capabilities can = desk->capabilities(accountId, isListed ? (*session)->session.flow : QString());
    if (!can.refunds)
        co_return std::unexpected(
            Error(ErrorKind::Unsupported,
                  RefundText::tr("%1 takes no refunds from here. Use its own dashboard.").arg(can.providerName)));
    if (!wasTaken(transaction.status))
        co_return std::unexpected(Error(ErrorKind::InvalidInput,
                                        RefundText::tr("This payment was not taken, so nothing can be given back.")));
    auto refunds = co_await desk->journal().refundsOf(accountId, transactionId);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!refunds)
        co_return std::unexpected(refunds.error());
    co_return RefundedPayment(**record, can, std::move(*refunds));
}

http::Task<checkout::Result<money::Money>> refundableNow(QPointer<Desk> desk, QString accountId, QString transactionId)
{
    const auto payment = co_await refundedPayment(desk, accountId, transactionId);
    if (!payment)
        co_return std::unexpected(payment.error());
    co_return ledger::leftToRefund(payment->record.transaction.amount, payment->reportedRefunds, payment->refunds);
}

http::Task<RefundOutcome> refund(QPointer<Desk> desk, QString accountId, QString transactionId, money::Money amount,
                                 QString reason)
{
    const auto payment = co_await refundedPayment(desk, accountId, transactionId);
    if (!payment)
        co_return rejectedRefund(payment.error());
    if (!desk)
        co_return rejectedRefund(closedError());
    const checkout::Transaction &transaction = payment->record.transaction;
    auto provider = co_await desk->provider(accountId);
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
                                                         : refuse(desk, begun->id, *failure);
    RefundOutcome outcome = co_await ending;
    co_return outcome;
}

http::Task<checkout::Result<void>> abandonRefund(QPointer<Desk> desk, QString intentId)
{
    const auto found = co_await desk->journal().intent(intentId);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!found)
        co_return std::unexpected(found.error());
    if (!found->has_value() || (*found)->kind != Intent::Kind::Refund)
        co_return std::unexpected(
            Error(ErrorKind::NotFound, RefundText::tr("This refund is not in the journal of this computer.")));
    if ((*found)->state == Intent::State::Open)
        co_return std::unexpected(
            Error(ErrorKind::Rejected, RefundText::tr("This refund is still under way. Wait for its answer.")));
    const QString note = RefundText::tr("Settled by the merchant: not given back.");
    auto closed = co_await desk->journal().close(intentId, Intent::State::Abandoned, QString(), note);
    co_return closed;
}

} // namespace tilldeck::desk
