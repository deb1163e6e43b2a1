// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/decision_box.h"

#include "ui/figures/account_name.h"
#include "ui/figures/outcome_text.h"
#include "ui/figures/session_text.h"
#include "ui/widgets/close_dialogs.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/id_text.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/timeline.h"

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using desk::OutcomeAction;

DecisionBox::DecisionBox(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(new Label({}, TextStyle::Total))
    , m_rows(makeColumnLayout(px(2)))
    , m_known(makeWrappedLabel({}, TextStyle::Body, Tone::Text2))
    , m_reasons(makeWrappedLabel({}, TextStyle::Secondary, Tone::Text2))
    , m_message(new InlineMessage(Severity::Warning))
    , m_tried(new Timeline)
{
    m_known->setObjectName(u"unknownText"_s);
    m_reasons->setObjectName(u"reasons"_s);
    m_message->setObjectName(u"outcomeMessage"_s);
    m_message->hide();
    auto *buttons = new QWidget;
    m_flow = new FlowLayout(buttons);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->setSpacing(px(6));
    for (const OutcomeAction action : outcomeActions()) {
        auto *button = new Button(QString());
        button->setObjectName(outcomeActionName(action));
        connect(button, &QPushButton::clicked, this, [this, action] { press(action); });
        m_flow->addWidget(button);
        button->hide();
        m_buttons.insert(action, button);
    }
    auto *column = makeColumnLayout(this, px(8));
    column->addWidget(m_title);
    column->addLayout(m_rows);
    addWidgets(*column, m_known, m_message, buttons, m_reasons, m_tried);
    connect(&desk, &desk::Desk::journalChanged, this, [this] { read(); });
    connect(&desk, &desk::Desk::storageChanged, this, [this] { read(); });
    connect(&desk.ledger(), &ledger::Ledger::sessionsChanged, this, [this](const QStringList &accountIds) {
        if (accountIds.contains(m_accountId))
            read();
    });
    connect(&desk.keys(), &accounts::KeyStore::entered, this, [this](const QString &accountId) {
        if (accountId != m_accountId)
            return;
        if (m_isAboutKey)
            m_message->hide();
        read();
    });
}

bool DecisionBox::begin(const QString &accountId, const QString &id)
{
    if (id == m_id && accountId == m_accountId)
        return false;
    closeDialogs(this);
    m_tasks.cancel();
    m_accountId = accountId;
    m_id = id;
    m_offers.clear();
    m_message->hide();
    m_known->clear();
    m_reasons->clear();
    m_tried->setEvents({});
    clearLayout(*m_rows);
    for (Button *button : std::as_const(m_buttons))
        button->hide();
    m_focusBefore.clear();
    m_busy = false;
    return true;
}

void DecisionBox::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    closeDialogs(this); // a question stands over what it is about, or is not asked
}

QString DecisionBox::providerName() const
{
    return m_desk.capabilities(m_accountId).providerName;
}

void DecisionBox::render(const QString &title, const QList<std::pair<QString, QString>> &facts, const QString &known,
                         const std::vector<ledger::TimelineEvent> &tried, std::vector<desk::OutcomeOffer> offers)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    clearLayout(*m_rows);
    for (const auto &[label, value] : facts) {
        if (!value.isEmpty())
            m_rows->addWidget(new FactRow(label, value, isId(value) ? TextStyle::Mono : TextStyle::Body));
    }
    m_known->setText(known);
    m_tried->setEvents(timelineOf(tried, {}, providerName(), m_desk.now(), QTimeZone::systemTimeZone(), QLocale()));
    m_offers = std::move(offers);
    renderOffers();
}

void DecisionBox::renderNothing()
{
    m_offers.clear();
    renderOffers();
}

