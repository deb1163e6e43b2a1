// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/attention_panel.h"

#include "desk/follow_journal.h"
#include "desk/refund_amount.h"
#include "desk/session_import.h"
#include "money/format.h"
#include "ui/figures/account_name.h"
#include "ui/figures/outcome_box.h"
#include "ui/figures/write_box.h"
#include "ui/overview/attention_card.h"
#include "ui/style/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/time_text.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using Status = ledger::SessionFilter::Status;

namespace {

QWidget *inset(QWidget *content)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(px(16), px(6), px(16), px(6));
    column->addWidget(content);
    return box;
}

/// Returns what an outcome is of, with its amount: "Refund of 5.00 EUR".
QString outcomeName(const desk::OpenOutcome &outcome)
{
    const QString amount = outcome.amount ? money::format(*outcome.amount, QLocale()) : QString();
    if (outcome.intent.kind == ledger::Intent::Kind::Refund)
        return amount.isEmpty() ? AttentionPanel::tr("Refund")
                                : AttentionPanel::tr("Refund of %1", "an amount").arg(isolated(amount));
    return amount.isEmpty() ? AttentionPanel::tr("Session")
                            : AttentionPanel::tr("Session of %1", "an amount").arg(isolated(amount));
}

/// Returns what was written into the catalog: "Coupon".
QString writeName(const desk::UnsettledWrite &write)
{
    if (write.batch)
        return AttentionPanel::tr("Promotion codes");
    switch (write.intent.kind) {
    case ledger::Intent::Kind::Coupon:
    case ledger::Intent::Kind::DeactivateCoupon:
        return AttentionPanel::tr("Coupon");
    case ledger::Intent::Kind::Route:
        return AttentionPanel::tr("Processor route");
    default:
        return AttentionPanel::tr("Promotion code");
    }
}

QWidget *heading(const QString &title, Label *count, Button *all)
{
    auto *box = new QWidget;
    auto *row = makeRowLayout(box, px(8), {px(16), px(12), px(12), px(4)});
    row->addWidget(new Label(title, TextStyle::Total));
    if (count)
        row->addWidget(count);
    row->addStretch(1);
    if (all)
        row->addWidget(all);
    return box;
}

} // namespace

