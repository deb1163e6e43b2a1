// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/export_transactions.h"

#include "desk/csv.h"
#include "desk/export_text.h"
#include "desk/stored_sentence.h"
#include "ledger/asked_refunds.h"
#include "money/format.h"

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using checkout::TransactionStatus;
using ledger::TransactionRecord;

namespace {

/// Returns the fee as a number in the payment's own currency, or with its currency when that is another.
QByteArray fee(const checkout::Transaction &transaction)
{
    if (!transaction.fees || !transaction.fees->fee)
        return {};
    const money::Money &fee = *transaction.fees->fee;
    if (fee.currency() == transaction.amount.currency())
        return csvNumber(fee);
    return csvCell(u"%1 %2"_s.arg(money::plainAmount(fee), fee.currency().code()));
}

QString transactionStatusText(const TransactionRecord &record)
{
    const checkout::Transaction &transaction = record.transaction;
    switch (ledger::openRefunds(record)) {
    case ledger::OpenRefunds::Unknown:
        return ExportText::tr("Refund of unknown outcome");
    case ledger::OpenRefunds::Asked:
        return ExportText::tr("Refund asked for");
    case ledger::OpenRefunds::None:
        break;
    }
    switch (ledger::knownStatus(record)) {
    case TransactionStatus::Pending:
        return ExportText::tr("Pending");
    case TransactionStatus::Succeeded:
        return ExportText::tr("Succeeded");
    case TransactionStatus::Failed:
        return ExportText::tr("Failed");
    case TransactionStatus::Refunded:
        return ExportText::tr("Refunded");
    case TransactionStatus::PartlyRefunded:
        return ExportText::tr("Partly refunded");
    case TransactionStatus::Unrecognised:
        break;
    }
    return transaction.rawStatus;
}

QByteArray ifAny(const money::Money &amount)
{
    return amount.minorUnits() == 0 ? QByteArray() : csvNumber(amount);
}

QByteArray cell(const TransactionRecord &record, TransactionColumn column, const AccountNames &names,
                const QTimeZone &zone)
{
    const checkout::Transaction &transaction = record.transaction;
    switch (column) {
    case TransactionColumn::Time:
        return csvTime(transaction.createdAt, zone);
    case TransactionColumn::Status:
        return csvCell(transactionStatusText(record));
    case TransactionColumn::Amount:
        return csvNumber(transaction.amount);
    case TransactionColumn::Currency:
        return csvCurrency(transaction.amount);
    case TransactionColumn::Refunded:
        return csvNumber(ledger::knownGivenBack(record));
    case TransactionColumn::RefundAsked:
        return record.asked ? ifAny(record.asked->amount) : QByteArray();
    case TransactionColumn::RefundUnknown:
        return record.asked ? ifAny(record.asked->unknown) : QByteArray();
    case TransactionColumn::Fee:
        return fee(transaction);
    case TransactionColumn::Priced:
        return csvNumber(transaction.priced);
    case TransactionColumn::PricedCurrency:
        return csvCurrency(transaction.priced);
    case TransactionColumn::Provider:
        return csvCell(names.provider.value(record.accountId));
    case TransactionColumn::Account:
        return csvCell(names.account.value(record.accountId));
    case TransactionColumn::Gateway:
        return csvCell(transaction.gateway);
    case TransactionColumn::Route:
        return csvCell(transaction.processorRouteId);
    case TransactionColumn::Tier:
        return csvTier(transaction.tier);
    case TransactionColumn::Customer:
        return csvCell(record.customerLabel);
    case TransactionColumn::Items:
        return csvCell(record.itemsLabel);
    case TransactionColumn::Method:
        return csvCell(methodInPresentLanguage(transaction.method));
    case TransactionColumn::Reference:
        return csvCell(transaction.reference);
    case TransactionColumn::SessionId:
        return csvCell(transaction.sessionId);
    case TransactionColumn::TransactionId:
        return csvCell(transaction.id);
    case TransactionColumn::DeclineCode:
        return csvCell(transaction.declineCode);
    }
    return {};
}

} // namespace

std::vector<TransactionColumn> transactionColumns()
{
    std::vector<TransactionColumn> columns;
    for (int column = 0; column <= static_cast<int>(TransactionColumn::DeclineCode); ++column)
        columns.push_back(static_cast<TransactionColumn>(column));
    return columns;
}

QString columnTitle(TransactionColumn column, const QTimeZone &zone)
{
    switch (column) {
    case TransactionColumn::Time:
        return csvTimeTitle(ExportText::tr("Time"), zone);
    case TransactionColumn::Status:
        return ExportText::tr("Status");
    case TransactionColumn::Amount:
        return ExportText::tr("Amount");
    case TransactionColumn::Currency:
        return ExportText::tr("Currency");
    case TransactionColumn::Refunded:
        return ExportText::tr("Refunded");
    case TransactionColumn::RefundAsked:
        return ExportText::tr("Refund asked for");
    case TransactionColumn::RefundUnknown:
        return ExportText::tr("Refund of unknown outcome");
    case TransactionColumn::Fee:
        return ExportText::tr("Fee");
    case TransactionColumn::Priced:
        return ExportText::tr("Priced");
    case TransactionColumn::PricedCurrency:
        return ExportText::tr("Priced currency");
    case TransactionColumn::Provider:
        return ExportText::tr("Provider");
    case TransactionColumn::Account:
        return ExportText::tr("Account");
    case TransactionColumn::Gateway:
        return ExportText::tr("Gateway");
    case TransactionColumn::Route:
        return ExportText::tr("Route");
    case TransactionColumn::Tier:
        return ExportText::tr("Tier");
    case TransactionColumn::Customer:
        return ExportText::tr("Customer");
    case TransactionColumn::Items:
        return ExportText::tr("Items");
    case TransactionColumn::Method:
        return ExportText::tr("Method");
    case TransactionColumn::Reference:
        return ExportText::tr("Reference");
    case TransactionColumn::SessionId:
        return ExportText::tr("Session ID");
    case TransactionColumn::TransactionId:
        return ExportText::tr("Transaction ID");
    case TransactionColumn::DeclineCode:
        return ExportText::tr("Decline code");
    }
    return {};
}

QByteArray exportTransactions(const std::vector<TransactionRecord> &records,
                              const std::vector<TransactionColumn> &columns, const AccountNames &names,
                              const QTimeZone &zone)
{
    QList<QByteArray> cells;
    for (const TransactionColumn column : columns)
        cells << csvCell(columnTitle(column, zone));
    QByteArray csv = csvLine(cells);
    for (const TransactionRecord &record : records) {
        cells.clear();
        for (const TransactionColumn column : columns)
            cells << cell(record, column, names, zone);
        csv += csvLine(cells);
    }
    return csv;
}

} // namespace tilldeck::desk
