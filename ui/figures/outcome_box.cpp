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
#include "ui/figures/session_text.h"
#include "ui/widgets/close_dialogs.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/timeline.h"

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using desk::OutcomeAction;

OutcomeBox::OutcomeBox(desk::Desk &desk, Facts facts, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_facts(facts)
    , m_title(new Label({}, TextStyle::Total))
    , m_rows(makeColumnLayout(px(2)))
    , m_known(makeWrappedLabel({}, TextStyle::Body, Tone::Text2))
    , m_reasons(makeWrappedLabel({}, TextStyle::Secondary, Tone::Text2))
    , m_message(new InlineMessage(Severity::Warning))
    , m_tried(new Timeline)
{
    setObjectName(u"unknownBox"_s);
    m_known->setObjectName(u"unknownText"_s);
    m_reasons->setObjectName(u"reasons"_s);
    m_message->setObjectName(u"outcomeMessage"_s);
    m_message->hide();
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(px(6));
    for (const OutcomeAction action : outcomeActions()) {
        auto *button = new Button(QString());
        button->setObjectName(outcomeActionName(action));
        connect(button, &QPushButton::clicked, this, [this, action] { press(action); });
        flow->addWidget(button);
        button->hide();
        m_buttons.insert(action, button);
    }
    auto *column = makeColumnLayout(this, px(8));
    column->addWidget(m_title);
    column->addLayout(m_rows);
    addWidgets(*column, m_known, m_message, buttons, m_reasons, m_tried);
    connect(&desk, &desk::Desk::journalChanged, this, &OutcomeBox::read);
    connect(&desk.ledger(), &ledger::Ledger::sessionsChanged, this, [this](const QStringList &accountIds) {
        if (accountIds.contains(m_accountId))
            read();
    });
}

void OutcomeBox::setIntent(const QString &accountId, const QString &intentId)
{
    if (intentId == m_intentId && accountId == m_accountId)
        return;
    closeDialogs(this);
    m_tasks.cancel();
    m_accountId = accountId;
    m_intentId = intentId;
    m_outcome.reset();
    m_message->hide();
    m_known->clear();
    m_reasons->clear();
    m_tried->setEvents({});
    clearLayout(*m_rows);
    for (Button *button : std::as_const(m_buttons))
        button->hide();
    m_focusBefore.clear();
    m_busy = false;
    read();
}

void OutcomeBox::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    closeDialogs(this); // a question stands over what it is about, or is not asked
}

void OutcomeBox::read()
{
    if (m_intentId.isEmpty())
        return;
    using Answer = checkout::Result<std::optional<desk::OpenOutcome>>;
    m_reads.startLatest(desk::openOutcome(&m_desk, m_intentId), [this](const Answer &answer) {
        if (answer && *answer)
            return render(**answer);
        m_outcome.reset();
        renderOffers();
        if (!answer)
            fail(answer.error());
    });
}

QString OutcomeBox::providerName() const
{
    return m_desk.capabilities(m_accountId).providerName;
}

void OutcomeBox::render(const desk::OpenOutcome &outcome)
{
    m_outcome = outcome;
    const ledger::Intent &intent = outcome.intent;
    using State = ledger::Intent::State;
    m_title->setText(isRefund() ? tr("Was the refund made?") : tr("Was the session created?"));
    m_title->setVisible(intent.state != State::Failed);

    clearLayout(*m_rows);
    if (m_facts == Facts::Shown) {
        const auto add = [this](const QString &label, const QString &value) {
            if (!value.isEmpty())
                m_rows->addWidget(new FactRow(label, value));
        };
        add(tr("Account"), accountAndMode(m_desk, m_accountId));
        add(tr("Customer"), outcome.customer);
        add(tr("Payment"), intent.transactionId);
        add(tr("Amount"), outcome.amount ? money::format(*outcome.amount, QLocale()) : QString());
    }
    m_known->setText(outcomeKnownText(intent, providerName()));
    m_tried->setEvents(
        timelineOf(outcome.tried, {}, providerName(), m_desk.now(), QTimeZone::systemTimeZone(), QLocale()));
    renderOffers();
}

void OutcomeBox::renderOffers()
{
    const std::vector<desk::OutcomeOffer> offers = m_outcome ? m_outcome->offers : std::vector<desk::OutcomeOffer>();
    const auto textOf = [this](OutcomeAction action) { return outcomeActionText(action, isRefund(), providerName()); };
    const auto first = firstToDo(offers);
    QStringList reasons;
    for (const OutcomeAction action : outcomeActions()) {
        Button *button = m_buttons.value(action);
        const auto offer = std::ranges::find(offers, action, &desk::OutcomeOffer::action);
        const bool isOffered = offer != offers.end() && offer->whyNot.isEmpty();
        button->setText(textOf(action));
        button->setVisible(isOffered);
        setButtonKind(button, first == action ? ButtonKind::Primary : ButtonKind::Normal);
        button->setEnabled(isOffered && !m_busy);
        if (offer != offers.end() && !isOffered)
            reasons << tr("%1: %2", "an action, why it is not offered").arg(textOf(action).remove(u'…'), offer->whyNot);
    }
    // What holds everything back is said once.
    const bool isOneReason = !offers.empty() && std::ranges::all_of(offers, [&offers](const desk::OutcomeOffer &offer) {
        return !offer.whyNot.isEmpty() && offer.whyNot == offers.front().whyNot;
    });
    if (isOneReason)
        reasons = {offers.front().whyNot};
    m_reasons->setText(reasons.join(u'\n'));
    m_reasons->setVisible(!reasons.isEmpty());
}

