// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reconcile_refund.h"

#include "desk/account_of_intent.h"
#include "desk/ask_transaction.h"
#include "desk/close_refund.h"
#include "desk/closed_error.h"
#include "desk/find_refund.h"
#include "desk/note_tried.h"
#include "desk/refund_decision.h"
#include "desk/refund_history.h"
#include "desk/refund_totals.h"
#include "desk/refunded_payment.h"
#include "desk/stored_sentence.h"
#include "desk/use_case_log.h"

#include <QCoreApplication>
#include <QCoroFuture>

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

struct ReconcileRefundText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ReconcileRefund)
};

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
    if (found.finding == RefundFinding::Finding::CannotTell)
        co_return unknown(
            intent.id, Error(ErrorKind::UnknownOutcome,
                             ReconcileRefundText::tr(
                                 "The provider does not tell whether this refund was made. Look in its own dashboard; "
                                 "if it was not made, say so.")));
    if (found.finding == RefundFinding::Finding::NotMade) {
        const QString note = ReconcileRefundText::tr("The provider did not give this back.");
        // Also the entry of one that failed is claimed.
        const QString refundId = found.refund ? found.refund->id : QString();
        const auto closed = co_await desk->journal().close(intent.id, Intent::State::Rejected, refundId, note);
        if (!closed)
            co_return unknown(intent.id, closed.error());
        if (desk)
            noteRefundStep(*desk, intent, RefundStep::FoundNotMade);
        co_return refundNotMade(Error(ErrorKind::Rejected, note));
    }
    const bool isGivenBack = found.refund->status == checkout::RefundStatus::Succeeded;
    intent.state = isGivenBack ? Intent::State::Confirmed : Intent::State::Accepted;
    intent.sessionId = found.refund->id;
    intent.note = isGivenBack ? QString() : found.refund->rawStatus;
    const auto closed = co_await desk->journal().close(intent.id, intent.state, intent.sessionId, intent.note);
    if (!closed)
        co_return unknown(intent.id, closed.error());
    if (desk) {
        noteRefundStep(*desk, intent, RefundStep::FoundAsked);
        if (isGivenBack)
            noteRefundStep(*desk, intent, RefundStep::GivenBack);
    }
    co_return outcomeOfTaken(intent, *found.refund);
}

