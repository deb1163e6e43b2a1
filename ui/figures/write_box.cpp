// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/write_box.h"

#include "desk/reconcile_entry.h"
#include "desk/repeat_entry.h"
#include "desk/send_code.h"
#include "desk/stored_sentence.h"
#include "ui/figures/account_name.h"
#include "ui/figures/candidates_dialog.h"
#include "ui/figures/outcome_text.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/time_text.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using desk::OutcomeAction;

WriteBox::WriteBox(desk::Desk &desk, QWidget *parent)
    : DecisionBox(desk, parent)
{
    setObjectName(u"writeBox"_s);
}

void WriteBox::setWrite(const QString &accountId, const QString &id)
{
    if (!begin(accountId, id))
        return;
    m_write.reset();
    read();
}

void WriteBox::read()
{
    if (id().isEmpty())
        return;
    using Answer = checkout::Result<std::optional<desk::OpenWrite>>;
    m_reads.startLatest(desk::openWrite(&desk(), accountId(), id()), [this](const Answer &answer) {
        if (answer && *answer)
            return take(**answer);
        m_write.reset();
        renderNothing();
        if (!answer)
            fail(answer.error());
    });
}

void WriteBox::take(const desk::OpenWrite &write)
{
    m_write = write;
    const ledger::Intent &intent = write.write.intent;
    const auto time = [this](const QDateTime &at) {
        return listTime(at, desk().now(), QTimeZone::systemTimeZone(), QLocale());
    };
    QList<std::pair<QString, QString>> facts{{tr("Account"), accountAndMode(desk(), accountId())}};
    if (isBatch())
        facts += {{tr("Coupon"), write.write.batch->couponId}, {tr("Asked for"), time(write.write.batch->plannedAt)}};
    QString known = desk::unsettledSentence(write.write);
    if (const QString note = desk::inPresentLanguage(intent.note); !isBatch() && !note.isEmpty())
        known = tr("%1 %2", "two sentences").arg(known, note);
    render(isBatch() ? tr("Go on with the promotion codes?") : tr("What became of it?"), facts, known, write.tried,
           write.offers);
}

QString WriteBox::actionText(OutcomeAction action) const
{
    if (isBatch() && action == OutcomeAction::SendAgain)
        return tr("Go on with the rest…");
    if (isBatch() && action == OutcomeAction::NotMade)
        return tr("Leave the rest…");
    if (action == OutcomeAction::NotMade)
        return tr("It was not made…");
    return outcomeActionText(action, false, providerName());
}

QString WriteBox::decidedText(OutcomeAction action) const
{
    if (isBatch())
        return action == OutcomeAction::SendAgain ? tr("Go on with the rest") : tr("Leave the rest");
    return action == OutcomeAction::SendAgain ? tr("Send again") : tr("It was not made");
}

QString WriteBox::questionText(OutcomeAction action) const
{
    return isBatch() ? tr("Go on with the promotion codes?") : DecisionBox::questionText(action);
}

void WriteBox::describe(GuardDialog &question) const
{
    if (!m_write)
        return;
    question.addDetail(tr("What"), desk::unsettledName(m_write->write));
    if (!desk::hasUnknownOutcome(m_write->write))
        question.setGlyph(BadgeKind::Pending);
}

void WriteBox::act(OutcomeAction action)
{
    const auto decided = [this](const QString &sentence) {
        return [this, sentence](const checkout::Result<void> &closed) { takeDecision(sentence, closed); };
    };
    if (!m_write)
        return setBusy(false);
    switch (action) {
    case OutcomeAction::LookUp:
        return lookUp();
    case OutcomeAction::SendAgain:
        if (!isBatch())
            return m_tasks.start(desk::repeatEntry(&desk(), accountId(), id()), decided(tr("It was done.")));
        setBusy(false);
        return emit resumeRequested(*m_write->write.batch);
    case OutcomeAction::NotMade:
        if (isBatch())
            return m_tasks.start(desk::leaveBatch(&desk(), accountId(), id()),
                                 decided(tr("What was not sent stays unsent.")));
        return closeAsNotMade(desk::EarlyAbandon::Refuse);
    case OutcomeAction::Made:
    case OutcomeAction::TakeNote:
    case OutcomeAction::EnterKey:
        return setBusy(false); // never offered of a write
    }
}

