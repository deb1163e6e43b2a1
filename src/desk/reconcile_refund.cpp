// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reconcile_refund.h"

#include "desk/ask_transaction.h"
#include "desk/closed_error.h"
#include "desk/refunded_payment.h"
#include "desk/use_case_log.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

struct ReconcileRefundText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ReconcileRefund)
};

/// The provider's clock may differ from ours by this much.
constexpr qint64 refundClockSlackSeconds = 300;

enum class Finding { Made, NotMade, CannotTell };

struct RefundFinding
{
    explicit RefundFinding(Finding finding)
        : finding(finding)
    {
    }

    Finding finding;
    std::optional<checkout::Refund> refund;
};

bool isPending(const Intent &intent)
{
    return intent.state == Intent::State::Open || intent.state == Intent::State::Unknown;
}

bool fits(const checkout::Refund &refund, const Intent &intent)
{
    const QDateTime from = intent.openedAt.addSecs(-refundClockSlackSeconds);
    const QDateTime to = intent.deadlineAt.addSecs(refundClockSlackSeconds);
    return refund.amount == *intent.amount && (!refund.at.isValid() || (refund.at >= from && refund.at <= to));
}

/// Returns the refunds in the provider's list that could be that of @p intent and belong to no other intent.
std::vector<checkout::Refund> fittingRefunds(const checkout::Transaction &transaction, const Intent &intent,
                                             const std::vector<Intent> &refunds)
{
    std::vector<checkout::Refund> found;
    for (const checkout::Refund &refund : transaction.refunds) {
        const bool isClaimed = std::ranges::any_of(refunds, [&](const Intent &other) {
            return other.id != intent.id && !refund.id.isEmpty() && other.sessionId == refund.id;
        });
        if (!isClaimed && fits(refund, intent))
            found.push_back(refund);
    }
    return found;
}

/// Returns whether the total that the provider reports holds every refund of unknown outcome.
bool holdsEveryPending(const checkout::Transaction &transaction, const Intent &intent,
                       const std::vector<Intent> &refunds)
{
    std::optional<money::Money> all =
        ledger::givenBack(intent.refundedBefore.value_or(money::Money(0, intent.amount->currency())), refunds);
    for (const Intent &other : refunds) {
        if (all && isPending(other))
            all = all->plus(*other.amount);
    }
    return all && transaction.refunded == all;
}

RefundFinding classify(const checkout::Transaction &transaction, const Intent &intent,
                       const std::vector<Intent> &refunds, bool listsRefunds, const QDateTime &now)
{
    const auto fitting = fittingRefunds(transaction, intent, refunds);
    const auto alike = std::ranges::count_if(
        refunds, [&intent](const Intent &other) { return isPending(other) && other.amount == intent.amount; });
    if (fitting.size() == 1 && alike == 1 && fitting.front().at.isValid()) {
        const bool failed = fitting.front().status == checkout::RefundStatus::Failed;
        RefundFinding found(failed ? Finding::NotMade : Finding::Made);
        found.refund = fitting.front();
        return found;
    }
    if (holdsEveryPending(transaction, intent, refunds)) {
        RefundFinding found(Finding::Made);
        found.refund = checkout::Refund(QString(), *intent.amount);
        found.refund->status = checkout::RefundStatus::Succeeded;
        return found;
    }
    const bool isOver = now > intent.deadlineAt.addSecs(refundClockSlackSeconds);
    // A total alone may lag behind a refund that is being processed; a list names it from the start.
    if (listsRefunds && fitting.empty() && isOver)
        return RefundFinding(Finding::NotMade);
    return RefundFinding(Finding::CannotTell);
}

RefundOutcome unknown(const QString &intentId, Error error)
{
    RefundOutcome outcome(RefundOutcome::End::Unknown);
    outcome.intentId = intentId;
    outcome.error = std::move(error);
    return outcome;
}

RefundOutcome refundNotMade(Error error)
{
    RefundOutcome outcome(RefundOutcome::End::Rejected);
    outcome.error = std::move(error);
    return outcome;
}

http::Task<RefundOutcome> resolveOutcome(QPointer<Desk> desk, Intent intent, RefundFinding found)
{
    if (found.finding == Finding::CannotTell)
        co_return unknown(
            intent.id, Error(ErrorKind::UnknownOutcome,
                             ReconcileRefundText::tr(
                                 "The provider does not tell whether this refund was made. Look in its own dashboard; "
                                 "if it was not made, say so.")));
    const bool made = found.finding == Finding::Made;
    const QString note = made ? QString() : ReconcileRefundText::tr("The provider did not give this back.");
    const QString refundId = made ? found.refund->id : QString();
    const auto closed = co_await desk->journal().close(
        intent.id, made ? Intent::State::Confirmed : Intent::State::Rejected, refundId, note);
    if (!closed)
        co_return unknown(intent.id, closed.error());
    if (!made)
        co_return refundNotMade(Error(ErrorKind::Rejected, note));
    RefundOutcome outcome(RefundOutcome::End::Confirmed);
    outcome.intentId = intent.id;
    outcome.refund = found.refund;
    co_return outcome;
}

http::Task<RefundOutcome> doReconcileRefund(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const auto found = co_await desk->journal().intentOf(accountId, Intent::Kind::Refund, intentId);
    if (!found && found.error().kind == ErrorKind::NotFound)
        co_return refundNotMade(found.error());
    if (!found)
        co_return unknown(intentId, found.error());
    if (!desk)
        co_return unknown(intentId, closedError());
    const Intent &intent = *found;
    if (!intent.amount)
        co_return unknown(intentId, Error(ErrorKind::Storage,
                                          ReconcileRefundText::tr("The journal does not say how much was to be given "
                                                                  "back. Look in the provider's own dashboard.")));
    if (intent.state == Intent::State::Rejected)
        co_return refundNotMade(Error(ErrorKind::Rejected, intent.note));
    if (intent.state == Intent::State::Open)
        co_return unknown(intentId,
                          Error(ErrorKind::UnknownOutcome, ReconcileRefundText::tr("This refund is still under way.")));

    const auto payment = co_await refundedPayment(desk, intent.accountId, intent.transactionId);
    if (!payment)
        co_return unknown(intentId, payment.error());
    if (!desk)
        co_return unknown(intentId, closedError());
    const auto provider = co_await desk->provider(intent.accountId);
    if (!provider)
        co_return unknown(intentId, provider.error());
    if (!desk)
        co_return unknown(intentId, closedError());
    const QDateTime asked = desk->now();
    const bool looksUp = payment->can.looksUpTransactions;
    const auto answer = co_await askTransaction(desk, intent.accountId, *provider, intent.transactionId, looksUp);
    if (!answer)
        co_return unknown(intentId, answer.error());
    if (!desk)
        co_return unknown(intentId, closedError());
    if (intent.state == Intent::State::Confirmed) {
        RefundOutcome outcome(RefundOutcome::End::Confirmed);
        outcome.intentId = intentId;
        outcome.refund = checkout::Refund(intent.sessionId, *intent.amount);
        co_return outcome;
    }
    RefundOutcome outcome =
        co_await resolveOutcome(desk, intent, classify(*answer, intent, payment->refunds, looksUp, asked));
    co_return outcome;
}

} // namespace

http::Task<RefundOutcome> reconcileRefund(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const UseCaseLog log("reconcileRefund", intentId);
    return log.ending(doReconcileRefund(std::move(desk), std::move(accountId), std::move(intentId)), loggedRefund);
}

} // namespace tilldeck::desk
