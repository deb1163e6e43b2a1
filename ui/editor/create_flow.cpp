// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/create_flow.h"

#include "desk/abandon_creation.h"
#include "desk/open_outcomes.h"
#include "desk/reconcile_creation.h"
#include "desk/resend_creation.h"
#include "ui/figures/account_name.h"
#include "ui/figures/candidates_dialog.h"
#include "ui/figures/not_kept_dialog.h"
#include "ui/figures/outcome_text.h"
#include "ui/widgets/guard_dialog.h"

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using desk::CreateOutcome;
using desk::Reconciliation;

namespace {

enum CreationAnswer { Check, Again, SendAgain };

} // namespace

CreateFlow::CreateFlow(desk::Desk &desk, QWidget *dialogs)
    : QObject(dialogs)
    , m_desk(&desk)
    , m_dialogs(dialogs)
{
}

void CreateFlow::enter(Stage stage)
{
    m_stage = stage;
    emit busyChanged(isBusy());
}

void CreateFlow::leave()
{
    enter(Stage::Closed);
    emit leftOpen(m_sent ? m_sent->accountId : m_accountId, m_intentId);
}

void CreateFlow::create(const QString &accountId, const checkout::SessionDraft &draft, const checkout::Catalog &catalog,
                        std::optional<money::Money> previewed, const std::optional<checkout::Quote> &quote,
                        const desk::KeptDraft &kept)
{
    if (!isReady() || !m_desk)
        return;
    m_accountId = accountId;
    m_draft = draft;
    m_catalog = catalog;
    m_previewed = previewed;
    m_quote = quote;
    m_kept = kept;
    m_isOfAnother = m_wasChecked = false;
    // Before anything else: a second press of the button must not find it enabled.
    enter(Stage::Busy);
    send(desk::Repeat::Ask);
}

void CreateFlow::send(desk::Repeat repeat)
{
    m_tasks.start(desk::createSession(m_desk, m_accountId, m_draft, m_catalog, m_previewed, m_quote, repeat, m_kept),
                  [this](const CreateOutcome &outcome) { finish(outcome); });
}

void CreateFlow::finish(const CreateOutcome &outcome)
{
    switch (outcome.end) {
    case CreateOutcome::End::Confirmed:
        enter(Stage::Closed);
        emit confirmed(outcome.record);
        if (outcome.error)
            report(*outcome.error);
        return;
    case CreateOutcome::End::NotKept:
        handOver(outcome);
        return;
    case CreateOutcome::End::PlannedAgain: // of the rows of files alone
    case CreateOutcome::End::Rejected:
        enter(Stage::Ready);
        emit rejected(*outcome.error);
        return;
    case CreateOutcome::End::Repeated:
        askRepeated(*outcome.earlier, *outcome.error);
        return;
    case CreateOutcome::End::Unknown:
        m_intentId = outcome.record.intentId;
        m_sent = outcome.sent;
        if (!m_isOfAnother)
            emit outcomeUnknown();
        ask(outcome.error ? outcome.error->sentence : QString());
        return;
    }
}

/// Returns why the provider cannot be asked about a creation of unknown outcome; empty when it can.
QString CreateFlow::whyNoCheck(const ledger::Intent &sent) const
{
    return desk::whyNotLookedUp(m_desk->capabilities(m_accountId, m_draft.flow), sent);
}

void CreateFlow::ask(const QString &what)
{
    using Answer = checkout::Result<std::optional<desk::OpenOutcome>>;
    m_tasks.start(desk::openOutcome(m_desk, m_intentId), [this, what](const Answer &outcome) {
        showQuestion(what, outcome ? *outcome : std::optional<desk::OpenOutcome>());
    });
}