http::Task<RefundOutcome> doReconcileRefund(QPointer<Desk> desk, QString accountId, QString intentId)
{
    co_await writeRefundEnds(desk);
    if (!desk)
        co_return unknown(intentId, closedError());
    const auto found = co_await desk->journal().intentOf(accountId, Intent::Kind::Refund, intentId);
    if (!found && found.error().kind == ErrorKind::NotFound)
        co_return refundNotMade(found.error());
    if (!found)
        co_return unknown(intentId, found.error());
    if (!desk)
        co_return unknown(intentId, closedError());
    Intent intent = *found;
    if (!desk->accounts().byId(intent.accountId))
        intent.accountId = accountId; // Its own is lost, and this one may be the same.
    if (!intent.amount)
        co_return unknown(intentId, Error(ErrorKind::Storage,
                                          ReconcileRefundText::tr("The journal does not say how much was to be given "
                                                                  "back. Look in the provider's own dashboard.")));
    if (intent.state == Intent::State::Rejected)
        co_return refundNotMade(Error(ErrorKind::Rejected, inPresentLanguage(intent.note)));
    if (intent.state == Intent::State::Open)
        co_return unknown(intentId,
                          Error(ErrorKind::UnknownOutcome,
                                desk->unwrittenRefunds().contains(intentId)
                                    ? ReconcileRefundText::tr("The provider has answered about this refund, and this "
                                                              "computer cannot write that down yet.")
                                    : ReconcileRefundText::tr("This refund is still under way.")));

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
    const bool looksUp = payment->can.looksUpTransactions;
    const auto answer = co_await askTransaction(desk, intent.accountId, *provider, intent.transactionId, looksUp);
    if (!answer && desk)
        noteFailedLookUp(*desk, accountId, intentId, answer.error());
    if (!answer)
        co_return unknown(intentId, answer.error());
    if (!desk)
        co_return unknown(intentId, closedError());
    // Read after the answer: what was confirmed meanwhile has its entry in it.
    const auto refunds = co_await desk->journal().refundsOf(intent.accountId, intent.transactionId);
    if (!refunds)
        co_return unknown(intentId, refunds.error());
    if (!desk)
        co_return unknown(intentId, closedError());
    const auto stored = std::ranges::find(*refunds, intent.id, &Intent::id);
    if (stored == refunds->end())
        co_return unknown(intentId, closedError());
    using State = Intent::State;
    if (stored->state == State::Confirmed || stored->state == State::Accepted || stored->state == State::Failed) {
        RefundOutcome taken = outcomeOfTaken(*stored, checkout::Refund(stored->sessionId, *stored->amount));
        const QString open = whatTotalLeavesOpen(*answer, *stored, payment->can.providerName);
        if (stored->state == State::Accepted && !open.isEmpty())
            taken.error = Error(ErrorKind::UnknownOutcome, open);
        // Its entry cannot be told from others: the merchant may know which it is.
        if (stored->state == State::Accepted && stored->sessionId.isEmpty() && answer->refunds)
            taken.candidates = unclaimedEntries(*answer->refunds, *stored, *refunds);
        if (!taken.candidates.empty())
            taken.error =
                Error(ErrorKind::UnknownOutcome,
                      ReconcileRefundText::tr("%1 lists refunds that may be this one, and nothing says which. "
                                              "Look in its own dashboard.")
                          .arg(payment->can.providerName));
        co_return taken;
    }
    // A total that holds nothing more than before the refund would be one that holds it.
    if (stored->state == State::Abandoned && !answer->refunds)
        co_return unknown(intentId, Error(ErrorKind::UnknownOutcome, stored->note));
    RefundFinding shown = findRefund(*answer, *stored, *refunds, desk->providerTime(intent.accountId), desk->now());
    // Another shop may have a payment with this id.
    if (shown.finding == RefundFinding::Finding::NotMade && isOfOtherKey(payment->can, *provider, *stored))
        shown = RefundFinding(RefundFinding::Finding::CannotTell);
    if (shown.finding == RefundFinding::Finding::CannotTell)
        noteTried(*desk, accountId, intentId, ledger::TimelineEvent::Kind::LookedUp,
                  lookUpWord(LookUpAnswer::CannotTell));
    RefundOutcome outcome = co_await resolveOutcome(desk, *stored, shown);
    outcome.isLeftOpen = shown.finding == RefundFinding::Finding::CannotTell;
    if (outcome.end == RefundOutcome::End::Unknown && answer->refunds)
        outcome.candidates = unclaimedEntries(*answer->refunds, *stored, *refunds);
    const QString open = whatTotalLeavesOpen(*answer, *stored, payment->can.providerName);
    if (outcome.end == RefundOutcome::End::Accepted && !open.isEmpty())
        outcome.error = Error(ErrorKind::UnknownOutcome, open);
    co_return outcome;
}

/// Says of one whose end the provider does not tell how the merchant decided, if they did.
http::Task<RefundOutcome> reconcileOrDecided(QPointer<Desk> desk, QString accountId, QString intentId)
{
    RefundOutcome outcome = co_await doReconcileRefund(desk, accountId, intentId);
    if (outcome.end != RefundOutcome::End::Unknown || !desk)
        co_return outcome;
    const auto stored = co_await desk->journal().intentOf(accountId, Intent::Kind::Refund, intentId);
    if (stored && stored->state == Intent::State::Abandoned)
        outcome = refundNotMade(Error(ErrorKind::Rejected, decidedBefore(stored->state)));
    co_return outcome;
}

} // namespace

http::Task<RefundOutcome> reconcileRefund(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const UseCaseLog log("reconcileRefund", intentId);
    return log.ending(reconcileOrDecided(std::move(desk), std::move(accountId), std::move(intentId)), loggedRefund);
}

} // namespace tilldeck::desk
