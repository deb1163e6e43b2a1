// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/open_outcomes.h"

#include "desk/account_of_intent.h"
#include "desk/labels.h"
#include "desk/refund_history.h"
#include "desk/resend_creation.h"
#include "desk/resend_refund.h"
#include "desk/stored_sentence.h"
#include "desk/while_open.h"

#include <QCoreApplication>
#include <QCoroFuture>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tilldeck::desk {

using ledger::Intent;

namespace {

struct OutcomeText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::OpenOutcomes)
};

QString whyNoSecondCreation(const Desk &desk, const Intent &intent, const checkout::Capabilities &can)
{
    if (!intent.sessionId.isEmpty())
        return OutcomeText::tr("It was created as %1. Check with %2 instead.").arg(intent.sessionId, can.providerName);
    if (const QString why = whyNotResent(desk, intent); !why.isEmpty())
        return why;
    return desk.whyNoWrites();
}

std::vector<OutcomeOffer> offersOfCreation(const Desk &desk, const Intent &intent)
{
    const checkout::Capabilities can = desk.capabilities(intent.accountId, intent.draft.flow);
    const QString nothing = desk.whyNoDecisions();
    const auto why = [&nothing](const QString &reason) { return nothing.isEmpty() ? reason : nothing; };
    const bool isKnown = !intent.sessionId.isEmpty();
    const QString noList = whyNotLookedUp(can, intent);
    std::vector<OutcomeOffer> offers{
        {OutcomeAction::LookUp, why(noList)},
        {OutcomeAction::SendAgain, why(whyNoSecondCreation(desk, intent, can)),
         OutcomeText::tr("It is the same request under the same idempotency key, so %1 makes one session of both.")
             .arg(can.providerName)},
        {OutcomeAction::NotMade,
         why(isKnown ? OutcomeText::tr("It was created as %1.").arg(intent.sessionId) : QString()),
         OutcomeText::tr("If it was, customers can still pay it, and creating it again leaves two open links.")},
    };
    // The merchant may find the session in the provider's dashboard, where there is no list or nothing in it fits.
    const bool isByReference = noList.isEmpty() && can.takes(checkout::Field::Reference);
    if (!isByReference && !isKnown && can.looksUpSessions)
        offers.emplace_back(OutcomeAction::Made, nothing);
    return offers;
}

using Payment = std::optional<checkout::Transaction>;

/// Returns why @p intent is not sent again beside @p refunds, those of its @p payment, as the provider reported it
/// last, in a sentence; empty when it can.
QString whyNoSecondRefund(const Desk &desk, const Intent &intent, const std::vector<Intent> &refunds,
                          const Payment &payment)
{
    const QString why = whyRefundNotResent(desk, intent, refunds, payment);
    return why.isEmpty() ? desk.whyNoWrites() : why;
}

std::vector<OutcomeOffer> offersOfRefund(const Desk &desk, const Intent &intent, const std::vector<Intent> &refunds,
                                         const Payment &payment)
{
    const checkout::Capabilities can = desk.capabilities(intent.accountId);
    const QString nothing = desk.whyNoDecisions();
    if (intent.state == Intent::State::Failed)
        return {{OutcomeAction::TakeNote, nothing}};
    const auto why = [&nothing](const QString &reason) { return nothing.isEmpty() ? reason : nothing; };
    const bool looksUp = can.looksUpTransactions || can.listsTransactions;
    return {
        {OutcomeAction::LookUp,
         why(looksUp ? QString()
                     : OutcomeText::tr("%1 has no list to look in. Look in its own dashboard.").arg(can.providerName))},
        {OutcomeAction::SendAgain, why(whyNoSecondRefund(desk, intent, refunds, payment)),
         OutcomeText::tr("%1 is asked first whether it was made. If that leaves it open, the same request is sent "
                         "under the same idempotency key, so %1 gives the money back once.")
             .arg(can.providerName)},
        {OutcomeAction::Made, nothing,
         OutcomeText::tr("If it was not, the customer does not get this money, and it cannot be given back from here "
                         "any more.")},
        {OutcomeAction::NotMade, nothing,
         OutcomeText::tr("The money may be on its way back. Refunding again could pay it twice.")},
    };
}

std::vector<OutcomeOffer> offersOf(const Desk &desk, const Intent &intent, const std::vector<Intent> &refunds,
                                   const Payment &payment)
{
    if (intent.kind == Intent::Kind::Create)
        return offersOfCreation(desk, intent);
    if (intent.kind == Intent::Kind::Refund)
        return offersOfRefund(desk, intent, refunds, payment);
    return {};
}

