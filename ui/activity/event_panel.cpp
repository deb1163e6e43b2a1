// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_panel.h"

#include "ui/activity/event_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/field_frame.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/when_done.h"

#include <QJsonDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::WebhookEvent;

namespace {

constexpr int mostBodyLines = 22;

} // namespace

EventPanel::EventPanel(desk::Desk &desk, SecretClipboard *clipboard, QWidget *parent)
    : DetailPanel(parent)
    , m_desk(desk)
    , m_clipboard(clipboard)
    , m_type(new ElidedLabel({}, TextStyle::Title))
    , m_about(new ElidedLabel({}, TextStyle::Secondary, Tone::Text2))
    , m_body(new JsonView)
{
    setObjectName(u"eventPanel"_s);
    m_body->setAccessibleName(tr("Body of the event"));
    auto *head = new QWidget;
    QVBoxLayout *names = makeColumnLayout(head, 0);
    addWidgets(*names, m_type, m_about);
    auto *details = new QWidget;
    m_details = makeColumnLayout(details, px(12));

    auto *copy = new Button(Icon::Copy, tr("Copy JSON"));
    auto *raw = new Button(tr("Copy raw"));
    auto *check = new Button(tr("Check signature…"));
    raw->setToolTip(tr("The bytes that were signed, exactly as they were sent"));
    copy->setObjectName(u"copyJson"_s);
    raw->setObjectName(u"copyRaw"_s);
    check->setObjectName(u"checkEvent"_s);
    connect(copy, &QPushButton::clicked, this, [this] { m_clipboard->copyPlain(bodyText()); });
    connect(raw, &QPushButton::clicked, this, [this] { m_clipboard->copyPlain(QString::fromUtf8(m_event->body)); });
    connect(check, &QPushButton::clicked, this, [this] { emit checkRequested(*m_event); });
    auto *buttons = makeRowLayout(px(5));
    addWidgets(*buttons, copy, raw);
    buttons->addStretch(1);
    buttons->addWidget(check);

    addWidgets(*body(), head, new Rule, details, new Rule,
               new SectionHead(tr("Body", "of a webhook event"), u"JSON"_s));
    body()->addLayout(buttons);
    body()->addWidget(m_body);
    body()->addStretch(1);
}

void EventPanel::setEvent(const WebhookEvent &event)
{
    if (m_event == event)
        return;
    if (!m_event || m_event->key != event.key)
        scrollToTop();
    m_event = event;
    render();
}

QString EventPanel::bodyText() const
{
    const QJsonDocument json = QJsonDocument::fromJson(m_event->body);
    return QString::fromUtf8(json.isNull() ? m_event->body : json.toJson(QJsonDocument::Indented)).trimmed();
}

void EventPanel::render()
{
    setStatus(deliveryBadge(m_event->delivery), deliveryText(m_event->delivery));
    m_type->setText(m_event->type);
    const auto account = m_desk.accounts().byId(m_event->accountId);
    m_about->setText(account ? accounts::fullName(*account) : QString());
    clearLayout(*m_details);
    addWidgets(*m_details, facts(), new Rule, signature());
    m_body->setJson(bodyText());
    const int lines = std::min(m_body->blockCount(), mostBodyLines);
    m_body->setFixedHeight(lines * m_body->fontMetrics().lineSpacing() + px(32));
}

QWidget *EventPanel::facts()
{
    auto *box = new QWidget;
    QVBoxLayout *lines = makeColumnLayout(box, px(2));
    lines->addWidget(new FactRow(tr("Time"), absoluteTime(m_event->at, QTimeZone::systemTimeZone(), QLocale())));
    if (!m_event->about.isEmpty()) {
        auto *about = new FactRow(tr("About", "what an event is about: the ID of a session or charge"), m_event->about,
                                  TextStyle::Mono);
        about->setObjectName(u"about"_s);
        lines->addWidget(about);
        linkAbout(about);
    }
    auto *id = new FactRow(tr("Event ID"), m_event->eventId, TextStyle::Mono);
    connect(id->addCopyButton(tr("Copy event ID")), &QToolButton::clicked, this,
            [this] { m_clipboard->copyPlain(m_event->eventId); });
    lines->addWidget(id);
    if (m_event->delivery == WebhookEvent::Delivery::Kept) {
        lines->addWidget(new FactRow(tr("Sent to"), tr("Nowhere: there was no address")));
        return box;
    }
    lines->addWidget(new FactRow(tr("Sent to"), m_event->url, TextStyle::Mono));
    lines->addWidget(new FactRow(tr("Tries"), QLocale().toString(m_event->attempts)));
    lines->addWidget(new FactRow(tr("Last answer"), answerText(*m_event)));
    return box;
}

QWidget *EventPanel::signature()
{
    auto *box = new QWidget;
    QVBoxLayout *lines = makeColumnLayout(box, px(6));
    lines->addWidget(new SectionHead(tr("Signature"), QString::fromUtf8(m_event->signatureHeader)));
    auto *code = new ElidedLabel(QString::fromUtf8(m_event->signature), TextStyle::Mono, Tone::Text, Qt::ElideMiddle);
    code->setLayoutDirection(Qt::LeftToRight);
    auto *frame = new FieldFrame;
    frame->setContent(code);
    auto *copy = frame->addButton(Icon::Copy, tr("Copy signature"));
    copy->setObjectName(u"copySignature"_s);
    connect(copy, &QToolButton::clicked, this,
            [this] { m_clipboard->copyPlain(QString::fromUtf8(m_event->signature)); });
    lines->addWidget(frame);
    return box;
}

void EventPanel::linkAbout(FactRow *row)
{
    const QString accountId = m_event->accountId;
    const QString about = m_event->about;
    // Bound to the row, which is deleted when another event is shown.
    whenDone(m_desk.ledger().session(accountId, about), row,
             [this, row, accountId, about](const checkout::Result<std::optional<ledger::SessionRecord>> &session) {
                 if (session && *session) {
                     row->setLink(tr("Show session %1").arg(about));
                     connect(row, &FactRow::linkActivated, this,
                             [this, accountId, about] { emit sessionRequested(accountId, about); });
                     return;
                 }
                 ledger::TransactionFilter filter;
                 filter.accountIds = {accountId};
                 filter.text = about;
                 whenDone(m_desk.ledger().countTransactions(filter), row,
                          [this, row, accountId, about](const checkout::Result<qint64> &count) {
                              if (count.value_or(0) == 0)
                                  return;
                              row->setLink(tr("Show transaction %1").arg(about));
                              connect(row, &FactRow::linkActivated, this,
                                      [this, accountId, about] { emit transactionRequested(accountId, about); });
                          });
             });
}

} // namespace tilldeck::ui

#include "moc_event_panel.cpp"