void CreateFlow::showQuestion(const QString &what, const std::optional<desk::OpenOutcome> &outcome)
{
    using desk::OutcomeAction;
    if (!m_desk)
        return;
    const QString provider = m_desk->capabilities(m_accountId).providerName;
    const auto offers = outcome ? outcome->offers : std::vector<desk::OutcomeOffer>();
    const auto offer = [&offers](OutcomeAction action) {
        return std::ranges::find(offers, action, &desk::OutcomeOffer::action);
    };
    const auto again = offer(OutcomeAction::SendAgain);
    const auto look = offer(OutcomeAction::LookUp);
    const bool resends =
        outcome ? again != offers.end() && again->whyNot.isEmpty() : m_sent && desk::canResend(*m_desk, *m_sent);
    const QString noList = whyNoCheck(m_sent.value_or(ledger::Intent()));
    const bool isChecked = outcome ? look != offers.end() && look->whyNot.isEmpty() : noList.isEmpty();
    const auto first = firstToDo(offers);
    QStringList risk{tr("The session may exist. Creating it again could leave two open links.")};
    if (outcome && !(m_wasChecked && first == OutcomeAction::LookUp)) // it was done a moment ago
        risk << firstToDoText(outcome->intent, offers, provider);
    risk << noList;
    risk.removeAll(QString());
    QString text = risk.join(u' ');
    if (!what.isEmpty())
        text = tr("%1\n%2", "what happened, and the risk").arg(what, text);
    auto *dialog = new GuardDialog(tr("Was the session created?"), text, m_dialogs);
    dialog->setGlyph(BadgeKind::OutcomeUnknown);
    nameAccounts(*dialog, *m_desk, {m_accountId});
    if (!resends)
        dialog->addAsideButton(Again, tr("Create again anyway"));
    else if (first != OutcomeAction::SendAgain)
        dialog->addAsideButton(SendAgain, tr("Send again"));
    dialog->setSafeButton(tr("Decide later"));
    if (isChecked)
        dialog->addButton(Check, tr("Check with %1").arg(provider),
                          first == OutcomeAction::SendAgain ? ButtonKind::Normal : ButtonKind::Primary);
    if (resends && first == OutcomeAction::SendAgain)
        dialog->addButton(SendAgain, tr("Send again"), ButtonKind::Primary);
    connect(dialog, &GuardDialog::chosen, this, [this](int answer) {
        if (answer == Check)
            check();
        else if (answer == SendAgain)
            sendAgain();
        else
            createAgain(desk::EarlyAbandon::Refuse);
    });
    connect(dialog, &QDialog::rejected, this, &CreateFlow::leave);
    dialog->open();
}

void CreateFlow::askRepeated(const ledger::Intent &earlier, const checkout::Error &error)
{
    const bool isUnknown = earlier.state == ledger::Intent::State::Unknown;
    const QString whyNotChecked = whyNoCheck(earlier);
    QString text = isUnknown ? tr("%1\nAnother one could leave two open links.").arg(error.sentence)
                             : tr("%1\nAnother one is a session of its own.").arg(error.sentence);
    if (isUnknown && !whyNotChecked.isEmpty())
        text = tr("%1 %2", "the risk, where to look").arg(text, whyNotChecked);
    const bool resends = isUnknown && earlier.accountId == m_accountId && desk::canResend(*m_desk, earlier);
    if (resends)
        text = tr("%1\nSend again sends the same request under the same idempotency key: %2 acts on it once.",
                  "the risk, provider")
                   .arg(text, m_desk->capabilities(m_accountId).providerName);
    auto *dialog = new GuardDialog(tr("Create the same again?"), text, m_dialogs);
    dialog->setGlyph(BadgeKind::OutcomeUnknown);
    nameAccounts(*dialog, *m_desk, {m_accountId});
    dialog->setObjectName(u"repeated"_s);
    dialog->addAsideButton(Again, tr("Create another"));
    dialog->setSafeButton(tr("Cancel"));
    if (isUnknown) {
        const bool isFirst = resends && desk::isSentAgainFirst(*m_desk, earlier);
        if (whyNotChecked.isEmpty())
            dialog->addButton(Check, tr("Check with %1").arg(m_desk->capabilities(m_accountId).providerName),
                              isFirst ? ButtonKind::Normal : ButtonKind::Primary);
        if (resends)
            dialog->addButton(SendAgain, tr("Send again"), isFirst ? ButtonKind::Primary : ButtonKind::Normal);
    }
    connect(dialog, &GuardDialog::chosen, this, [this, earlier](int answer) {
        if (answer == Again)
            return send(desk::Repeat::Another);
        // From here on it is about the first one, which the sessions list holds.
        m_intentId = earlier.id;
        m_sent = earlier;
        m_isOfAnother = m_kept.id.isEmpty() || earlier.draftId != m_kept.id;
        if (!m_isOfAnother)
            emit outcomeUnknown();
        answer == Check ? check() : sendAgain();
    });
    connect(dialog, &QDialog::rejected, this, [this, error] {
        enter(Stage::Ready);
        emit rejected(error);
    });
    dialog->open();
}