void OutcomeBox::press(OutcomeAction action)
{
    if (m_busy || !m_outcome)
        return;
    const auto offer = std::ranges::find(m_outcome->offers, action, &desk::OutcomeOffer::action);
    if (offer == m_outcome->offers.end())
        return;
    m_message->hide();
    if (action == OutcomeAction::LookUp || action == OutcomeAction::TakeNote)
        act(action);
    else
        ask(action, offer->risk);
}

GuardDialog *OutcomeBox::question(const QString &title, const QString &risk)
{
    auto *dialog = new GuardDialog(title, risk, this);
    dialog->setGlyph(BadgeKind::OutcomeUnknown);
    nameAccounts(*dialog, m_desk, {m_accountId});
    if (!m_outcome->customer.isEmpty())
        dialog->addDetail(tr("Customer"), m_outcome->customer);
    if (m_outcome->amount)
        dialog->addDetail(tr("Amount"), money::format(*m_outcome->amount, QLocale()));
    return dialog;
}

void OutcomeBox::ask(OutcomeAction action, const QString &risk)
{
    const bool sends = action == OutcomeAction::SendAgain;
    auto *dialog = question(sends ? tr("Send the same once more?") : m_title->text(), risk);
    dialog->setSafeButton(sends ? tr("Cancel") : tr("Decide later"));
    const QString decided = isRefund() ? tr("It was not made") : tr("It was not created");
    if (sends)
        dialog->addButton(1, tr("Send again"), ButtonKind::Primary);
    else
        dialog->addButton(1, action == OutcomeAction::Made ? tr("It was made") : decided, ButtonKind::Danger);
    connect(dialog, &GuardDialog::chosen, this, [this, action] { act(action); });
    dialog->open();
}

void OutcomeBox::act(OutcomeAction action)
{
    if (m_busy || !m_outcome)
        return;
    const auto decided = [this](const QString &sentence) {
        return [this, sentence](const checkout::Result<void> &closed) { takeDecision(sentence, closed); };
    };
    setBusy(true);
    switch (action) {
    case OutcomeAction::LookUp:
        return lookUp();
    case OutcomeAction::SendAgain:
        if (isRefund())
            return m_tasks.start(desk::resendRefund(&m_desk, m_accountId, m_intentId),
                                 [this](const checkout::Result<desk::RefundOutcome> &sent) { takeResend(sent); });
        return m_tasks.start(desk::resendCreation(&m_desk, m_accountId, m_intentId),
                             [this](const desk::CreateOutcome &outcome) { takeCreation(outcome); });
    case OutcomeAction::Made:
        return m_tasks.start(desk::confirmRefund(&m_desk, m_accountId, m_intentId), decided(tr("Noted as made.")));
    case OutcomeAction::NotMade:
        if (isRefund())
            return m_tasks.start(desk::abandonRefund(&m_desk, m_accountId, m_intentId),
                                 decided(tr("Noted as not made.")));
        return closeAsNotCreated(desk::EarlyAbandon::Refuse);
    case OutcomeAction::TakeNote:
        return m_tasks.start(desk::abandonRefund(&m_desk, m_accountId, m_intentId), decided(tr("Taken note of.")));
    }
}

void OutcomeBox::lookUp(const QString &chosen)
{
    const auto taken = [this](const desk::RefundOutcome &outcome) { takeRefund(outcome); };
    if (isRefund() && !chosen.isEmpty())
        return m_tasks.start(desk::matchRefund(&m_desk, m_accountId, m_intentId, chosen), taken);
    if (isRefund())
        return m_tasks.start(desk::reconcileRefund(&m_desk, m_accountId, m_intentId), taken);
    m_tasks.start(desk::reconcileCreation(&m_desk, m_accountId, m_intentId, chosen),
                  [this](const checkout::Result<desk::Reconciliation> &answer) { takeLookUp(answer); });
}

void OutcomeBox::setBusy(bool busy)
{
    if (busy && isAncestorOf(window()->focusWidget())) {
        m_focusBefore = window()->focusWidget();
        setFocus(Qt::OtherFocusReason); // else a button that is disabled gives it to the next part of the window
    }
    m_busy = busy;
    renderOffers();
    if (!busy && m_focusBefore && m_focusBefore->isEnabled() && m_focusBefore->isVisible() &&
        window()->focusWidget() == this)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    if (!busy)
        emit answered();
}

void OutcomeBox::fail(const checkout::Error &error)
{
    m_message->setMessage(error.sentence, error.details.isEmpty() ? QString() : tr("Details: “%1”").arg(error.details));
    m_message->show();
    if (error.kind == checkout::ErrorKind::Unauthorised)
        emit keyNeeded(m_accountId);
}

void OutcomeBox::say(const QString &sentence)
{
    m_message->setMessage(sentence);
    m_message->show();
}

} // namespace tilldeck::ui

#include "moc_outcome_box.cpp"