void DecisionBox::renderOffers()
{
    const auto first = firstToDo(m_offers);
    QList<OutcomeAction> actions = outcomeActions();
    if (first)
        actions.move(actions.indexOf(*first), 0);
    orderButtons(actions);
    QStringList reasons;
    for (const OutcomeAction action : std::as_const(actions)) {
        Button *button = m_buttons.value(action);
        const auto offer = std::ranges::find(m_offers, action, &desk::OutcomeOffer::action);
        const bool isOffered = offer != m_offers.end() && offer->whyNot.isEmpty();
        button->setText(actionText(action));
        button->setVisible(isOffered);
        setButtonKind(button, first == action ? ButtonKind::Primary : ButtonKind::Normal);
        button->setEnabled(isOffered && !m_busy);
        if (offer != m_offers.end() && !isOffered)
            reasons
                << tr("%1: %2", "an action, why it is not offered").arg(actionText(action).remove(u'…'), offer->whyNot);
    }
    // What holds everything back is said once.
    const bool isOneReason = !m_offers.empty() && std::ranges::all_of(m_offers, [this](const auto &offer) {
        return !offer.whyNot.isEmpty() && offer.whyNot == m_offers.front().whyNot;
    });
    if (isOneReason)
        reasons = {m_offers.front().whyNot};
    m_reasons->setText(reasons.join(u'\n'));
    m_reasons->setVisible(!reasons.isEmpty());
}

/// Places the buttons in the order of @p actions, for the eye and for the tabulator key.
void DecisionBox::orderButtons(const QList<OutcomeAction> &actions)
{
    if (m_flow->itemAt(0)->widget() == m_buttons.value(actions.front()))
        return;
    QWidget *before = nullptr;
    for (const OutcomeAction action : actions) {
        Button *button = m_buttons.value(action);
        m_flow->removeWidget(button);
        m_flow->addWidget(button);
        if (before)
            QWidget::setTabOrder(before, button);
        before = button;
    }
}

void DecisionBox::press(OutcomeAction action)
{
    const auto offer = std::ranges::find(m_offers, action, &desk::OutcomeOffer::action);
    if (m_busy || offer == m_offers.end())
        return;
    if (action == OutcomeAction::EnterKey)
        return emit keyNeeded(m_accountId);
    // What was answered stays beside the question.
    if (isAskedAbout(action))
        return ask(action, offer->risk);
    m_message->hide();
    setBusy(true);
    act(action);
}

bool DecisionBox::isAskedAbout(OutcomeAction action) const
{
    return action != OutcomeAction::LookUp && action != OutcomeAction::TakeNote;
}

GuardDialog *DecisionBox::question(const QString &title, const QString &risk)
{
    auto *dialog = new GuardDialog(title, risk, this);
    dialog->setGlyph(BadgeKind::OutcomeUnknown);
    nameAccounts(*dialog, m_desk, {m_accountId});
    describe(*dialog);
    return dialog;
}

QString DecisionBox::questionText(OutcomeAction action) const
{
    return action == OutcomeAction::SendAgain ? tr("Send the same once more?") : m_title->text();
}

void DecisionBox::ask(OutcomeAction action, const QString &risk)
{
    const bool sends = action == OutcomeAction::SendAgain;
    auto *dialog = question(questionText(action), risk);
    dialog->setSafeButton(sends ? tr("Cancel") : tr("Decide later"));
    dialog->addButton(1, decidedText(action), sends ? ButtonKind::Primary : ButtonKind::Danger);
    connect(dialog, &GuardDialog::chosen, this, [this, action] {
        if (m_busy || m_offers.empty())
            return;
        m_message->hide();
        setBusy(true);
        act(action);
    });
    dialog->open();
}

void DecisionBox::setBusy(bool busy)
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

void DecisionBox::fail(const checkout::Error &error)
{
    m_message->setMessage(error.sentence, error.details.isEmpty() ? QString() : tr("Details: “%1”").arg(error.details));
    m_message->show();
    m_isAboutKey = checkout::isAboutKey(error);
    if (error.kind == checkout::ErrorKind::Unauthorised)
        emit keyNeeded(m_accountId);
}

void DecisionBox::sayNothing()
{
    m_message->hide();
}

void DecisionBox::say(const QString &sentence)
{
    m_message->setMessage(sentence);
    m_message->show();
    m_isAboutKey = false;
}

void DecisionBox::takeDecision(const QString &sentence, const checkout::Result<void> &closed)
{
    setBusy(false);
    if (!closed)
        return fail(closed.error());
    emit resolved(sentence, m_accountId, {});
}

} // namespace tilldeck::ui

#include "moc_decision_box.cpp"
