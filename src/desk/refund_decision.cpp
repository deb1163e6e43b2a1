// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_decision.h"

#include "desk/account_of_intent.h"
#include "desk/ask_transaction.h"
#include "desk/close_intent.h"
#include "desk/find_refund.h"
#include "desk/older_copy.h"
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

/// Returns what the provider lists of @p intent, whose end the journal does not know.
RefundFinding listedOf(const Desk &desk, const checkout::Transaction &payment, const Intent &intent,
                       const std::vector<Intent> &refunds)
{
    const QDateTime providerNow = desk.providerTime(intent.accountId);
    if (intent.state != Intent::State::Accepted)
        return findRefund(payment, intent, refunds, providerNow, desk.now());
    RefundFinding found(RefundFinding::Finding::CannotTell);
    found.refund = entryOf(payment, intent, refunds, providerNow, desk.now());
    return found;
}

/// Returns how the total of the provider stands to @p intent, in a sentence; empty where there is no total. @p seen are
/// the ids of the refunds that it was seen to count.
QString saidByTotal(const checkout::Transaction &payment, const Intent &intent, std::vector<Intent> refunds,
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
    // One that it was seen to count, or that explains all that it has risen by.
    if (isGivenBack && (seen.contains(intent.id) || payment.refunded == needed || payment.refunded == all))
        return {};
    const QString amount = money::format(*intent.amount, QLocale());
    const QString total = money::format(*payment.refunded, QLocale());
    QString sentence = RefundText::tr("%1 counts %2 as given back of this payment, and this refund of %3 may be in "
                                      "that.",
                                      "provider, total, amount");
    if (!needed || payment.refunded->minorUnits() < needed->minorUnits())
        sentence = isGivenBack ? RefundText::tr("%1 counts %2 as given back of this payment, and this refund of %3 is "
                                                "not in that.",
                                                "provider, total, amount")
                               : RefundText::tr("%1 counts %2 as given back of this payment. This refund of %3 is not "
                                                "in that, and may be counted later.",
                                                "provider, total, amount");
    else if (!isGivenBack && all && payment.refunded->minorUnits() >= all->minorUnits())
        sentence = RefundText::tr("%1 counts %2 as given back of this payment, and this refund of %3 is in that.",
                                  "provider, total, amount");
    return sentence.arg(providerName, total, amount);
}

/// Returns why a payment whose refunds the provider does not list does not bear @p decision out, in a sentence; empty
/// when it does. That a total does not hold a refund never proves that it was not made: it may follow a day later.
QString unprovenByTotal(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds,
                        const QStringList &seen, RefundDecision decision, const QString &providerName)
{
    QString said = saidByTotal(payment, intent, refunds, seen, decision, providerName);
    if (!said.isEmpty())
        return said;
    if (payment.refunded && intent.amount && decision == RefundDecision::GivenBack)
        return {};
    return RefundText::tr("%1 does not say what was given back of this payment, so nothing proves this decision.")
        .arg(providerName);
}

/// Returns whether the list of the provider has an entry that may be @p intent.
bool mayBeListed(const checkout::Transaction &payment, const Intent &intent, const std::vector<Intent> &refunds)
{
    const auto mayBeIt = [&intent](const checkout::Refund &entry) {
        return entry.amount == intent.amount && entry.status != RefundStatus::Failed &&
               ledger::isOfItsTime(entry, intent);
    };
    return std::ranges::any_of(unclaimedEntries(*payment.refunds, intent, refunds), mayBeIt);
}

/// Returns why the list of the provider does not bear @p decision out, in a sentence; empty when it does: "given back"
/// by an entry, and "not given back" only by the look at a list that has none once the refund cannot arrive any more.
QString unprovenByList(const Desk &desk, const checkout::Transaction &payment, const Intent &intent,
                       const std::vector<Intent> &refunds, RefundDecision decision, const QString &providerName)
{
    const bool isGivenBack = decision == RefundDecision::GivenBack;
    const QDateTime providerNow = desk.providerTime(intent.accountId);
    const bool isProven = isGivenBack ? listedOf(desk, payment, intent, refunds).refund.has_value()
                                      : findRefund(payment, intent, refunds, providerNow, desk.now()).finding ==
                                            RefundFinding::Finding::NotMade;
    if (isProven)
        return {};
    if (const QString lacking = whatItLacks(payment, refunds, providerName); !lacking.isEmpty())
        return RefundText::tr("%1 So what it lists now does not prove this decision.",
                              "what the answer lacks, in a sentence")
            .arg(lacking);
    if (mayBeListed(payment, intent, refunds))
        return RefundText::tr("%1 lists a refund of this amount that may be this one. Look it up, and say which it is.")
            .arg(providerName);
    return isGivenBack
               ? RefundText::tr("%1 lists no refund of this payment that is known to be this one.").arg(providerName)
               : RefundText::tr("What %1 lists does not prove that this refund was not made.").arg(providerName);
}

