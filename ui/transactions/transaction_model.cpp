// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/transaction_model.h"

#include "ledger/asked_refunds.h"
#include "money/format.h"
#include "ui/figures/gateway_name.h"
#include "ui/lists/roles.h"
#include "ui/style/paint.h"
#include "ui/transactions/filter_text.h"
#include "ui/widgets/time_text.h"

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

BadgeKind transactionBadge(const TransactionRecord &record)
{
    switch (ledger::openRefunds(record)) {
    case ledger::OpenRefunds::Unknown:
        return BadgeKind::RefundUnknown;
    case ledger::OpenRefunds::UnderWay:
        return BadgeKind::Refunding;
    case ledger::OpenRefunds::Asked:
        return BadgeKind::RefundAsked;
    case ledger::OpenRefunds::None:
        break;
    }
    return transactionBadge(ledger::knownStatus(record));
}

TransactionModel::TransactionModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock,
                                   QObject *parent)
    : AmountListModel(ledger, accounts, std::move(clock), ColumnCount, Amount, parent)
    , m_routeName([](const QString &, const QString &routeId) { return routeId; })
{
    connect(&ledger, &ledger::Ledger::transactionsChanged, this, &TransactionModel::refreshAccounts);
}

void TransactionModel::setRouteNames(std::function<QString(const QString &, const QString &)> names)
{
    m_routeName = std::move(names);
    if (rowCount() > 0)
        emit dataChanged(index(0, Provider), index(rowCount() - 1, Provider));
}

QFuture<TransactionModel::Answer> TransactionModel::ask(ledger::PageKey after, int limit)
{
    return m_ledger->transactions(m_filter, after, limit);
}

QVariant TransactionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // Fees are aligned like amounts.
    const bool asAmount = section == Fee && (role == FractionDigitsRole || role == Qt::TextAlignmentRole);
    return AmountListModel::headerData(asAmount ? int(Amount) : section, orientation, role);
}

QVariant TransactionModel::cell(const TransactionRecord &record, int column, int role) const
{
    const checkout::Transaction &transaction = record.transaction;
    switch (role) {
    case Qt::DisplayRole:
        return text(record, column);
    case Qt::AccessibleTextRole:
        return spoken(record, column);
    case Qt::ToolTipRole:
        if (column == Status)
            return transaction.rawStatus;
        if (column == Customer || column == Item)
            return text(record, column);
        if (column == Fee)
            return afterFeeText(transaction);
        if (column == Date)
            return absoluteTime(transaction.createdAt, QTimeZone::systemTimeZone(), QLocale());
        return {};
    case Qt::TextAlignmentRole:
        return alignment(column == Fee ? int(Amount) : column);
    case BadgeKindRole:
        return column == Status ? QVariant::fromValue(transactionBadge(record)) : QVariant();
    case AmountRole:
        if (column == Fee && transaction.fees && transaction.fees->fee)
            return QVariant::fromValue(*transaction.fees->fee);
        return column == Amount ? QVariant::fromValue(transaction.amount) : QVariant();
    case TierMarkRole:
        return column == Item && transaction.tier ? QVariant(*transaction.tier + 1) : QVariant();
    case SecondaryTextRole: {
        const QString route = column == Provider ? routeText(record) : QString();
        return route.isEmpty() ? QVariant() : tr(", %1", "provider, route").arg(isolated(route));
    }
    case ToneRole:
        return column == Customer && record.customerLabel.isEmpty() ? QVariant::fromValue(Tone::Text3) : QVariant();
    default:
        return {};
    }
}

QString TransactionModel::afterFeeText(const checkout::Transaction &transaction)
{
    const auto left = afterFee(transaction);
    return left ? tr("%1 after the fee", "an amount").arg(amountText(*left)) : QString();
}

QString TransactionModel::routeText(const TransactionRecord &record) const
{
    const checkout::Transaction &transaction = record.transaction;
    return transaction.processorRouteId.isEmpty() ? gatewayName(transaction.gateway)
                                                  : m_routeName(record.accountId, transaction.processorRouteId);
}

QString TransactionModel::text(const TransactionRecord &record, int column) const
{
    const checkout::Transaction &transaction = record.transaction;
    switch (column) {
    case Status: {
        const BadgeKind kind = transactionBadge(record);
        return kind == BadgeKind::Unrecognised ? transaction.rawStatus : badgeText(kind);
    }
    case Customer:
        return record.customerLabel.isEmpty() ? tr("No customer") : record.customerLabel;
    case Item:
        return record.itemsLabel;
    case Amount:
        return money::format(transaction.amount, QLocale());
    case Fee:
        return transaction.fees && transaction.fees->fee ? money::format(*transaction.fees->fee, QLocale()) : QString();
    case Provider:
        return accountText(record.accountId);
    case Date:
        return listTime(transaction.createdAt, m_clock(), QTimeZone::systemTimeZone(), QLocale());
    default:
        return {};
    }
}

QString TransactionModel::spoken(const TransactionRecord &record, int column) const
{
    const checkout::Transaction &transaction = record.transaction;
    QString shown = text(record, column);
    switch (column) {
    case Status:
        return transaction.rawStatus.isEmpty()
                   ? shown
                   : tr("%1, the provider says “%2”", "status").arg(shown, transaction.rawStatus);
    case Item:
        return transaction.tier.value_or(0) == 0
                   ? shown
                   : tr("%1, charged on tier %2", "items").arg(shown, QLocale().toString(*transaction.tier + 1));
    case Fee: {
        const QString left = afterFeeText(transaction);
        return shown.isEmpty() ? tr("not known", "a fee") : left.isEmpty() ? shown : tr("%1, %2").arg(shown, left);
    }
    case Provider: {
        const QString route = routeText(record);
        return route.isEmpty() ? shown : tr("%1, %2", "provider, route").arg(shown, route);
    }
    case Date:
        return absoluteTime(transaction.createdAt, QTimeZone::systemTimeZone(), QLocale());
    default:
        return shown;
    }
}

QString TransactionModel::title(int column) const
{
    return QStringList{tr("Status"), tr("Customer"), tr("Item", "column of the transactions list"),
                       tr("Amount"), tr("Fee"),      hasSeveralAccounts() ? tr("Account") : tr("Provider"),
                       tr("Date")}
        .value(column);
}

} // namespace tilldeck::ui

#include "moc_transaction_model.cpp"
