// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/transaction_panel.h"

#include "desk/refresh_transaction.h"
#include "desk/stored_sentence.h"
#include "ledger/asked_refunds.h"
#include "ui/figures/decline_text.h"
#include "ui/figures/figure_section.h"
#include "ui/figures/gateway_name.h"
#include "ui/figures/session_text.h"
#include "ui/transactions/filter_text.h"
#include "ui/transactions/payment_timeline.h"
#include "ui/transactions/refund_section.h"
#include "ui/transactions/transaction_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/when_done.h"

#include <QGuiApplication>
#include <QVBoxLayout>

#include <chrono>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::TransactionStatus;
using ledger::TransactionRecord;

namespace {

constexpr std::chrono::milliseconds askAfter{300};

/// Returns the label of the amount in this state; an unknown state is not called paid.
QString totalLabel(TransactionStatus status)
{
    switch (status) {
    case TransactionStatus::Succeeded:
    case TransactionStatus::Refunded:
    case TransactionStatus::PartlyRefunded:
        return TransactionPanel::tr("Paid");
    case TransactionStatus::Failed:
        return TransactionPanel::tr("Not paid");
    case TransactionStatus::Pending:
    case TransactionStatus::Unrecognised:
        return TransactionPanel::tr("Customer pays");
    }
    Q_UNREACHABLE();
}

} // namespace