/// Returns until when @p intent may still arrive, in a sentence; empty when it cannot any more.
QString whyNotOver(const Desk &desk, const Intent &intent, const QString &providerName)
{
    const QDateTime until = lastArrival(intent, desk.providerTime(intent.accountId), desk.now());
    if (!until.isValid() && desk.providerTime(intent.accountId).isValid())
        return RefundText::tr("It is not known when this refund was sent by the clock of %1, so it may still arrive.")
            .arg(providerName);
    if (!until.isValid())
        return RefundText::tr("%1 does not say its time, so this refund may still arrive.").arg(providerName);
    return desk.now() > until ? QString()
                              : RefundText::tr("It may still arrive until %1.", "a time of day")
                                    .arg(QLocale().toString(until.toLocalTime().time(), QLocale::ShortFormat));
}

/// Returns @p intent as @p decision leaves it: what is listed now and belongs to no other is not one that was not made.
Intent decidedNow(const checkout::Transaction &payment, Intent intent, const std::vector<Intent> &refunds,
                  RefundDecision decision)
{
    if (decision == RefundDecision::GivenBack || !payment.refunds)
        return intent;
    intent.listedBefore = listedApart(payment, intent, refunds);
    return intent;
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

http::Task<checkout::Result<AnsweredPayment>> paymentAsAnswered(QPointer<Desk> desk, Intent refund, QString accountId)
{
    const auto payment = co_await whileOpen(desk, refundedPayment(desk, accountId, refund.transactionId));
    if (!payment)
        co_return std::unexpected(payment.error());
    const auto provider = co_await whileOpen(desk, desk->provider(accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    if (mayBeOfAnother(desk->accounts(), payment->can, *provider, refund, accountId))
        co_return std::unexpected(
            Error(ErrorKind::UnknownOutcome, RefundText::tr("It was sent by an account that is not connected any more, "
                                                            "and this one may be another, which proves nothing about "
                                                            "it.")));
    const bool looksUp = payment->can.looksUpTransactions;
    const auto answer = co_await askTransaction(desk, accountId, *provider, refund.transactionId, looksUp);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return AnsweredPayment(*answer, isOfOtherKey(payment->can, provider->key(), refund));
}

http::Task<checkout::Result<Intent>> decidableRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                     RefundDecision decision, Unproven unproven)
{
    const auto found = co_await whileOpen(desk, storedRefund(desk, accountId, intentId));
    if (!found)
        co_return std::unexpected(found.error());
    // What the provider said failed may be given back after all, as it says itself.
    const bool mayHaveTurned = found->state == Intent::State::Failed && decision == RefundDecision::GivenBack;
    if (const QString why = whyNotLeft(found->state, decision); !why.isEmpty() && !mayHaveTurned)
        co_return notDecided(why);
    if (isOver(found->state) && !mayHaveTurned)
        co_return Intent(*found);
    const Intent asked = underConnected(desk->accounts(), *found, accountId);
    const auto answered = co_await paymentAsAnswered(desk, *found, asked.accountId);
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
    const bool isAsked = answered && !answered->isOfOtherKey;
    if (isOver(intent.state) || (!isAsked && isAllowed))
        co_return Intent(intent);
    if (answered && answered->isOfOtherKey)
        co_return notBorneOut(RefundText::tr("It was sent with another key than the one that the account has now, so "
                                             "nothing that is listed now proves this decision."));
    if (!answered)
        co_return notBorneOut(RefundText::tr("%1 Without its answer, nothing proves this decision.",
                                             "why the provider could not be asked")
                                  .arg(answered.error().sentence));
    const checkout::Transaction &payment = answered->payment;
    const QString providerName = desk->capabilities(asked.accountId).providerName;
    Intent looked = intent;
    looked.accountId = asked.accountId; // Whose clock the answer has.
    const QString contradicted =
        payment.refunds ? contradictedByList(listedOf(*desk, payment, looked, *refunds), decision, providerName)
                        : QString();
    if (!contradicted.isEmpty())
        co_return notDecided(contradicted);
    const Intent decided = decidedNow(payment, intent, *refunds, decision);
    if (isAllowed)
        co_return Intent(decided);
    QString open;
    if (payment.refunds) {
        open = unprovenByList(*desk, payment, looked, *refunds, decision, providerName);
    } else {
        const auto seen = co_await whileOpen(desk, refundsSeenCounted(desk, *refunds));
        if (!seen)
            co_return std::unexpected(seen.error());
        open = unprovenByTotal(payment, looked, *refunds, *seen, decision, providerName);
    }
    const QString notOver =
        decision == RefundDecision::NotGivenBack ? whyNotOver(*desk, looked, providerName) : QString();
    if (!open.isEmpty())
        co_return notBorneOut(notOver.isEmpty() ? open : RefundText::tr("%1 %2", "two sentences").arg(open, notOver));
    co_return Intent(decided);
}

} // namespace tilldeck::desk