void WriteBox::closeAsNotMade(desk::EarlyAbandon early)
{
    m_tasks.start(desk::abandonEntry(&desk(), accountId(), id(), early), [this](const checkout::Result<void> &closed) {
        const bool isEarly = !closed && closed.error().kind == checkout::ErrorKind::UnknownOutcome;
        if (!isEarly)
            return takeDecision(tr("Noted as not made."), closed);
        setBusy(false);
        if (!m_write || !isVisible())
            return;
        auto *dialog = question(tr("It may still appear"), closed.error().sentence);
        dialog->setObjectName(u"early"_s);
        dialog->setSafeButton(tr("Decide later"));
        // Not where the first yes was: a double click is one.
        dialog->addAsideButton(1, tr("Note it as not made"));
        connect(dialog, &GuardDialog::chosen, this, [this] {
            setBusy(true);
            closeAsNotMade(desk::EarlyAbandon::Allow);
        });
        dialog->open();
    });
}

void WriteBox::lookUp(const QString &chosen)
{
    if (isBatch())
        return m_tasks.start(desk::lookUpBatch(&desk(), accountId(), id(), chosen),
                             [this](const auto &looked) { takeBatch(looked); });
    m_tasks.start(desk::reconcileEntry(&desk(), accountId(), id(), chosen),
                  [this](const checkout::Result<desk::EntryFinding> &found) { takeFinding(found); });
}

void WriteBox::takeFinding(const checkout::Result<desk::EntryFinding> &found)
{
    using Finding = desk::EntryFinding::Finding;
    setBusy(false);
    if (!found)
        return fail(found.error());
    switch (found->finding) {
    case Finding::Made:
        return emit resolved(tr("It was made: %1 has it.").arg(providerName()), accountId(), {});
    case Finding::NotMade: {
        const QString why = m_write ? desk::notMadeSentence(m_write->write.intent) : QString();
        return emit resolved(tr("It was not made. %1", "why").arg(why), accountId(), {});
    }
    case Finding::NotListed:
        return say(tr("%1 lists nothing like it at the moment. It may still appear.").arg(providerName()));
    case Finding::Ambiguous:
        say(tr("%1 lists what may be it. Look in its own dashboard.").arg(providerName()));
        return chooseOne(found->candidates);
    case Finding::CannotTell:
        return say(tr("%1 does not tell. Look in its own dashboard.").arg(providerName()));
    }
}

void WriteBox::takeBatch(const checkout::Result<desk::CodesLookUp> &looked)
{
    setBusy(false);
    if (!looked)
        return fail(looked.error());
    if (!looked->open)
        return say(tr("Every code that was sent is settled."));
    if (*looked->open == desk::LookUpAnswer::CannotTell)
        return say(tr("%1 does not tell. Look in its own dashboard.").arg(providerName()));
    if (*looked->open == desk::LookUpAnswer::Ambiguous) {
        say(desk::otherTermsSentence());
        return chooseOne(looked->candidates());
    }
    say(tr("%1 does not list what is unknown at the moment. It may still appear.").arg(providerName()));
}

void WriteBox::chooseOne(const std::vector<desk::EntryCandidate> &candidates)
{
    if (!isVisible() || !m_write || candidates.empty())
        return;
    auto *dialog = new CandidatesDialog(candidates, providerName(), this);
    nameAccounts(*dialog, desk(), {accountId()});
    connect(dialog, &CandidatesDialog::idChosen, this, [this](const QString &chosen) {
        setBusy(true);
        lookUp(chosen);
    });
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_write_box.cpp"