TransactionPanel::TransactionPanel(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : DetailPanel(parent)
    , m_desk(desk)
    , m_catalogs(&catalogs)
    , m_clipboard(new SecretClipboard(QGuiApplication::clipboard(), this))
    , m_party(new PartyHead)
    , m_details(new QWidget)
    , m_refunds(new RefundSection(desk))
    , m_timeline(new Timeline)
    , m_askProblem(new Label({}, TextStyle::Secondary, Tone::Text3))
{
    setObjectName(u"transactionPanel"_s);
    makeColumnLayout(m_details, px(12));
    m_askProblem->setObjectName(u"askProblem"_s);
    m_askProblem->setWordWrap(true);
    m_askProblem->hide();
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(askAfter);
    connect(&m_askSoon, &QTimer::timeout, this, &TransactionPanel::ask);
    addWidgets(*body(), m_party, m_askProblem, m_details, m_refunds, new Rule);
    const QString zone = zoneName(QTimeZone::systemTimeZone());
    addWidgets(*body(), new SectionHead(tr("Timeline"), tr("Times in %1", "time zone").arg(zone)), m_timeline);
    body()->addStretch(1);
    connect(&catalogs, &desk::CatalogCache::changed, this, [this](const QString &accountId) {
        if (m_record && m_record->accountId == accountId)
            render();
    });
    connect(&desk, &desk::Desk::journalChanged, this, [this] {
        if (m_record)
            readRefunds();
    });
    connect(&desk.ledger(), &ledger::Ledger::webhookEventsChanged, this, [this](const QStringList &accountIds) {
        if (m_record && accountIds.contains(m_record->accountId))
            readEvents();
    });
}

void TransactionPanel::setRecord(const TransactionRecord &record)
{
    if (m_record == record)
        return;
    if (!m_record || m_record->key != record.key) {
        scrollToTop();
        m_askProblem->hide();
        m_toAsk = m_desk.capabilities(record.accountId).looksUpTransactions;
        m_askSoon.start();
    }
    const bool another = !m_record || m_record->accountId != record.accountId ||
                         m_record->transaction.id != record.transaction.id ||
                         m_record->transaction.sessionId != record.transaction.sessionId;
    m_record = record;
    if (another) {
        if (m_catalogs)
            m_catalogs->ensure(record.accountId);
        m_events.clear();
        m_histories.clear();
        readSession();
        readEvents();
    }
    readRefunds();
    m_refunds->setHeldBack(m_unreachable.value(record.accountId));
    m_refunds->setRecord(record);
    render();
}

void TransactionPanel::setUnreachable(const QHash<QString, QString> &unreachable)
{
    m_unreachable = unreachable;
    if (m_record)
        m_refunds->setHeldBack(unreachable.value(m_record->accountId));
}

void TransactionPanel::showEvent(QShowEvent *event)
{
    DetailPanel::showEvent(event);
    if (m_toAsk)
        m_askSoon.start();
}

void TransactionPanel::ask()
{
    if (!m_toAsk || !isVisible())
        return;
    m_toAsk = false;
    const qint64 key = m_record->key;
    if (m_asking.contains(key))
        return;
    m_asking.insert(key);
    m_tasks.start(desk::refreshTransaction(&m_desk, m_record->accountId, m_record->transaction.id),
                  [this, key](const checkout::Result<TransactionRecord> &read) {
                      m_asking.remove(key);
                      if (m_record->key != key)
                          return;
                      m_askProblem->setVisible(!read);
                      if (!read)
                          m_askProblem->setText(tr("As last listed. %1", "sentence").arg(read.error().sentence));
                  });
}

void TransactionPanel::readSession()
{
    m_quote.reset();
    m_sessionCreatedAt = {};
    m_sessionEvents.clear();
    const QString &sessionId = m_record->transaction.sessionId;
    if (sessionId.isEmpty())
        return;
    using Found = checkout::Result<std::optional<ledger::SessionRecord>>;
    whenDone(m_desk.ledger().session(m_record->accountId, sessionId), this,
             [this, accountId = m_record->accountId, sessionId](const Found &found) {
                 const bool still = m_record->accountId == accountId && m_record->transaction.sessionId == sessionId;
                 if (!still || !found || !*found)
                     return;
                 m_sessionCreatedAt = (*found)->createdAt;
                 m_quote = (*found)->quote;
                 // Rebuilt only if it changed: the merchant may be clicking in it.
                 m_quote ? render() : showTimeline();
             });
    using Events = checkout::Result<std::vector<ledger::TimelineEvent>>;
    whenDone(m_desk.ledger().timeline(m_record->accountId, sessionId), this,
             [this, accountId = m_record->accountId, sessionId](const Events &events) {
                 if (!events || m_record->accountId != accountId || m_record->transaction.sessionId != sessionId)
                     return;
                 m_sessionEvents = *events;
                 showTimeline();
             });
}

void TransactionPanel::readRefunds()
{
    using Histories = checkout::Result<std::vector<desk::RefundHistory>>;
    m_refundTasks.startLatest(desk::refundHistories(&m_desk, m_record->accountId, m_record->transaction.id),
                              [this, key = m_record->key](const Histories &histories) {
                                  if (m_record->key != key || !histories || *histories == m_histories)
                                      return;
                                  m_histories = *histories;
                                  showTimeline();
                              });
}

void TransactionPanel::readEvents()
{
    constexpr int most = 50;
    const checkout::Transaction &transaction = m_record->transaction;
    ledger::WebhookFilter filter;
    filter.accountIds = {m_record->accountId};
    filter.text = transaction.sessionId.isEmpty() ? transaction.id : transaction.sessionId;
    using Events = checkout::Result<ledger::RecordPage<ledger::WebhookEvent>>;
    whenDone(m_desk.ledger().webhookEvents(filter, {}, most), this, [this, key = m_record->key](const Events &events) {
        if (m_record->key != key || !events)
            return;
        m_events.clear();
        for (const ledger::WebhookEvent &event : events->rows) {
            // The text filter also matches longer ids.
            if (event.about == m_record->transaction.sessionId || event.about == m_record->transaction.id)
                m_events.push_back(event);
        }
        showTimeline();
    });
}

void TransactionPanel::render()
{
    const checkout::Transaction &transaction = m_record->transaction;
    const BadgeKind kind = transactionBadge(*m_record);
    setStatus(kind, kind == BadgeKind::Unrecognised ? transaction.rawStatus : QString(), transaction.rawStatus);
    const QString name = m_record->customerLabel.isEmpty() ? tr("No customer") : m_record->customerLabel;
    const checkout::Catalog catalog = m_catalogs ? m_catalogs->catalog(m_record->accountId) : checkout::Catalog();
    const checkout::Customer *known = catalog.customer(transaction.customerId);
    const QString detail =
        known && !known->email.isEmpty() && known->email != name ? known->email : transaction.customerId;
    m_party->setParty(name, detail == name ? QString() : detail);
    m_party->setAmount(transaction.amount);

    auto *column = static_cast<QVBoxLayout *>(m_details->layout());
    clearLayout(*column);
    addAmounts(column);
    addFacts(column, catalog);
    showTimeline();
}

void TransactionPanel::showTimeline()
{
    const QString provider = m_desk.capabilities(m_record->accountId).providerName;
    m_timeline->setEvents(paymentTimeline(*m_record, m_sessionCreatedAt, m_sessionEvents, m_events, m_histories,
                                          provider, m_desk.now(), QTimeZone::systemTimeZone(), QLocale()));
}

void TransactionPanel::addAmounts(QVBoxLayout *column)
{
    const checkout::Transaction &transaction = m_record->transaction;
    const bool settles =
        transaction.status != TransactionStatus::Pending && transaction.status != TransactionStatus::Unrecognised;
    ReportedFigures settled;
    settled.item = m_record->itemsLabel;
    settled.total = totalLabel(transaction.status);
    settled.amount = transaction.amount;
    settled.discount = transaction.discount;
    settled.refunded = ledger::knownGivenBack(*m_record);
    if (m_record->asked) {
        settled.asked = m_record->asked->amount;
        settled.unknown = m_record->asked->unknown;
        settled.underWay = m_record->asked->underWay;
        if (settled.refunded && settled.refunded->minorUnits() == 0)
            settled.refunded.reset();
    }
    settled.priced = transaction.priced;
    settled.fees = transaction.fees;
    settled.split = transaction.split;
    for (const FigureGroup &group : chargeFigures(m_quote, settled))
        addFigures(column, group, settles ? tr("As settled") : tr("As reported"));
}

void TransactionPanel::addFacts(QVBoxLayout *column, const checkout::Catalog &catalog)
{
    const checkout::Transaction &transaction = m_record->transaction;
    auto *box = new QWidget;
    auto *lines = makeColumnLayout(box, px(2));
    const auto add = [lines](const QString &label, const QString &value, TextStyle style = TextStyle::Body) {
        if (!value.isEmpty())
            lines->addWidget(new FactRow(label, value, style));
    };
    if (transaction.mostRefundable() != transaction.amount)
        add(tr("Received"), tr("%1 of %2", "two amounts")
                                .arg(amountText(transaction.mostRefundable()), amountText(transaction.amount)));
    add(tr("Date"), absoluteTime(transaction.createdAt, QTimeZone::systemTimeZone(), QLocale()));
    if (const auto account = m_desk.accounts().byId(m_record->accountId))
        add(tr("Provider"), accounts::fullName(*account));
    const QString route = routeName(transaction.processorRouteId, catalog);
    if (!transaction.processorRouteId.isEmpty() ||
        m_desk.capabilities(m_record->accountId).takes(checkout::Field::ProcessorRoute))
        add(tr("Processor route"), route);
    add(tr("Gateway"), gatewayName(transaction.gateway));
    if (transaction.tier)
        add(tr("Tier"), tr("Tier %1, %2", "number, route").arg(*transaction.tier + 1).arg(route));
    add(tr("Method"), desk::methodInPresentLanguage(transaction.method));
    add(tr("Declined"), transaction.declineCode, TextStyle::Mono);
    if (const DeclineText why = declineText(transaction.declineCode); !why.reason.isEmpty())
        lines->addWidget(makeWrappedLabel(tr("%1. %2", "why it was declined, advice").arg(why.reason, why.advice),
                                          TextStyle::Secondary, Tone::Text2));
    add(tr("Reference"), transaction.reference, TextStyle::Mono);
    if (!transaction.sessionId.isEmpty()) {
        auto *session = new FactRow(tr("Session"), transaction.sessionId, TextStyle::Mono);
        session->setObjectName(u"sessionLink"_s);
        session->setLink(tr("Show session %1").arg(transaction.sessionId));
        connect(session, &FactRow::linkActivated, this,
                [this] { emit sessionRequested(m_record->accountId, m_record->transaction.sessionId); });
        lines->addWidget(session);
    }
    auto *id = new FactRow(tr("Transaction ID"), transaction.id, TextStyle::Mono);
    connect(id->addCopyButton(tr("Copy transaction ID")), &QToolButton::clicked, this,
            [this] { m_clipboard->copyPlain(m_record->transaction.id); });
    lines->addWidget(id);
    addWidgets(*column, new Rule, box);
}

} // namespace tilldeck::ui

#include "moc_transaction_panel.cpp"
