// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reconcile_refund.h"

#include "desk/account_of_intent.h"
#include "desk/ask_transaction.h"
#include "desk/close_intent.h"
#include "desk/find_refund.h"
#include "desk/note_tried.h"
#include "desk/older_copy.h"
#include "desk/refund_decision.h"
#include "desk/refund_history.h"
#include "desk/refund_totals.h"
#include "desk/refunded_payment.h"
#include "desk/stored_sentence.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"
#include "ledger/left_to_refund.h"

#include <QCoreApplication>

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

/// Says what the state of @p intent says for itself: that it was refused, or is under way; nothing where the provider
/// has to be asked.
std::optional<RefundOutcome> knownOutcome(Desk &desk, const Intent &intent)
{
    if (intent.state == Intent::State::Rejected)
        return refundNotMade(Error(ErrorKind::Rejected, inPresentLanguage(intent.note)));
    if (intent.state != Intent::State::Open)
        return std::nullopt;
    return unknown(intent.id, Error(ErrorKind::UnknownOutcome,
                                    desk.unwritten().contains(intent.id)
                                        ? ReconcileRefundText::tr("The provider has answered about this refund, and "
                                                                  "this computer cannot write that down yet.")
                                        : ReconcileRefundText::tr("This refund is still under way.")));
}

/// Writes that @p intent, one of @p judged, ended as @p found says, and returns that; nothing where the refunds of the
/// payment are others by now. @p entries says how many entries of the list have its id.
http::Task<std::optional<RefundOutcome>> writeOutcome(QPointer<Desk> desk, QString accountId, Intent intent,
                                                      RefundFinding found, std::vector<Intent> judged, int entries)
{
    const bool isMade = found.finding == RefundFinding::Finding::Made;
    const bool isGivenBack = isMade && found.refund->status == checkout::RefundStatus::Succeeded;
    // Also the entry of one that failed is claimed.
    intent.sessionId = found.refund ? found.refund->id : QString();
    intent.state = Intent::State::Rejected;
    intent.note = ReconcileRefundText::tr("The provider did not give this back.");
    if (isMade) {
        intent.state = isGivenBack ? Intent::State::Confirmed : Intent::State::Accepted;
        intent.note = isGivenBack ? QString() : found.refund->rawStatus;
    }
    auto claiming = desk->journal().claimRefund(accountId, intent, std::move(judged), entries);
    const auto claimed = co_await whileOpen(desk, std::move(claiming));
    if (!claimed)
        co_return std::optional(unknown(intent.id, claimed.error()));
    if (!*claimed)
        co_return std::optional<RefundOutcome>();
    noteRefundStep(*desk, intent, isMade ? RefundStep::FoundAsked : RefundStep::FoundNotMade);
    if (isGivenBack)
        noteRefundStep(*desk, intent, RefundStep::GivenBack);
    if (isMade)
        co_return std::optional(outcomeOfTaken(intent, *found.refund));
    co_return std::optional(refundNotMade(Error(ErrorKind::Rejected, intent.note)));
}

/// Returns what @p answer says of @p stored, which the provider has taken, beside @p refunds, those of its payment.
RefundOutcome takenOutcome(const checkout::Transaction &answer, const Intent &stored,
                           const std::vector<Intent> &refunds, const QString &providerName)
{
    RefundOutcome taken = outcomeOfTaken(stored, checkout::Refund(stored.sessionId, *ledger::reportedAmount(stored)));
    const QString open = whatTotalLeavesOpen(answer, stored, providerName);
    if (stored.state == Intent::State::Accepted && !open.isEmpty())
        taken.error = Error(ErrorKind::UnknownOutcome, open);
    // Its entry cannot be told from others: the merchant may know which it is.
    if (stored.state == Intent::State::Accepted && stored.sessionId.isEmpty() && answer.refunds)
        taken.candidates = unclaimedEntries(*answer.refunds, stored, refunds);
    if (!taken.candidates.empty())
        taken.error = Error(ErrorKind::UnknownOutcome,
                            ReconcileRefundText::tr("%1 lists refunds that may be this one, and nothing says which. "
                                                    "Look in its own dashboard.")
                                .arg(providerName));
    return taken;
}

/// Says whose answer was read for a refund. Neither proves anything.
struct AskedForRefund
{
    bool isOfAnother = false;  ///< It may be of another shop, which may have a payment with this id.
    bool isOfOtherKey = false; ///< Read with another key than the one that it was sent with: what fits is a question.
};

/// Returns why @p asked, whose answer lacks what @p lacking says in a sentence, does not tell whether a refund was
/// made, in a sentence.
QString cannotTell(const AskedForRefund &asked, const QString &lacking, const QString &providerName)
{
    if (asked.isOfOtherKey)
        return ReconcileRefundText::tr("It was sent with another key than the one that the account has now, so what %1 "
                                       "lists does not tell whether it was made. Look in the dashboard of the shop "
                                       "whose key it was, then say which refund it is, or that it was not made.")
            .arg(providerName);
    if (!lacking.isEmpty())
        return ReconcileRefundText::tr("%1 So its answer does not tell whether this refund was made. Try again later.",
                                       "what the answer lacks, in a sentence")
            .arg(lacking);
    return ReconcileRefundText::tr("The provider does not tell whether this refund was made. Look in its own "
                                   "dashboard; if it was not made, say so.");
}

