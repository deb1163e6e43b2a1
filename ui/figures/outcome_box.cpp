// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/outcome_box.h"

#include "desk/abandon_creation.h"
#include "desk/abandon_refund.h"
#include "desk/confirm_refund.h"
#include "desk/match_refund.h"
#include "desk/reconcile_refund.h"
#include "desk/resend_creation.h"
#include "desk/resend_refund.h"
#include "money/format.h"
#include "ui/figures/account_name.h"
#include "ui/figures/outcome_text.h"
#include "ui/widgets/guard_dialog.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using desk::OutcomeAction;

namespace {

/// Returns what can be done, and what cannot though one would expect it: nobody expects to send again what the provider
/// is known to have taken.
std::vector<desk::OutcomeOffer> expectedOffers(const desk::OpenOutcome &outcome)
{
    std::vector<desk::OutcomeOffer> offers = outcome.offers;
    if (outcome.intent.state == ledger::Intent::State::Accepted || !outcome.intent.sessionId.isEmpty())
        std::erase_if(offers, [](const desk::OutcomeOffer &offer) {
            return offer.action == OutcomeAction::SendAgain && !offer.whyNot.isEmpty();
        });
    return offers;
}

} // namespace

OutcomeBox::OutcomeBox(desk::Desk &desk, Facts facts, QWidget *parent)
    : DecisionBox(desk, parent)
    , m_facts(facts)
{
    setObjectName(u"unknownBox"_s);
}

void OutcomeBox::setIntent(const QString &accountId, const QString &intentId)
{
    if (!begin(accountId, intentId))
        return;
    m_outcome.reset();
    read();
}

void OutcomeBox::read()
{
    if (id().isEmpty())
        return;
    using Answer = checkout::Result<std::optional<desk::OpenOutcome>>;
    m_reads.startLatest(desk::openOutcome(&desk(), id()), [this](const Answer &answer) {
        if (answer && *answer)
            return take(**answer);
        m_outcome.reset();
        renderNothing();
        if (!answer)
            fail(answer.error());
    });
}

void OutcomeBox::take(const desk::OpenOutcome &outcome)
{
    m_outcome = outcome;
    const ledger::Intent &intent = outcome.intent;
    using State = ledger::Intent::State;
    // What the provider has said is not asked about.
    const bool isUnknown = intent.state == State::Unknown || intent.state == State::Open;
    QString title = isUnknown ? questionText(OutcomeAction::Made) : QString();
    if (intent.state == State::Accepted && m_facts == Facts::Shown)
        title = tr("A refund that was asked for");
    QList<std::pair<QString, QString>> facts;
    if (m_facts == Facts::Shown)
        facts = {{tr("Account"), accountAndMode(desk(), accountId())},
                 {tr("Customer"), outcome.customer},
                 {tr("Payment"), intent.transactionId},
                 {tr("Amount"), outcome.amount ? money::format(*outcome.amount, QLocale()) : QString()}};
    // The refund's note and the timeline of the payment say it already.
    const bool isSaid = m_facts == Facts::SaidAround && intent.state == ledger::Intent::State::Failed;
    const QString known = isSaid ? QString() : outcomeKnownText(intent, providerName());
    const QString first = intent.state == State::Failed ? tr("Take note of that, and it needs no attention any more.")
                                                        : firstToDoText(intent, outcome.offers, providerName());
    render(title, facts,
           first.isEmpty() || known.isEmpty() ? known + first
                                              : tr("%1 %2", "what is known, what to do first").arg(known, first),
           m_facts == Facts::SaidAround ? std::vector<ledger::TimelineEvent>() : outcome.tried,
           expectedOffers(outcome));
}

QString OutcomeBox::actionText(OutcomeAction action) const
{
    return outcomeActionText(action, isRefund(), providerName());
}

QString OutcomeBox::questionText(OutcomeAction action) const
{
    if (action == OutcomeAction::SendAgain)
        return DecisionBox::questionText(action);
    return isRefund() ? tr("Was the refund made?") : tr("Was the session created?");
}

QString OutcomeBox::decidedText(OutcomeAction action) const
{
    if (action == OutcomeAction::SendAgain)
        return tr("Send again");
    if (action == OutcomeAction::Made)
        return tr("It was made");
    return isRefund() ? tr("It was not made") : tr("It was not created");
}

void OutcomeBox::describe(GuardDialog &question) const
{
    if (!m_outcome)
        return;
    if (!m_outcome->customer.isEmpty())
        question.addDetail(tr("Customer"), m_outcome->customer);
    if (m_outcome->amount)
        question.addDetail(tr("Amount"), money::format(*m_outcome->amount, QLocale()));
}

void OutcomeBox::act(OutcomeAction action)
{
    const auto decided = [this](const QString &sentence) {
        return [this, sentence](const checkout::Result<void> &closed) { takeDecision(sentence, closed); };
    };
    switch (action) {
    case OutcomeAction::LookUp:
        return lookUp();
    case OutcomeAction::SendAgain:
        if (isRefund())
            return m_tasks.start(desk::resendRefund(&desk(), accountId(), id()),
                                 [this](const checkout::Result<desk::RefundOutcome> &sent) { takeResend(sent); });
        return m_tasks.start(desk::resendCreation(&desk(), accountId(), id()),
                             [this](const desk::CreateOutcome &outcome) { takeCreation(outcome); });
    case OutcomeAction::Made:
        if (!isRefund())
            return askId();
        return decideRefund(action, desk::Unproven::Refuse);
    case OutcomeAction::NotMade:
        if (isRefund())
            return decideRefund(action, desk::Unproven::Refuse);
        return closeAsNotCreated(desk::EarlyAbandon::Refuse);
    case OutcomeAction::TakeNote:
        return m_tasks.start(desk::abandonRefund(&desk(), accountId(), id()), decided(tr("Taken note of.")));
    case OutcomeAction::EnterKey:
        return setBusy(false); // it is no act at the provider
    }
}

void OutcomeBox::lookUp(const QString &chosen, desk::Unproven unproven)
{
    const auto taken = [this](const desk::RefundOutcome &outcome) { takeRefund(outcome); };
    // The amount of each was in view when it was chosen.
    if (isRefund() && !chosen.isEmpty())
        return m_tasks.start(desk::matchRefund(&desk(), accountId(), id(), chosen, desk::Unproven::Allow), taken);
    if (isRefund())
        return m_tasks.start(desk::reconcileRefund(&desk(), accountId(), id()), taken);
    m_tasks.start(desk::reconcileCreation(&desk(), accountId(), id(), chosen, unproven),
                  [this](const checkout::Result<desk::Reconciliation> &answer) { takeLookUp(answer); });
}

} // namespace tilldeck::ui

#include "moc_outcome_box.cpp"
