// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_decision.h"

#include "desk/ask_transaction.h"
#include "desk/closed_error.h"
#include "desk/find_refund.h"
#include "desk/refund_text.h"
#include "desk/refund_totals.h"
#include "desk/refunded_payment.h"
#include "desk/while_open.h"
#include "ledger/intent_text.h"
#include "ledger/refund_entries.h"
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

/// Returns the sum of @p start and the amounts of those of @p others that were begun when as much was reported as
/// before
/// @p intent, or more; nothing where that is beyond all bounds.
std::optional<money::Money> withThoseSince(std::optional<money::Money> start, const Intent &intent,
                                           const std::vector<Intent> &others)
{
    const qint64 before = intent.refundedBefore ? intent.refundedBefore->minorUnits() : 0;
    for (const Intent &other : others) {
        const bool isSince = other.id != intent.id && other.amount && other.refundedBefore &&
                             other.refundedBefore->minorUnits() >= before;
        if (start && isSince)
            start = start->plus(*other.amount);
    }
    return start;
}

/// Returns why the total of the provider does not bear @p decision out, in a sentence; empty when it does, or there is
/// none. @p seen are the ids of the refunds that it was seen to count.
QString unprovenByTotal(const checkout::Transaction &payment, const Intent &intent, std::vector<Intent> refunds,
                        const QStringList &seen, RefundDecision decision, const QString &providerName)
{
    if (!payment.refunded || !intent.amount)
        return {};
    const bool isGivenBack = decision == RefundDecision::GivenBack;
    const auto all = totalWithAll(intent, refunds);
    std::erase_if(refunds, [&](const Intent &other) {
        return isGivenBack ? other.state != Intent::State::Confirmed : !seen.contains(other.id);
    });
    const auto alone = intent.refundedBefore.value_or(money::Money(0, intent.amount->currency())).plus(*intent.amount);
    const auto needed = withThoseSince(alone, intent, refunds);
    const bool mayHold = needed && payment.refunded->minorUnits() >= needed->minorUnits();
    if (mayHold == isGivenBack)
        return {};
    const QString amount = money::format(*intent.amount, QLocale());
    const QString total = money::format(*payment.refunded, QLocale());
    QString sentence = RefundText::tr("%1 counts %2 as given back of this payment, and this refund of %3 may be in "
                                      "that.",
                                      "provider, total, amount");
    if (isGivenBack)
        sentence = RefundText::tr("%1 counts %2 as given back of this payment, and this refund of %3 is not in that.",
                                  "provider, total, amount");
    else if (all && payment.refunded->minorUnits() >= all->minorUnits())
        sentence = RefundText::tr("%1 counts %2 as given back of this payment, and this refund of %3 is in that.",
                                  "provider, total, amount");
    return sentence.arg(providerName, total, amount);
}

/// Returns that the list of the provider has an entry that may be @p intent, in a sentence; empty when it has none.
QString unprovenByList(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds,
                       const QString &providerName)
{
    const auto mayBeIt = [&intent](const checkout::Refund &entry) {
        return entry.amount == intent.amount && entry.status != RefundStatus::Failed &&
               ledger::isOfItsTime(entry, intent);
    };
    return std::ranges::any_of(unclaimedEntries(*payment.refunds, intent, refunds), mayBeIt)
               ? RefundText::tr(
                     "%1 lists a refund of this amount that may be this one. Look it up, and say which it is.")
                     .arg(providerName)
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

/// Returns the payment of @p intent as the provider answers now. Errors: why there is no answer, in a sentence.
http::Task<checkout::Result<checkout::Transaction>> paymentAsAnswered(QPointer<Desk> desk, Intent intent)
{
    const auto payment = co_await whileOpen(desk, refundedPayment(desk, intent.accountId, intent.transactionId));
    if (!payment)
        co_return std::unexpected(payment.error());
    const auto provider = co_await whileOpen(desk, desk->provider(intent.accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    const bool looksUp = payment->can.looksUpTransactions;
    auto answer =
        co_await whileOpen(desk, askTransaction(desk, intent.accountId, *provider, intent.transactionId, looksUp));
    co_return answer;
}

/// Returns the error for a decision that the provider does not bear out, for the reason @p why.
std::unexpected<Error> notBorneOut(const QString &why)
{
    return std::unexpected(Error(ErrorKind::UnknownOutcome, why));
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
                                                     RefundDecision decision, Unproven unproven)
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
    const bool isAllowed = unproven == Unproven::Allow;
    if (isOver(intent.state) || (!payment && isAllowed))
        co_return Intent(intent);
    if (!payment)
        co_return notBorneOut(RefundText::tr("%1 Without its answer, nothing proves this decision.",
                                             "why the provider could not be asked")
                                  .arg(payment.error().sentence));
    const QString providerName = desk->capabilities(asked.accountId).providerName;
    QString contradicted;
    QString open;
    if (payment->refunds) {
        contradicted = contradictedByList(listedOf(*desk, *payment, intent, *refunds), decision, providerName);
        if (decision == RefundDecision::NotGivenBack)
            open = unprovenByList(*payment, intent, *refunds, providerName);
    } else {
        const QStringList seen = co_await refundsSeenCounted(desk, *refunds);
        open = unprovenByTotal(*payment, intent, *refunds, seen, decision, providerName);
    }
    if (!contradicted.isEmpty())
        co_return notDecided(contradicted);
    if (!open.isEmpty() && !isAllowed)
        co_return notBorneOut(open);
    co_return Intent(intent);
}

} // namespace tilldeck::desk