/// Writes what @p answer, of those who were @p whose, shows of the refund @p asked, and returns that; nothing where
/// somebody else wrote about the refunds of the payment meanwhile, so that it has to be judged again.
http::Task<std::optional<RefundOutcome>> concludeRefund(QPointer<Desk> desk, QString accountId, Intent asked,
                                                        checkout::Transaction answer, AskedForRefund whose)
{
    using State = Intent::State;
    // Read after the answer: what was confirmed meanwhile has its entry in it.
    const auto refunds = co_await whileOpen(desk, desk->journal().refundsOf(asked.accountId, asked.transactionId));
    if (!refunds)
        co_return std::optional(unknown(asked.id, refunds.error()));
    const auto found = std::ranges::find(*refunds, asked.id, &Intent::id);
    if (found == refunds->end())
        co_return std::optional(unknown(asked.id, closedError()));
    const Intent &stored = *found;
    const QString providerName = desk->capabilities(asked.accountId).providerName;
    if (auto known = knownOutcome(*desk, stored))
        co_return known;
    if (whose.isOfAnother)
        answer.refunds.reset();
    if (stored.state == State::Confirmed || stored.state == State::Accepted || stored.state == State::Failed)
        co_return std::optional(takenOutcome(answer, stored, *refunds, providerName));
    // A total that holds nothing more than before the refund would be one that holds it.
    if (stored.state == State::Abandoned && !answer.refunds)
        co_return std::optional(unknown(stored.id, Error(ErrorKind::UnknownOutcome, stored.note)));
    RefundFinding shown = findRefund(answer, stored, *refunds, desk->providerTime(asked.accountId), desk->now());
    if (whose.isOfAnother || whose.isOfOtherKey)
        shown = RefundFinding(RefundFinding::Finding::CannotTell);
    if (shown.finding == RefundFinding::Finding::CannotTell) {
        noteTried(*desk, accountId, stored.id, ledger::TimelineEvent::Kind::LookedUp,
                  lookUpWord(LookUpAnswer::CannotTell));
        const QString lacking = whatItLacks(answer, *refunds, providerName);
        RefundOutcome open =
            unknown(stored.id, Error(ErrorKind::UnknownOutcome, cannotTell(whose, lacking, providerName)));
        open.isLeftOpen = lacking.isEmpty();
        if (answer.refunds)
            open.candidates = unclaimedEntries(*answer.refunds, stored, *refunds);
        co_return std::optional(open);
    }
    const int entries = shown.refund ? entriesWithId(answer, shown.refund->id) : 0;
    auto writing = writeOutcome(desk, asked.accountId, stored, shown, *refunds, entries);
    std::optional<RefundOutcome> outcome = co_await writing;
    const QString open = whatTotalLeavesOpen(answer, stored, providerName);
    if (outcome && outcome->end == RefundOutcome::End::Accepted && !open.isEmpty())
        outcome->error = Error(ErrorKind::UnknownOutcome, open);
    co_return outcome;
}

http::Task<RefundOutcome> doReconcileRefund(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const auto found = co_await whileOpen(desk, storedRefund(desk, accountId, intentId));
    if (!found && found.error().kind == ErrorKind::NotFound)
        co_return refundNotMade(found.error());
    if (!found)
        co_return unknown(intentId, found.error());
    const Intent intent = underConnected(desk->accounts(), *found, accountId);
    if (!intent.amount)
        co_return unknown(intentId, Error(ErrorKind::Storage,
                                          ReconcileRefundText::tr("The journal does not say how much was to be given "
                                                                  "back. Look in the provider's own dashboard.")));
    if (const auto known = knownOutcome(*desk, intent))
        co_return RefundOutcome(*known);

    const auto payment = co_await whileOpen(desk, refundedPayment(desk, intent.accountId, intent.transactionId));
    if (!payment)
        co_return unknown(intentId, payment.error());
    const auto provider = co_await whileOpen(desk, desk->provider(intent.accountId));
    if (!provider)
        co_return unknown(intentId, provider.error());
    const bool looksUp = payment->can.looksUpTransactions;
    auto asking = askTransaction(desk, intent.accountId, *provider, intent.transactionId, looksUp);
    const auto answer = co_await whileOpen(desk, std::move(asking));
    if (!answer && desk)
        noteFailedLookUp(*desk, accountId, intentId, answer.error());
    if (!answer)
        co_return unknown(intentId, answer.error());
    const AskedForRefund whose{mayBeOfAnother(desk->accounts(), payment->can, *provider, *found, intent.accountId),
                               isOfOtherKey(payment->can, provider->key(), *found)};
    for (;;) {
        const auto concluded = co_await whileOpen(desk, concludeRefund(desk, accountId, intent, *answer, whose));
        if (!concluded)
            co_return unknown(intentId, concluded.error());
        if (*concluded)
            co_return RefundOutcome(**concluded);
    }
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
