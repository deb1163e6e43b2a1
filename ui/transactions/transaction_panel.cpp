// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/transaction_panel.h"

#include "ui/sessions/session_words.h"
#include "ui/transactions/transaction_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/timeline.h"

#include <QGuiApplication>
#include <QVBoxLayout>

namespace tilldeck::ui {

using ledger::TransactionRecord;

TransactionPanel::TransactionPanel(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : DetailPanel(parent)
    , m_desk(desk)
    , m_catalogs(&catalogs)
    , m_clipboard(new SecretClipboard(QGuiApplication::clipboard(), this))
    , m_party(new PartyHead)
    , m_details(new QWidget)
    , m_timeline(new Timeline)
{
    setObjectName(QStringLiteral("transactionPanel"));
    auto *details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(px(12));
    body()->addWidget(m_party);
    body()->addWidget(m_details);
    body()->addWidget(new Rule);
    body()->addWidget(new SectionHead(tr("Timeline")));
    body()->addWidget(m_timeline);
    body()->addStretch(1);
    connect(&catalogs, &desk::CatalogCache::changed, this, [this](const QString &accountId) {
        if (m_record && m_record->accountId == accountId)
            render();
    });
}

void TransactionPanel::setRecord(const TransactionRecord &record)
{
    if (m_record == record)
        return;
    if (!m_record || m_record->key != record.key)
        scrollToTop();
    m_record = record;
    render();
}

void TransactionPanel::render()
{
    const checkout::Transaction &transaction = m_record->transaction;
    const BadgeKind kind = transactionBadge(transaction.status);
    setStatus(kind, kind == BadgeKind::Unrecognised ? transaction.rawStatus : QString(), transaction.rawStatus);
    setTitle(absoluteTime(transaction.createdAt, QTimeZone::systemTimeZone(), QLocale()));
    const QString name = m_record->customerLabel.isEmpty() ? tr("No customer") : m_record->customerLabel;
    const checkout::Catalog catalog = m_catalogs ? m_catalogs->catalog(m_record->accountId) : checkout::Catalog();
    const checkout::Customer *known = catalog.customer(transaction.customerId);
    const QString detail =
        known && !known->email.isEmpty() && known->email != name ? known->email : transaction.customerId;
    m_party->setParty(name, detail == name ? QString() : detail);
    m_party->setAmount(transaction.amount);

    auto *column = static_cast<QVBoxLayout *>(m_details->layout());
    while (QLayoutItem *item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addAmounts(column);
    addFacts(column, catalog);

    QList<TimelineEvent> events =
        timelineOf({}, transaction.attempts, {}, m_desk.now(), QTimeZone::systemTimeZone(), QLocale());
    if (events.isEmpty() && transaction.createdAt.isValid())
        events.append({listTime(transaction.createdAt, m_desk.now(), QTimeZone::systemTimeZone(), QLocale()),
                       kind == BadgeKind::Unrecognised ? transaction.rawStatus : badgeWord(kind),
                       {},
                       kind == BadgeKind::Failed ? TimelineEvent::Kind::Failed : TimelineEvent::Kind::Current});
    m_timeline->setEvents(events);
}

void TransactionPanel::addAmounts(QVBoxLayout *column)
{
    const checkout::Transaction &transaction = m_record->transaction;
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(4));
    const bool failed = transaction.status == checkout::TransactionStatus::Failed;
    if (!m_record->itemsLabel.isEmpty()) {
        const auto before = transaction.discount ? transaction.amount.plus(*transaction.discount) : transaction.amount;
        lines->addWidget(new FigureRow(m_record->itemsLabel, before, FigureSource::Reported));
    }
    if (transaction.discount && transaction.discount->minorUnits() != 0)
        lines->addWidget(new FigureRow(tr("Discount"), transaction.discount->times(-1), FigureSource::Reported));
    if (!lines->isEmpty())
        lines->addWidget(new Rule);
    lines->addWidget(
        new FigureRow(failed ? tr("Not paid") : tr("Paid"), transaction.amount, FigureSource::Reported, true));
    if (transaction.refunded && transaction.refunded->minorUnits() != 0)
        lines->addWidget(new FigureRow(tr("Refunded"), transaction.refunded->times(-1), FigureSource::Reported));
    column->addWidget(new Rule);
    column->addWidget(new SectionHead(tr("Amounts"), transaction.amount.currency().code()));
    column->addWidget(box);
}

void TransactionPanel::addFacts(QVBoxLayout *column, const checkout::Catalog &catalog)
{
    const checkout::Transaction &transaction = m_record->transaction;
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(2));
    if (const auto account = m_desk.accounts().byId(m_record->accountId)) {
        lines->addWidget(new FactRow(
            tr("Provider"),
            tr("%1, %2", "provider, account").arg(accounts::providerName(account->provider), account->name)));
    }
    const QString route = routeName(transaction.processorRouteId, catalog);
    lines->addWidget(new FactRow(tr("Processor route"), route));
    if (transaction.tier)
        lines->addWidget(
            new FactRow(tr("Tier"), tr("Tier %1, %2", "number, route").arg(*transaction.tier + 1).arg(route)));
    if (!transaction.method.isEmpty())
        lines->addWidget(new FactRow(tr("Method"), transaction.method));
    if (!transaction.declineCode.isEmpty())
        lines->addWidget(new FactRow(tr("Declined"), transaction.declineCode, TextStyle::Mono));
    if (!transaction.sessionId.isEmpty()) {
        auto *session = new FactRow(tr("Session"), transaction.sessionId, TextStyle::Mono);
        session->setObjectName(QStringLiteral("sessionLink"));
        session->setLink(tr("Show session %1").arg(transaction.sessionId));
        connect(session, &FactRow::linkActivated, this,
                [this] { emit sessionRequested(m_record->accountId, m_record->transaction.sessionId); });
        lines->addWidget(session);
    }
    auto *id = new FactRow(tr("Transaction ID"), transaction.id, TextStyle::Mono);
    connect(id->addCopyButton(tr("Copy transaction ID")), &QToolButton::clicked, this,
            [this] { m_clipboard->copyPlain(m_record->transaction.id); });
    lines->addWidget(id);
    column->addWidget(new Rule);
    column->addWidget(box);
}

} // namespace tilldeck::ui