void CreateFlow::report(const checkout::Error &error)
{
    // It is there, but not as asked for: on the window, for the editor is closed by now.
    const bool isNew = error.kind != checkout::ErrorKind::Rejected;
    auto *dialog = new GuardDialog(isNew ? tr("Was another one created before?") : tr("Nothing new was created"),
                                   error.sentence, m_dialogs->window());
    dialog->setSafeButton(tr("Close"));
    dialog->open();
}

void CreateFlow::handOver(const CreateOutcome &outcome)
{
    enter(Stage::Closed);
    // On the window, for the editor is closed with this signal. The dialog has the only copy of the token.
    auto *dialog = new NotKeptDialog(outcome.record, m_desk->accounts().byId(m_accountId), m_dialogs->window());
    nameAccounts(*dialog, *m_desk, {m_accountId});
    emit confirmed(outcome.record);
    dialog->open();
}

void CreateFlow::chooseOne(const std::vector<checkout::Session> &candidates)
{
    auto *dialog = new CandidatesDialog(candidates, m_desk->capabilities(m_accountId).providerName, m_dialogs);
    nameAccounts(*dialog, *m_desk, {m_accountId});
    connect(dialog, &CandidatesDialog::idChosen, this, [this](const QString &sessionId) { check(sessionId); });
    connect(dialog, &QDialog::rejected, this, &CreateFlow::leave);
    dialog->open();
}

void CreateFlow::check(const QString &chosen)
{
    m_tasks.start(desk::reconcileCreation(m_desk, m_accountId, m_intentId, chosen),
                  [this](const checkout::Result<Reconciliation> &answer) {
                      const QString provider = m_desk->capabilities(m_accountId).providerName;
                      m_wasChecked = answer.has_value();
                      if (!answer) {
                          ask(answer.error().sentence);
                          return;
                      }
                      switch (answer->finding) {
                      case Reconciliation::Finding::Found:
                          enter(Stage::Closed);
                          // An equal draft may be another order.
                          m_isOfAnother ? emit earlierConfirmed(*answer->record) : emit confirmed(*answer->record);
                          return;
                      case Reconciliation::Finding::NotListed:
                          ask(desk::notListedSentence(*answer, provider));
                          return;
                      case Reconciliation::Finding::Ambiguous:
                          // One that was listed as fitting before, and is not any more.
                          answer->doubt.isEmpty() ? chooseOne(answer->candidates) : ask(answer->doubt);
                          return;
                      case Reconciliation::Finding::WithoutUrl:
                          ask(desk::withoutUrlSentence(*answer, provider));
                          return;
                      case Reconciliation::Finding::CannotTell:
                          ask(desk::cannotTellSentence(*answer, provider));
                          return;
                      }
                  });
}

void CreateFlow::sendAgain()
{
    m_wasChecked = false;
    m_tasks.start(desk::resendCreation(m_desk, m_accountId, m_intentId), [this](const CreateOutcome &outcome) {
        // Nothing was sent, and the first try is as unknown as before.
        if (outcome.end == CreateOutcome::End::Rejected)
            ask(outcome.error->sentence);
        else
            finish(outcome);
    });
}

void CreateFlow::createAgain(desk::EarlyAbandon early)
{
    // Only when the first try is resolved may the same draft leave again.
    m_tasks.start(desk::abandonCreation(m_desk, m_accountId, m_intentId, early),
                  [this](const checkout::Result<void> &resolved) {
                      if (resolved) {
                          m_isOfAnother = false;
                          send(desk::Repeat::Another);
                      } else if (resolved.error().kind == checkout::ErrorKind::UnknownOutcome)
                          askEarly(resolved.error().sentence);
                      else
                          ask(resolved.error().sentence);
                  });
}

void CreateFlow::askEarly(const QString &risk)
{
    auto *dialog = new GuardDialog(tr("Nothing shows that it was not created"), risk, m_dialogs);
    dialog->setObjectName(u"early"_s);
    dialog->setGlyph(BadgeKind::OutcomeUnknown);
    nameAccounts(*dialog, *m_desk, {m_accountId});
    dialog->setSafeButton(tr("Decide later"));
    dialog->addButton(Again, tr("Create another all the same"), ButtonKind::Danger);
    connect(dialog, &GuardDialog::chosen, this, [this] { createAgain(desk::EarlyAbandon::Allow); });
    connect(dialog, &QDialog::rejected, this, &CreateFlow::leave);
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_create_flow.cpp"