/// Puts it first to send the same again, which tells more than a look-up, until that was tried. A look-up that would
/// tell no URL is taken out of what is offered, with the reason.
void sendAgainFirst(const Desk &desk, OpenOutcome &outcome)
{
    const Intent &intent = outcome.intent;
    const bool wasTried = std::ranges::find(outcome.tried, ledger::TimelineEvent::Kind::SentAgain,
                                            &ledger::TimelineEvent::kind) != outcome.tried.end();
    if (wasTried || (intent.kind == Intent::Kind::Create && !isSentAgainFirst(desk, intent)))
        return;
    const auto isOffered = [](OutcomeAction action) {
        return [action](const OutcomeOffer &offer) { return offer.action == action && offer.whyNot.isEmpty(); };
    };
    const auto again = std::ranges::find_if(outcome.offers, isOffered(OutcomeAction::SendAgain));
    if (again == outcome.offers.end())
        return;
    std::rotate(outcome.offers.begin(), again, std::next(again));
    const auto look = std::ranges::find_if(outcome.offers, isOffered(OutcomeAction::LookUp));
    if (intent.kind == Intent::Kind::Create && look != outcome.offers.end())
        look->whyNot = OutcomeText::tr("Possible once it was sent again. Only that answer has the URL of the session.");
}

/// Offers to enter the key of the account first, where nothing could be asked or sent before that.
http::Task<checkout::Result<OpenOutcome>> offerKeyFirst(QPointer<Desk> desk, OpenOutcome outcome)
{
    const auto asks = [](const OutcomeOffer &offer) {
        const bool isAsked = offer.action == OutcomeAction::LookUp || offer.action == OutcomeAction::SendAgain;
        return isAsked && offer.whyNot.isEmpty();
    };
    const Intent &intent = outcome.intent;
    const bool isUnsure = intent.state == Intent::State::Unknown && desk->whyNoDecisions().isEmpty();
    const auto account = desk->accounts().byId(intent.accountId);
    if (!isUnsure || !account || std::ranges::any_of(outcome.offers, asks))
        co_return OpenOutcome(outcome);
    const auto key = co_await whileOpen(desk, desk->keys().key(intent.accountId));
    if (!key)
        co_return std::unexpected(key.error());
    if (*key && !(*key)->isEmpty())
        co_return OpenOutcome(outcome);
    outcome.offers.emplace(outcome.offers.begin(), OutcomeAction::EnterKey, QString());
    const auto again = std::ranges::find(outcome.offers, OutcomeAction::SendAgain, &OutcomeOffer::action);
    const bool mayBeSent = desk->capabilities(intent.accountId, intent.draft.flow).honoursIdempotencyKey;
    if (again != outcome.offers.end() && mayBeSent && !desk->providerTime(intent.accountId).isValid())
        again->whyNot = OutcomeText::tr("%1 has to be asked first whether it remembers the idempotency key, and there "
                                        "is no key for %2.",
                                        "provider, account")
                            .arg(desk->capabilities(intent.accountId).providerName, account->name);
    co_return OpenOutcome(outcome);
}

/// Takes it out of @p offers to send the same again: the key of an account counts in that account.
void withholdSending(std::vector<OutcomeOffer> &offers)
{
    const auto again = std::ranges::find(offers, OutcomeAction::SendAgain, &OutcomeOffer::action);
    if (again != offers.end() && again->whyNot.isEmpty())
        again->whyNot = OutcomeText::tr("It was sent by an account that is not connected any more, so its key may not "
                                        "count.");
}

/// Returns whether something is left to decide.
bool isOpenOutcome(Desk &desk, const Intent &intent)
{
    // Its end is known and could not be written: nobody waits for an answer any more.
    const bool isRefund = intent.kind == Intent::Kind::Refund;
    const auto unwritten = desk.unwritten().constFind(intent.id);
    if (isRefund && intent.state == Intent::State::Open && unwritten != desk.unwritten().cend())
        return unwritten->state != Intent::State::Rejected;
    const bool isOfRefund = intent.state == Intent::State::Accepted || intent.state == Intent::State::Failed;
    return intent.state == Intent::State::Unknown || (isRefund && isOfRefund);
}