AttentionPanel::AttentionPanel(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_count(new Label({}, TextStyle::Body, Tone::Text2))
    , m_allAttention(new Button(tr("Show all"), ButtonKind::Link))
    , m_resolved(new InlineMessage)
    , m_notKnown(new InlineMessage(Severity::Warning))
    , m_unknown(new AttentionCard(BadgeKind::OutcomeUnknown,
                                  tr("Sent without an answer that can be trusted. Check before you create another.")))
    , m_failed(new AttentionCard(BadgeKind::Failed, tr("Failed, or of a status that is not known here.")))
    , m_notAsked(new AttentionCard(BadgeKind::Unrecognised,
                                   tr("Known from this computer alone: look whether they were paid.")))
    , m_also(heading(tr("Also failed"), nullptr, nullptr))
    , m_payments(new AttentionCard(BadgeKind::Failed, tr("Declined in these days. Ask for another way to pay.")))
    , m_webhooks(
          new AttentionCard(BadgeKind::Failed, tr("Your server did not take these events. Look at its answers.")))
    , m_outcomes(makeColumnLayout(0))
    , m_items(makeColumnLayout(0))
    , m_nothing(new Label({}, TextStyle::Body, Tone::Text2))
    , m_expiringCount(new Label({}, TextStyle::Body, Tone::Text2))
    , m_allExpiring(new Button(tr("Show all"), ButtonKind::Link))
    , m_rows(new QVBoxLayout)
    , m_noneExpiring(new Label({}, TextStyle::Body, Tone::Text2))
{
    m_count->setObjectName(u"attentionCount"_s);
    m_unknown->setObjectName(u"unknownOutcomes"_s);
    m_resolved->setObjectName(u"resolved"_s);
    m_failed->setObjectName(u"failedSessions"_s);
    m_notAsked->setObjectName(u"notAskedSessions"_s);
    m_notAsked->setBadge(BadgeKind::Unrecognised, desk::notAskedText());
    m_notKnown->setObjectName(u"notKnown"_s);
    m_payments->setObjectName(u"failedPayments"_s);
    m_webhooks->setObjectName(u"failedWebhooks"_s);
    m_allAttention->setObjectName(u"allAttention"_s);
    m_allExpiring->setObjectName(u"allExpiring"_s);
    m_allAttention->setAccessibleName(tr("Show all sessions that need attention"));
    m_allExpiring->setAccessibleName(tr("Show all sessions that expire soon"));
    for (Label *text : {m_nothing, m_noneExpiring})
        text->setWordWrap(true);
    auto *column = makeColumnLayout(this, 0, {0, 0, 0, px(12)});
    column->addWidget(heading(tr("Needs attention"), m_count, m_allAttention));
    for (InlineMessage *message : {m_notKnown, m_resolved}) {
        column->addWidget(inset(message));
        message->parentWidget()->hide();
    }
    column->addLayout(m_outcomes);
    column->addLayout(m_items);
    addWidgets(*column, m_unknown, m_failed, m_notAsked, inset(m_nothing), m_also, m_payments, m_webhooks,
               heading(tr("Expiring soon"), m_expiringCount, m_allExpiring));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    column->addWidget(inset(m_noneExpiring));
    column->addStretch(1);

    for (AttentionCard *card : {m_unknown, m_failed, m_notAsked})
        connect(card, &AttentionCard::clicked, this, [this] { emit sessionsRequested(Status::NeedsAttention); });
    connect(m_allAttention, &Button::clicked, this, [this] { emit sessionsRequested(Status::NeedsAttention); });
    connect(m_allExpiring, &Button::clicked, this, [this] { emit sessionsRequested(Status::ExpiringSoon); });
    connect(m_resolved, &InlineMessage::linkActivated, this,
            [this] { emit showSession(m_found.first, m_found.second); });
    connect(m_payments, &AttentionCard::clicked, this, &AttentionPanel::failedPaymentsRequested);
    connect(m_webhooks, &AttentionCard::clicked, this, &AttentionPanel::failedWebhooksRequested);
    setFigures({});
    setExpiring({}, {});
}

void AttentionPanel::setFigures(const desk::Overview &figures)
{
    const desk::NeedsAttention &attention = figures.attention;
    setOutcomes(waitingOf(attention));
    const QList<Item> items = itemsOf(attention);
    setItems(items);
    // Rows of the list that the journal does not know.
    const auto unknown = static_cast<int>(std::max<qint64>(0, figures.now.outcomeUnknown - attention.creations()));
    const auto notAsked = static_cast<int>(figures.now.notAsked);
    const auto failed =
        static_cast<int>(std::max<qint64>(0, attention.sessions - attention.creations() - unknown - notAsked));
    const auto payments = static_cast<int>(figures.failedPayments);
    const auto webhooks = static_cast<int>(figures.failedWebhooks);
    m_unknown->setCountText(tr("%Ln session(s)", nullptr, unknown));
    m_failed->setCountText(tr("%Ln session(s)", nullptr, failed));
    m_notAsked->setCountText(tr("%Ln session(s)", nullptr, notAsked));
    m_payments->setCountText(tr("%Ln payment(s)", nullptr, payments));
    m_webhooks->setCountText(tr("%Ln webhook event(s)", nullptr, webhooks));
    m_unknown->setVisible(unknown > 0);
    m_failed->setVisible(failed > 0);
    m_notAsked->setVisible(notAsked > 0);
    m_also->setVisible(payments + webhooks > 0);
    m_payments->setVisible(payments > 0);
    m_webhooks->setVisible(webhooks > 0);
    m_count->setText(attention.count() > 0 ? locale().toString(attention.count()) : QString());
    m_allAttention->setVisible(attention.sessions > 0);
    const QString whyNotKnown = desk::whyNotKnown(m_desk);
    m_notKnown->setMessage(whyNotKnown);
    m_notKnown->parentWidget()->setVisible(!whyNotKnown.isEmpty());
    // An empty journal in the place of a lost one says nothing of what waits.
    const bool isKnown = std::ranges::none_of(m_desk.storageTroubles(), &desk::StorageTrouble::canBeAccepted);
    m_isCalm = attention.count() == 0 && isKnown;
    setLoaded(m_isLoaded);
    m_expiringCount->setText(locale().toString(figures.now.expiringSoon));
    m_allExpiring->setVisible(figures.now.expiringSoon > 0);
}

QList<AttentionPanel::Item> AttentionPanel::itemsOf(const desk::NeedsAttention &attention)
{
    QList<Item> items;
    items.reserve(std::ssize(attention.failedRefunds) + std::ssize(attention.imports));
    for (const ledger::Intent &refund : attention.failedRefunds) {
        const QString amount =
            desk::refundAmount(refund, [this](const money::Money &money) { return money::format(money, locale()); });
        items << Item{refund.id,
                      u"failedRefund"_s,
                      BadgeKind::Failed,
                      tr("Refund of %1", "an amount").arg(isolated(amount)),
                      tr("%1 · %2: not given back after all. Look at the payment.", "account, payment")
                          .arg(accountAndMode(m_desk, refund.accountId), isolated(refund.transactionId)),
                      [this, refund] { emit refundRequested(refund.accountId, refund.transactionId); }};
    }
    for (const ledger::ImportBatch &batch : attention.imports) {
        const QString from =
            tr("%1 · %2: %3", "account, name of a file, what became of its rows")
                .arg(accountAndMode(m_desk, batch.accountId), isolated(batch.source), desk::importSentence(batch));
        const QString title = tr("%Ln row(s) not sent", nullptr, batch.notSent);
        items << Item{batch.id, u"unsentImport"_s, BadgeKind::Pending, title, from, [this] { emit showImports(); }};
    }
    return items;
}

void AttentionPanel::setItems(const QList<Item> &items)
{
    QHash<QString, AttentionCard *> before = std::exchange(m_itemCards, {});
    bool hadFocus = false;
    for (const Item &item : items) {
        // One that says something else is another one.
        const QString key = item.id + item.title + item.sentence;
        AttentionCard *card = before.take(key);
        if (!card) {
            card = new AttentionCard(item.badge, item.sentence);
            card->setObjectName(item.objectName);
            card->setCountText(item.title);
            connect(card, &AttentionCard::clicked, this, item.open);
        }
        m_items->addWidget(card); // at the end of the order, also when it was there
        m_itemCards.insert(key, card);
    }
    for (AttentionCard *card : std::as_const(before)) {
        hadFocus = hadFocus || card->hasFocus();
        m_items->removeWidget(card);
        card->hide();
        card->setObjectName(QString());
        card->deleteLater();
    }
    if (hadFocus && m_items->count() > 0)
        m_items->itemAt(0)->widget()->setFocus(Qt::OtherFocusReason);
}

QList<AttentionPanel::Waiting> AttentionPanel::waitingOf(const desk::NeedsAttention &attention) const
{
    QList<Waiting> waiting;
    waiting.reserve(std::ssize(attention.unknown) + std::ssize(attention.unsettledWrites));
    for (const desk::OpenOutcome &outcome : attention.unknown) {
        const ledger::Intent &intent = outcome.intent;
        const QString account = accountAndMode(m_desk, intent.accountId);
        const QString sent = listTime(intent.openedAt, m_desk.now(), QTimeZone::systemTimeZone(), QLocale());
        const QString sentence =
            outcome.customer.isEmpty()
                ? tr("%1 · sent %2", "account, time").arg(account, sent)
                : tr("%1 · %2 · sent %3", "customer, account, time").arg(outcome.customer, account, sent);
        const bool isSession = intent.kind == ledger::Intent::Kind::Create;
        waiting << Waiting{intent.id, intent.accountId, false, outcomeName(outcome), sentence, isSession};
    }
    for (const desk::UnsettledWrite &write : attention.unsettledWrites) {
        const QString sentence = tr("%1 · %2", "account, what is not known")
                                     .arg(accountAndMode(m_desk, write.accountId()), desk::unsettledSentence(write));
        waiting << Waiting{
            write.id(), write.accountId(), true, writeName(write), sentence, false, desk::hasUnknownOutcome(write)};
    }
    return waiting;
}

void AttentionPanel::setOutcomes(const QList<Waiting> &waiting)
{
    bool hadFocus = false;
    for (qsizetype i = m_outcomeRows.size() - 1; i >= 0; --i) {
        const OutcomeRow row = m_outcomeRows.at(i);
        if (std::ranges::find(waiting, row.id, &Waiting::id) != waiting.end())
            continue;
        QWidget *place = row.card->parentWidget();
        hadFocus = hadFocus || place->isAncestorOf(focusWidget());
        m_outcomes->removeWidget(place);
        place->hide();
        row.card->setObjectName(QString());
        // The list may follow the journal before the answer is here, whose sentence the merchant waits for.
        if (row.box && row.box->isBusy())
            connect(row.box, &DecisionBox::answered, place, &QObject::deleteLater);
        else
            place->deleteLater();
        m_outcomeRows.removeAt(i);
    }
    for (const Waiting &one : waiting) {
        auto known = std::ranges::find(m_outcomeRows, one.id, &OutcomeRow::id);
        if (known == m_outcomeRows.end()) {
            m_outcomeRows << makeRow(one);
            known = m_outcomeRows.end() - 1;
        }
        known->card->setSentence(one.sentence);
        known->card->setCountText(one.title);
        if (one.isUnknown)
            known->card->setBadge(BadgeKind::OutcomeUnknown);
        else
            known->card->setBadge(BadgeKind::Pending, tr("Not all made", "of promotion codes"));
    }
    if (hadFocus && !m_outcomeRows.isEmpty())
        m_outcomeRows.constFirst().card->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        setFocus(Qt::OtherFocusReason); // else it goes to the first part of the window
}

AttentionPanel::OutcomeRow AttentionPanel::makeRow(const Waiting &one)
{
    auto *place = new QWidget;
    auto *card = new AttentionCard(BadgeKind::OutcomeUnknown, one.sentence);
    card->setObjectName(one.isWrite ? u"unsettledWrite"_s : u"outcome"_s);
    card->setCheckable(true);
    makeColumnLayout(place, 0)->addWidget(card);
    m_outcomes->addWidget(place);
    connect(card, &AttentionCard::toggled, this, [this, id = one.id](bool open) { openRow(id, open); });
    return {one.id, one.accountId, one.isWrite, one.isSession, card, {}};
}

QWidget *AttentionPanel::openOther()
{
    const auto other = std::ranges::find(m_outcomeRows, false, &OutcomeRow::isSession);
    if (other == m_outcomeRows.end())
        return m_items->isEmpty() ? nullptr : m_items->itemAt(0)->widget();
    other->card->setChecked(true);
    other->card->setFocus(Qt::OtherFocusReason);
    return other->card->parentWidget();
}

DecisionBox *AttentionPanel::makeBox(const OutcomeRow &row)
{
    if (row.isWrite) {
        auto *box = new WriteBox(m_desk);
        connect(box, &WriteBox::resumeRequested, this, &AttentionPanel::resumeRequested);
        box->setWrite(row.accountId, row.id);
        return box;
    }
    auto *box = new OutcomeBox(m_desk, OutcomeBox::Facts::Shown);
    box->setIntent(row.accountId, row.id);
    return box;
}

void AttentionPanel::openRow(const QString &id, bool open)
{
    const auto row = std::ranges::find(m_outcomeRows, id, &OutcomeRow::id);
    if (row == m_outcomeRows.end())
        return;
    if (open && !row->box) {
        row->box = makeBox(*row);
        row->card->parentWidget()->layout()->addWidget(inset(row->box));
        connect(row->box, &DecisionBox::resolved, this, &AttentionPanel::showResolved);
        connect(row->box, &DecisionBox::keyNeeded, this, &AttentionPanel::keyNeeded);
    }
    if (row->box)
        row->box->parentWidget()->setVisible(open);
}

void AttentionPanel::showResolved(const QString &sentence, const QString &accountId, const QString &sessionId)
{
    m_found = {accountId, sessionId};
    m_resolved->setMessage(sentence, {}, sessionId.isEmpty() ? QString() : tr("Show session"));
    m_resolved->parentWidget()->show();
}

void AttentionPanel::setExpiring(const std::vector<ledger::SessionRecord> &sessions, const QDateTime &now)
{
    const bool hadFocus = isAncestorOf(focusWidget()) && qobject_cast<ExpiringSessionButton *>(focusWidget());
    int row = 0;
    for (const ledger::SessionRecord &session : sessions) {
        const QString customer = session.customerLabel.isEmpty() ? tr("No customer") : session.customerLabel;
        const QString amount = session.amount ? money::format(*session.amount, locale()) : QString();
        auto *line = new ExpiringSessionButton(customer, amount, timeLeft(now, session.session.expiresAt));
        connect(line, &ExpiringSessionButton::clicked, this,
                [this, account = session.accountId, id = session.session.id] { emit showSession(account, id); });
        m_rows->insertWidget(row++, line);
    }
    clearLayout(*m_rows, row);
    if (hadFocus && row > 0)
        m_rows->itemAt(0)->widget()->setFocus(Qt::OtherFocusReason);
    m_expiresNone = sessions.empty();
    setLoaded(m_isLoaded);
}

void AttentionPanel::setLoaded(bool loaded)
{
    m_isLoaded = loaded;
    m_nothing->setText(loaded ? tr("Nothing needs your attention.") : tr("What needs attention could not be loaded."));
    m_noneExpiring->setText(loaded ? tr("No open session ends within the hour.")
                                   : tr("What expires soon could not be loaded."));
    m_nothing->parentWidget()->setVisible(m_isCalm);
    m_noneExpiring->parentWidget()->setVisible(m_expiresNone);
    m_expiringCount->setVisible(!m_expiresNone || loaded);
}

void AttentionPanel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    paintLine(painter, rect(), layoutDirection() == Qt::RightToLeft ? Qt::RightEdge : Qt::LeftEdge, tokens().line);
}

} // namespace tilldeck::ui

#include "moc_attention_panel.cpp"
