// SPDX-License-Identifier: GPL-3.0-or-later
// What became of an outcome that was not known, by the answers of the use cases.
#include "desk/abandon_creation.h"
#include "desk/abandon_refund.h"
#include "desk/confirm_refund.h"
#include "desk/create_session.h"
#include "ui/figures/account_name.h"
#include "ui/figures/candidates_dialog.h"
#include "ui/figures/not_kept_dialog.h"
#include "ui/figures/outcome_box.h"
#include "ui/forms/name_dialog.h"
#include "ui/widgets/guard_dialog.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestSessionId = 200;

} // namespace

void OutcomeBox::closeAsNotCreated(desk::EarlyAbandon early)
{
    m_tasks.start(desk::abandonCreation(&desk(), accountId(), id(), early),
                  [this](const checkout::Result<void> &closed) {
                      const bool isEarly = !closed && closed.error().kind == checkout::ErrorKind::UnknownOutcome;
                      if (!closed && closed.error().kind == checkout::ErrorKind::Rejected)
                          return takeContradiction(closed.error());
                      if (!isEarly)
                          return takeDecision(tr("Noted as not created."), closed);
                      setBusy(false);
                      say(closed.error().sentence); // it counts also when the question is put off
                      if (!m_outcome || !isVisible())
                          return;
                      auto *dialog = question(tr("Nothing shows that it was not created"), closed.error().sentence);
                      dialog->setObjectName(u"early"_s);
                      dialog->setSafeButton(tr("Decide later"));
                      // Not where the first yes was: a double click is one.
                      dialog->addAsideButton(1, tr("Note it as not created"));
                      connect(dialog, &GuardDialog::chosen, this, [this] {
                          sayNothing();
                          setBusy(true);
                          closeAsNotCreated(desk::EarlyAbandon::Allow);
                      });
                      dialog->open();
                  });
}

void OutcomeBox::takeContradiction(const checkout::Error &why)
{
    // What was found is taken: then this box is about nothing any more, and what lists it says so.
    using Now = checkout::Result<std::optional<ledger::Intent>>;
    desk().journal().intent(id()).then(this, [this, why, asked = id()](const Now &now) {
        if (asked != id())
            return;
        const bool isFound = now && *now && (*now)->state == ledger::Intent::State::Confirmed;
        if (!isFound)
            return takeDecision({}, std::unexpected(why));
        setBusy(false);
        emit resolved(why.sentence, accountId(), (*now)->sessionId);
    });
}

bool OutcomeBox::isAskedAbout(desk::OutcomeAction action) const
{
    return DecisionBox::isAskedAbout(action) && (isRefund() || action != desk::OutcomeAction::Made);
}

void OutcomeBox::askId()
{
    setBusy(false);
    if (!m_outcome || !isVisible())
        return;
    auto *dialog = new NameDialog(tr("Which session was created?"), tr("Its ID at %1").arg(providerName()), {},
                                  longestSessionId, this);
    dialog->setObjectName(u"sessionId"_s);
    dialog->setWaits();
    m_askedId = dialog;
    connect(dialog, &NameDialog::named, this, [this](const QString &sessionId) {
        setBusy(true);
        lookUp(sessionId);
    });
    dialog->open();
}

void OutcomeBox::decideRefund(desk::OutcomeAction action, desk::Unproven unproven)
{
    const bool isMade = action == desk::OutcomeAction::Made;
    m_tasks.start(isMade ? desk::confirmRefund(&desk(), accountId(), id(), unproven)
                         : desk::abandonRefund(&desk(), accountId(), id(), unproven),
                  [this, action, isMade](const checkout::Result<void> &closed) {
                      const bool isUnproven = !closed && closed.error().kind == checkout::ErrorKind::UnknownOutcome;
                      if (!isUnproven)
                          return takeDecision(isMade ? tr("Noted as made.") : tr("Noted as not made."), closed);
                      setBusy(false);
                      if (!m_outcome || !isVisible())
                          return;
                      const QString risk =
                          isMade ? tr("If it was not made, the customer does not get this money.")
                                 : tr("If it was made and you refund again, the customer gets the money twice.");
                      auto *dialog = question(
                          isMade ? tr("Nothing proves that it was made") : tr("Nothing proves that it was not made"),
                          tr("%1\n%2", "what happened, and the risk").arg(closed.error().sentence, risk));
                      dialog->setObjectName(u"unproven"_s);
                      dialog->setSafeButton(tr("Decide later"));
                      // Not where the first yes was: a double click is one.
                      dialog->addAsideButton(1, isMade ? tr("Note it as made") : tr("Note it as not made"));
                      connect(dialog, &GuardDialog::chosen, this, [this, action] {
                          setBusy(true);
                          decideRefund(action, desk::Unproven::Allow);
                      });
                      dialog->open();
                  });
}

template <class Candidate> void OutcomeBox::chooseOne(const std::vector<Candidate> &candidates)
{
    if (!isVisible() || !m_outcome)
        return;
    auto *dialog = new CandidatesDialog(candidates, providerName(), this);
    nameAccounts(*dialog, desk(), {accountId()});
    connect(dialog, &CandidatesDialog::idChosen, this, [this](const QString &id) {
        setBusy(true);
        lookUp(id);
    });
    dialog->open();
}

