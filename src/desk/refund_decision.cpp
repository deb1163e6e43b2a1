// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_decision.h"

#include "desk/ask_transaction.h"
#include "desk/closed_error.h"
#include "desk/find_refund.h"
#include "desk/refund_text.h"
#include "desk/refunded_payment.h"
#include "desk/while_open.h"
#include "ledger/intent_text.h"
#include "money/format.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using checkout::RefundStatus;
using ledger::Intent;

namespace {

std::unexpected<Error> notDecided(const QString &sentence)
{
    return std::unexpected(Error(ErrorKind::Rejected, sentence));
}

/// Returns why the state of a refund does not leave @p decision to the merchant, in a sentence; empty when it does, or
/// when the same was decided before.
QString whyNotLeft(Intent::State state, RefundDecision decision)
{
    const bool isGivenBack = decision == RefundDecision::GivenBack;
    if (state == Intent::State::Open)
        return RefundText::tr("This refund is still under way. Wait for its answer.");
    if (state == Intent::State::Rejected)
        return ledger::whyResolved(Intent::Kind::Refund, state);
    if (state == Intent::State::Confirmed)
        return isGivenBack ? QString() : decidedBefore(state);
    if (state == Intent::State::Abandoned)
        return isGivenBack ? decidedBefore(state) : QString();
    return state == Intent::State::Failed && isGivenBack
               ? RefundText::tr("The provider has said that it did not give this refund back. Take note of that.")
               : QString();
}

/// Returns whether nothing is left to ask about: the decision stands, or the provider has said that it failed.
bool isOver(Intent::State state)
{
    return state == Intent::State::Confirmed || state == Intent::State::Abandoned || state == Intent::State::Failed;
}

/// Returns what contradicts @p decision in the list of the provider, in a sentence; empty when nothing does.
QString contradictedByList(const RefundFinding &found, RefundDecision decision, const QString &providerName)
{
    const bool isGivenBack = decision == RefundDecision::GivenBack;
    if (!found.refund)
        return isGivenBack && found.finding == RefundFinding::Finding::NotMade
                   ? RefundText::tr("%1 lists the refunds of this payment, and this one is not among them.")
                         .arg(providerName)
                   : QString();
    const RefundStatus status = found.refund->status;
    const bool isContradicted = isGivenBack ? status == RefundStatus::Failed || status == RefundStatus::Pending
                                            : status != RefundStatus::Failed;
    return isContradicted
               ? RefundText::tr("%1 lists this refund as “%2”. Look it up instead of deciding.", "provider, its word")
                     .arg(providerName, found.refund->rawStatus)
               : QString();
}

/// Returns what contradicts @p decision in the total of the provider, in a sentence; empty when nothing does.
QString contradictedByTotal(const checkout::Transaction &payment, const Intent &intent,
                            const std::vector<Intent> &refunds, RefundDecision decision, const QString &providerName)
{
    if (!payment.refunded || !intent.amount)
        return {};
    const QString amount = money::format(*intent.amount, QLocale());
    const QString total = money::format(*payment.refunded, QLocale());
    if (decision == RefundDecision::NotGivenBack) {
        const auto all = totalWithAll(intent, refunds);
        return all && payment.refunded->minorUnits() >= all->minorUnits()
                   ? RefundText::tr("%1 counts %2 as given back of this payment, and this refund of %3 is in that.",
                                    "provider, total, amount")
                         .arg(providerName, total, amount)
                   : QString();
    }
    const qint64 before = intent.refundedBefore ? intent.refundedBefore->minorUnits() : 0;
    return payment.refunded->minorUnits() - before < intent.amount->minorUnits()
               ? RefundText::tr("%1 counts %2 as given back of this payment, and this refund of %3 is not in that.",
                                "provider, total, amount")
                     .arg(providerName, total, amount)
               : QString();
}

/// Returns what the provider lists of @p intent, whose end the journal does not know.
RefundFinding listedOf(const Desk &desk, const checkout::Transaction &payment, const Intent &intent,
                       const std::vector<Intent> &refunds)
{
    if (intent.state != Intent::State::Accepted)
        return findRefund(payment, intent, refunds, desk.providerTime(intent.accountId), desk.now());
    RefundFinding found(RefundFinding::Finding::CannotTell);
    found.refund = entryOf(payment, intent, refunds);
    return found;
}

/// Returns the payment of @p intent as the provider answers now or, where it cannot be asked, answered last; nothing
/// where there is none on this computer.
http::Task<std::optional<checkout::Transaction>> paymentAsAnswered(QPointer<Desk> desk, Intent intent)
{
    std::optional<checkout::Transaction> answered;
    const auto payment = co_await refundedPayment(desk, intent.accountId, intent.transactionId);
    if (!payment)
        co_return answered;
    answered = payment->record.transaction;
    if (!desk)
        co_return answered;
    const auto provider = co_await desk->provider(intent.accountId);
    if (!provider || !desk)
        co_return answered;
    const bool looksUp = payment->can.looksUpTransactions;
    const auto answer = co_await askTransaction(desk, intent.accountId, *provider, intent.transactionId, looksUp);
    if (answer)
        answered = *answer;
    co_return std::optional<checkout::Transaction>(answered);
}

} // namespace

QString decidedBefore(Intent::State state)
{
    if (state == Intent::State::Confirmed)
        return RefundText::tr("This refund was already decided as given back.");
    return state == Intent::State::Abandoned ? RefundText::tr("This refund was already decided as not given back.")
                                             : QString();
}

http::Task<checkout::Result<Intent>> decidableRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                     RefundDecision decision)
{
    const auto found = co_await whileOpen(desk, desk->journal().intentOf(accountId, Intent::Kind::Refund, intentId));
    if (!found)
        co_return std::unexpected(found.error());
    if (const QString why = whyNotLeft(found->state, decision); !why.isEmpty())
        co_return notDecided(why);
    if (isOver(found->state))
        co_return Intent(*found);
    Intent asked = *found;
    if (!desk->accounts().byId(asked.accountId))
        asked.accountId = accountId; // Its own is lost, and this one may be the same.
    const auto payment = co_await paymentAsAnswered(desk, asked);
    if (!desk)
        co_return std::unexpected(closedError());
    // Read after the answer, which may have ended it.
    const auto refunds = co_await whileOpen(desk, desk->journal().refundsOf(asked.accountId, asked.transactionId));
    if (!refunds)
        co_return std::unexpected(refunds.error());
    const auto stored = std::ranges::find(*refunds, intentId, &Intent::id);
    const Intent intent = stored == refunds->end() ? asked : *stored;
    if (const QString why = whyNotLeft(intent.state, decision); !why.isEmpty())
        co_return notDecided(why);
    if (!payment || isOver(intent.state))
        co_return Intent(intent);
    const QString providerName = desk->capabilities(asked.accountId).providerName;
    const QString why = payment->refunds
                            ? contradictedByList(listedOf(*desk, *payment, intent, *refunds), decision, providerName)
                            : contradictedByTotal(*payment, intent, *refunds, decision, providerName);
    if (!why.isEmpty())
        co_return notDecided(why);
    co_return Intent(intent);
}

} // namespace tilldeck::desk
