// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/attention_panel.h"

#include "money/format.h"
#include "ui/overview/attention_card.h"
#include "ui/style/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/time_text.h"

#include <QVBoxLayout>

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

QWidget *heading(const QString &title, Label *count, Button *all)
{
    auto *box = new QWidget;
    auto *row = makeRowLayout(box, px(8), {px(16), px(12), px(12), px(4)});
    addWidgets(*row, new Label(title, TextStyle::Total), count);
    row->addStretch(1);
    row->addWidget(all);
    return box;
}

} // namespace

AttentionPanel::AttentionPanel(QWidget *parent)
    : QWidget(parent)
    , m_count(new Label({}, TextStyle::Body, Tone::Text2))
    , m_allAttention(new Button(tr("Show all"), ButtonKind::Link))
    , m_unknown(new AttentionCard(BadgeKind::OutcomeUnknown,
                                  tr("Sent without an answer that can be trusted. Check before you create another.")))
    , m_refunds(new AttentionCard(BadgeKind::OutcomeUnknown,
                                  tr("Money may have been given back. Look at the payment before you refund again.")))
    , m_failedRefunds(new AttentionCard(BadgeKind::Failed, tr("The provider took these refunds and did not give the "
                                                              "money back after all. Look at the payment.")))
    , m_payments(new AttentionCard(BadgeKind::Failed, tr("Declined in these days. Ask for another way to pay.")))
    , m_webhooks(
          new AttentionCard(BadgeKind::Failed, tr("Your server did not take these events. Look at its answers.")))
    , m_writes(new AttentionCard(BadgeKind::OutcomeUnknown,
                                 tr("Promotions or routes that may exist, or were not all made. Look them up, or go on "
                                    "with the rest.")))
    , m_nothing(new Label(tr("Nothing needs your attention."), TextStyle::Body, Tone::Text2))
    , m_expiringCount(new Label({}, TextStyle::Body, Tone::Text2))
    , m_allExpiring(new Button(tr("Show all"), ButtonKind::Link))
    , m_rows(new QVBoxLayout)
    , m_noneExpiring(new Label(tr("No open session ends within the hour."), TextStyle::Body, Tone::Text2))
{
    m_unknown->setObjectName(u"unknownOutcomes"_s);
    m_refunds->setObjectName(u"unknownRefunds"_s);
    m_failedRefunds->setObjectName(u"failedRefunds"_s);
    m_payments->setObjectName(u"failedPayments"_s);
    m_webhooks->setObjectName(u"failedWebhooks"_s);
    m_writes->setObjectName(u"unsettledWrites"_s);
    m_allAttention->setObjectName(u"allAttention"_s);
    m_allExpiring->setObjectName(u"allExpiring"_s);
    m_allAttention->setAccessibleName(tr("Show all sessions that need attention"));
    m_allExpiring->setAccessibleName(tr("Show all sessions that expire soon"));
    for (Label *text : {m_nothing, m_noneExpiring})
        text->setWordWrap(true);
    auto *column = makeColumnLayout(this, 0, {0, 0, 0, px(12)});
    column->addWidget(heading(tr("Needs attention"), m_count, m_allAttention));
    for (AttentionCard *card : {m_unknown, m_refunds, m_failedRefunds, m_writes, m_payments, m_webhooks})
        column->addWidget(card);
    addWidgets(*column, inset(m_nothing), heading(tr("Expiring soon"), m_expiringCount, m_allExpiring));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    column->addWidget(inset(m_noneExpiring));
    column->addStretch(1);

    connect(m_unknown, &AttentionCard::clicked, this, [this] { emit sessionsRequested(Status::NeedsAttention); });
    connect(m_allAttention, &Button::clicked, this, [this] { emit sessionsRequested(Status::NeedsAttention); });
    connect(m_allExpiring, &Button::clicked, this, [this] { emit sessionsRequested(Status::ExpiringSoon); });
    connect(m_refunds, &AttentionCard::clicked, this,
            [this] { emit refundRequested(m_refund.accountId, m_refund.transactionId); });
    connect(m_failedRefunds, &AttentionCard::clicked, this,
            [this] { emit refundRequested(m_failedRefund.accountId, m_failedRefund.transactionId); });
    connect(m_writes, &AttentionCard::clicked, this, [this] {
        if (m_write)
            emit writeRequested(m_write->accountId(), m_write->isOfRoute());
    });
    connect(m_payments, &AttentionCard::clicked, this, &AttentionPanel::failedPaymentsRequested);
    connect(m_webhooks, &AttentionCard::clicked, this, &AttentionPanel::failedWebhooksRequested);
    setFigures({});
    setExpiring({}, {});
}

void AttentionPanel::setFigures(const desk::Overview &figures)
{
    const auto unknown = static_cast<int>(figures.now.outcomeUnknown);
    const auto refunds = static_cast<int>(figures.unknownRefunds.size());
    if (refunds > 0)
        m_refund = figures.unknownRefunds.front();
    const auto failedRefunds = static_cast<int>(figures.failedRefunds.size());
    if (failedRefunds > 0)
        m_failedRefund = figures.failedRefunds.front();
    const auto writes = static_cast<int>(figures.unsettledWrites.size());
    if (writes > 0)
        m_write = figures.unsettledWrites.front();
    m_writes->setCountText(tr("%Ln promotion(s) or route(s)", nullptr, writes));
    m_writes->setVisible(writes > 0);
    const auto payments = static_cast<int>(figures.failedPayments);
    const auto webhooks = static_cast<int>(figures.failedWebhooks);
    m_unknown->setCountText(tr("%Ln session(s)", nullptr, unknown));
    m_refunds->setCountText(tr("%Ln refund(s)", nullptr, refunds));
    m_failedRefunds->setCountText(tr("%Ln refund(s)", nullptr, failedRefunds));
    m_payments->setCountText(tr("%Ln payment(s)", nullptr, payments));
    m_webhooks->setCountText(tr("%Ln webhook event(s)", nullptr, webhooks));
    m_unknown->setVisible(unknown > 0);
    m_refunds->setVisible(refunds > 0);
    m_failedRefunds->setVisible(failedRefunds > 0);
    m_payments->setVisible(payments > 0);
    m_webhooks->setVisible(webhooks > 0);
    m_count->setText(locale().toString(figures.now.needsAttention));
    m_allAttention->setVisible(figures.now.needsAttention > 0);
    const bool isCalm =
        unknown + refunds + failedRefunds + writes + payments + webhooks == 0 && figures.now.needsAttention == 0;
    m_nothing->parentWidget()->setVisible(isCalm);
    m_expiringCount->setText(locale().toString(figures.now.expiringSoon));
    m_allExpiring->setVisible(figures.now.expiringSoon > 0);
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
    m_noneExpiring->parentWidget()->setVisible(sessions.empty());
}

void AttentionPanel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    paintLine(painter, rect(), layoutDirection() == Qt::RightToLeft ? Qt::RightEdge : Qt::LeftEdge, tokens().line);
}

} // namespace tilldeck::ui

#include "moc_attention_panel.cpp"