void OutcomeBox::askDespite(const desk::Reconciliation &looked)
{
    if (!m_outcome || !isVisible())
        return;
    auto *dialog = question(tr("It may be another session"), looked.doubt);
    dialog->setObjectName(u"unproven"_s);
    dialog->setSafeButton(tr("Decide later"));
    // Not where the yes before was: a double click is one.
    dialog->addAsideButton(1, tr("It is this one"));
    connect(dialog, &GuardDialog::chosen, this, [this, chosen = looked.candidates.front().id] {
        setBusy(true);
        lookUp(chosen, desk::Unproven::Allow);
    });
    dialog->open();
}

void OutcomeBox::askAboutUrl(const desk::Reconciliation &looked)
{
    const QString known = desk::withoutUrlSentence(looked, providerName());
    say(known); // and it stays when the question is put off
    if (!m_outcome || !isVisible())
        return;
    enum Choice { SendAgain = 1, TakeIt };
    auto *dialog = question(tr("It was created"),
                            tr("%1\n%2", "what is known, and the risk").arg(known, desk::urlIsLostSentence()));
    dialog->setObjectName(u"withoutUrl"_s);
    dialog->addAsideButton(TakeIt, tr("Take it without its URL"));
    dialog->setSafeButton(tr("Decide later"));
    dialog->addButton(SendAgain, tr("Send again"), ButtonKind::Primary);
    connect(dialog, &GuardDialog::chosen, this, [this, id = looked.candidates.front().id](int choice) {
        sayNothing();
        setBusy(true);
        choice == TakeIt ? lookUp(id, desk::Unproven::Allow) : act(desk::OutcomeAction::SendAgain);
    });
    dialog->open();
}

void OutcomeBox::takeLookUp(const checkout::Result<desk::Reconciliation> &answer)
{
    setBusy(false);
    if (!answer && m_askedId)
        m_askedId->refuse(answer.error().sentence);
    if (!answer)
        return fail(answer.error());
    switch (answer->finding) {
    case desk::Reconciliation::Finding::Found:
        if (m_askedId)
            m_askedId->accept();
        return emit resolved(tr("It was created. Here it is."), accountId(), answer->record->session.id);
    case desk::Reconciliation::Finding::NotListed:
        return sayNothingFound(
            answer->mayAppearUntil.isValid()
                ? desk::notListedSentence(*answer, providerName())
                : tr("%1 If you are sure, you can decide that it was not created.", "no session fits")
                      .arg(desk::notListedSentence(*answer, providerName())));
    case desk::Reconciliation::Finding::Ambiguous:
        if (m_askedId)
            m_askedId->accept();
        return answer->doubt.isEmpty() ? chooseOne(answer->candidates) : askDespite(*answer);
    case desk::Reconciliation::Finding::WithoutUrl:
        if (m_askedId)
            m_askedId->accept();
        return askAboutUrl(*answer);
    case desk::Reconciliation::Finding::CannotTell:
        return sayNothingFound(desk::cannotTellSentence(*answer, providerName()));
    }
}

void OutcomeBox::sayNothingFound(const QString &sentence)
{
    if (m_askedId)
        m_askedId->refuse(sentence);
    say(sentence);
}

void OutcomeBox::takeCreation(const desk::CreateOutcome &outcome)
{
    setBusy(false);
    using End = desk::CreateOutcome::End;
    switch (outcome.end) {
    case End::Confirmed:
        emit resolved(outcome.error ? outcome.error->sentence : tr("It was created. Here it is."), accountId(),
                      outcome.record.session.id);
        return;
    case End::NotKept: {
        // On the window: the dialog has the only copy of the token, and outlives this.
        auto *dialog = new NotKeptDialog(outcome.record, desk().accounts().byId(accountId()), window());
        nameAccounts(*dialog, desk(), {accountId()});
        dialog->open();
        return;
    }
    case End::Rejected:
    case End::Unknown:
    case End::Repeated:
    case End::PlannedAgain:
        return fail(outcome.error.value_or(
            checkout::Error(checkout::ErrorKind::UnknownOutcome, tr("Again no answer came that can be trusted."))));
    }
}

void OutcomeBox::takeRefund(const desk::RefundOutcome &outcome)
{
    setBusy(false);
    using End = desk::RefundOutcome::End;
    switch (outcome.end) {
    case End::Confirmed:
        return emit resolved(tr("The money was given back."), accountId(), {});
    case End::Accepted: {
        // It is no longer unknown: a list of what is lets this box go.
        const QString sentence =
            outcome.error
                ? outcome.error->sentence
                : tr("%1 took this refund. It has not said yet that the money was given back.").arg(providerName());
        say(sentence);
        if (!outcome.candidates.empty())
            return chooseOne(outcome.candidates);
        return emit resolved(sentence, accountId(), {});
    }
    case End::Rejected:
        // Only then is it over: another refusal leaves the outcome as it was.
        if (outcome.error && outcome.error->kind != checkout::ErrorKind::Rejected)
            return fail(*outcome.error);
        emit resolved(tr("The money was not given back."), accountId(), {});
        return;
    case End::NotKept:
    case End::Unknown:
        fail(outcome.error.value_or(
            checkout::Error(checkout::ErrorKind::UnknownOutcome, tr("%1 does not tell.").arg(providerName()))));
        if (!outcome.candidates.empty())
            chooseOne(outcome.candidates);
        return;
    }
}

void OutcomeBox::takeResend(const checkout::Result<desk::RefundOutcome> &sent)
{
    if (sent)
        return takeRefund(*sent);
    setBusy(false);
    fail(sent.error());
}

} // namespace tilldeck::ui