/// Reads what is known of @p intent, which is shown under @p accountId.
http::Task<checkout::Result<OpenOutcome>> readOutcome(QPointer<Desk> desk, Intent intent, QString accountId)
{
    OpenOutcome outcome;
    const QString own = std::exchange(intent.accountId, accountId);
    outcome.amount = intent.amount;
    std::vector<Intent> refunds;
    Payment payment;
    if (intent.kind == Intent::Kind::Refund) {
        const auto all = co_await whileOpen(desk, desk->journal().refundsOf(accountId, intent.transactionId));
        if (!all)
            co_return std::unexpected(all.error());
        refunds = *all;
        const auto row = co_await whileOpen(desk, desk->ledger().transaction(accountId, intent.transactionId));
        if (!row)
            co_return std::unexpected(row.error());
        if (row->has_value()) {
            outcome.customer = (*row)->customerLabel;
            payment = (*row)->transaction;
        }
    }
    outcome.offers = offersOf(*desk, intent, refunds, payment);
    const bool isSame = intent.kind == Intent::Kind::Create && isSurelyOf(desk->accounts(), own, accountId);
    if (own != accountId && !isSame)
        withholdSending(outcome.offers);
    outcome.intent = intent;
    if (intent.state != Intent::State::Accepted) // that is the provider's word
        outcome.intent.note = inPresentLanguage(intent.note);
    if (intent.kind == Intent::Kind::Create) {
        const auto row = co_await whileOpen(desk, desk->ledger().sessionByIntent(intent.id));
        if (!row)
            co_return std::unexpected(row.error());
        const ledger::SessionRecord record = row->value_or(ledger::SessionRecord());
        outcome.customer = row->has_value() ? record.customerLabel : customerLabel(intent.draft, {});
        outcome.amount = record.amount;
    }
    const auto events = co_await whileOpen(desk, desk->ledger().timeline(intent.accountId, intent.id));
    if (!events)
        co_return std::unexpected(events.error());
    outcome.tried = *events;
    if (own != accountId && desk->accounts().byId(own)) { // of a lost one the ledger has told it with the others
        const auto before = co_await whileOpen(desk, desk->ledger().timeline(own, intent.id));
        if (!before)
            co_return std::unexpected(before.error());
        outcome.tried.insert(outcome.tried.end(), before->begin(), before->end());
    }
    ledger::TimelineEvent sent;
    sent.kind = ledger::TimelineEvent::Kind::OutcomeUnknown;
    sent.at = intent.openedAt;
    if (intent.kind == Intent::Kind::Refund && refundWasAnswered(intent, outcome.tried))
        sent = refundEvent(RefundStep::Sent, intent.openedAt);
    outcome.tried.push_back(sent);
    sendAgainFirst(*desk, outcome);
    co_return OpenOutcome(outcome);
}

} // namespace

QString whyNotLookedUp(const checkout::Capabilities &can, const Intent &creation)
{
    if (!creation.sessionId.isEmpty() || can.listsSessions ||
        (can.takes(checkout::Field::Reference) && can.listsTransactions))
        return {};
    return OutcomeText::tr("%1 has no list to look in. Look in its own dashboard.").arg(can.providerName);
}

http::Task<checkout::Result<std::optional<OpenOutcome>>> openOutcome(QPointer<Desk> desk, QString intentId)
{
    std::optional<OpenOutcome> none;
    const auto intent = co_await whileOpen(desk, desk->journal().intent(intentId));
    if (!intent)
        co_return std::unexpected(intent.error());
    if (!intent->has_value() || !isOpenOutcome(*desk, **intent))
        co_return none;
    QStringList ids;
    for (const accounts::Account &account : desk->accounts().accounts())
        ids << account.id;
    const QString shown = accountOfIntent(desk->accounts(), (*intent)->accountId, ids);
    const QString accountId = shown.isEmpty() ? (*intent)->accountId : shown;
    const auto read = co_await whileOpen(desk, readOutcome(desk, **intent, accountId));
    if (!read)
        co_return std::unexpected(read.error());
    const auto outcome = co_await whileOpen(desk, offerKeyFirst(desk, *read));
    if (!outcome)
        co_return std::unexpected(outcome.error());
    co_return std::optional<OpenOutcome>(*outcome);
}

http::Task<checkout::Result<std::vector<OpenOutcome>>> openOutcomes(QPointer<Desk> desk, QStringList accountIds)
{
    std::vector<OpenOutcome> outcomes;
    const auto creations = co_await whileOpen(desk, desk->journal().unknown(Intent::Kind::Create));
    if (!creations)
        co_return std::unexpected(creations.error());
    auto refunds = co_await whileOpen(desk, desk->journal().unresolved(Intent::Kind::Refund));
    if (!refunds)
        co_return std::unexpected(refunds.error());
    std::erase_if(*refunds, [&desk](const Intent &intent) { return !isOpenOutcome(*desk, intent); });
    std::vector<Intent> intents;
    intents.reserve(creations->size() + refunds->size());
    std::ranges::merge(*creations, *refunds, std::back_inserter(intents), {}, &Intent::openedAt, &Intent::openedAt);
    outcomes.reserve(intents.size());
    for (const Intent &intent : intents) {
        const QString accountId = accountOfIntent(desk->accounts(), intent.accountId, accountIds);
        if (accountId.isEmpty())
            continue;
        const auto outcome = co_await whileOpen(desk, readOutcome(desk, intent, accountId));
        if (!outcome)
            co_return std::unexpected(outcome.error());
        outcomes.push_back(*outcome);
    }
    co_return std::vector<OpenOutcome>(outcomes);
}

} // namespace tilldeck::desk
