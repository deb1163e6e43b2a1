// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/transaction_model.h"

#include "ledger/asked_refunds.h"

namespace tilldeck::ui {

using ledger::TransactionRecord;

BadgeKind transactionBadge(checkout::TransactionStatus status)
{
    switch (status) {
    case checkout::TransactionStatus::Pending:
        return BadgeKind::Pending;
    case checkout::TransactionStatus::Succeeded:
        return BadgeKind::Succeeded;
    case checkout::TransactionStatus::Failed:
        return BadgeKind::Failed;
    case checkout::TransactionStatus::Refunded:
        return BadgeKind::Refunded;
    case checkout::TransactionStatus::PartlyRefunded:
        return BadgeKind::PartRefunded;
    case checkout::TransactionStatus::Unrecognised:
        return BadgeKind::Unrecognised;
    }
    Q_UNREACHABLE();
}

namespace {

BadgeKind badgeOf(ledger::OpenRefunds refunds, checkout::TransactionStatus known)
{
    switch (refunds) {
    case ledger::OpenRefunds::Unknown:
        return BadgeKind::RefundUnknown;
    case ledger::OpenRefunds::UnderWay:
        return BadgeKind::Refunding;
    case ledger::OpenRefunds::Asked:
        return BadgeKind::RefundAsked;
    case ledger::OpenRefunds::None:
        break;
    }
    return transactionBadge(known);
}

} // namespace

BadgeKind transactionBadge(const TransactionRecord &record)
{
    return badgeOf(ledger::openRefunds(record), ledger::knownStatus(record));
}

BadgeKind transactionBadge(const ledger::PaymentRow &row)
{
    return badgeOf(row.refunds, row.status);
}

TransactionModel::TransactionModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock,
                                   QObject *parent)
    : ListModel(ledger, accounts, std::move(clock), parent)
    , m_routeName([](const QString &, const QString &routeId) { return routeId; })
{
    setColumns(describe(), Date, Qt::DescendingOrder);
    connect(&ledger, &ledger::Ledger::transactionsChanged, this, &TransactionModel::refreshAccounts);
}

void TransactionModel::setRouteNames(std::function<QString(const QString &, const QString &)> names)
{
    m_routeName = std::move(names);
    columnChanged(Provider);
}

QFuture<TransactionModel::Answer> TransactionModel::ask(const ledger::TransactionFilter &filter, ledger::RowRange range)
{
    return m_ledger->transactionsAt(filter, order<ledger::TransactionOrder>(), range);
}

QFuture<TransactionModel::Place> TransactionModel::askPosition(qint64 key)
{
    return m_ledger->positionOf(m_filter, order<ledger::TransactionOrder>(), key);
}

} // namespace tilldeck::ui

#include "moc_transaction_model.cpp"
