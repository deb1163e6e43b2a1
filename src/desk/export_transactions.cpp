// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/export_transactions.h"

#include "desk/export_text.h"
#include "desk/stored_sentence.h"
#include "ledger/asked_refunds.h"
#include "money/format.h"

#include <utility>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using checkout::TransactionStatus;
using ledger::TransactionRecord;

namespace {

/// Returns the fee as a number in the payment's own currency, or with its currency when that is another.
QByteArray fee(const checkout::Transaction &transaction, const Csv &csv)
{
    if (!transaction.fees || !transaction.fees->fee)
        return {};
    const money::Money &fee = *transaction.fees->fee;
    if (fee.currency() == transaction.amount.currency())
        return csv.number(fee);
    return csv.text(u"%1 %2"_s.arg(money::plainAmount(fee), fee.currency().code()));
}

QString transactionStatusText(const TransactionRecord &record)
{
    const checkout::Transaction &transaction = record.transaction;
    switch (ledger::openRefunds(record)) {
    case ledger::OpenRefunds::Unknown:
        return ExportText::tr("Refund of unknown outcome");
    case ledger::OpenRefunds::UnderWay:
        return ExportText::tr("Refund under way");
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

QByteArray ifAny(const money::Money &amount, const Csv &csv)
{
    return amount.minorUnits() == 0 ? QByteArray() : csv.number(amount);
}

/// Whoever reads the file later does not know of one that was under way how it ended.
QByteArray unknownCell(const ledger::AskedRefunds &asked, const Csv &csv)
{
    const auto sum = asked.unknown.plus(asked.underWay);
    return ifAny(sum.value_or(asked.unknown), csv);
}

QByteArray splitCell(const checkout::Split &split, TransactionColumn column, const Csv &csv)
{
    switch (column) {
    case TransactionColumn::SubMerchant:
        return csv.text(split.subMerchantName.isEmpty() ? split.subMerchantId : split.subMerchantName);
    case TransactionColumn::SubMerchantAmount:
        return csv.number(split.net);
    case TransactionColumn::Commission:
        return csv.number(split.commission);
    default:
        return Csv::currency(split.gross);
    }
}

QByteArray cell(const TransactionRecord &record, TransactionColumn column, const AccountNames &names, const Csv &csv)
{
    const checkout::Transaction &transaction = record.transaction;
    switch (column) {
    case TransactionColumn::Time:
        return csv.time(transaction.createdAt);
    case TransactionColumn::Status:
        return csv.text(transactionStatusText(record));
    case TransactionColumn::Amount:
        return csv.number(transaction.amount);
    case TransactionColumn::Currency:
        return Csv::currency(transaction.amount);
    case TransactionColumn::Refunded:
        return csv.number(ledger::knownGivenBack(record));
    case TransactionColumn::RefundAsked:
        return record.asked ? ifAny(record.asked->amount, csv) : QByteArray();
    case TransactionColumn::RefundUnknown:
        return record.asked ? unknownCell(*record.asked, csv) : QByteArray();
    case TransactionColumn::Fee:
        return fee(transaction, csv);
    case TransactionColumn::Priced:
        return csv.number(transaction.priced);
    case TransactionColumn::PricedCurrency:
        return Csv::currency(transaction.priced);
    case TransactionColumn::Provider:
        return csv.text(names.provider.value(record.accountId));
    case TransactionColumn::Account:
        return csv.text(names.account.value(record.accountId));
    case TransactionColumn::Gateway:
        return csv.text(transaction.gateway);
    case TransactionColumn::Route:
        return csv.text(transaction.processorRouteId);
    case TransactionColumn::Tier:
        return Csv::tier(transaction.tier);
    case TransactionColumn::Customer:
        return csv.text(record.customerLabel);
    case TransactionColumn::Items:
        return csv.text(record.itemsLabel);
    case TransactionColumn::Method:
        return csv.text(methodInPresentLanguage(transaction.method));
    case TransactionColumn::Reference:
        return csv.text(transaction.reference);
    case TransactionColumn::SessionId:
        return csv.text(transaction.sessionId);
    case TransactionColumn::TransactionId:
        return csv.text(transaction.id);
    case TransactionColumn::DeclineCode:
        return csv.text(transaction.declineCode);
    case TransactionColumn::SubMerchant:
    case TransactionColumn::SubMerchantAmount:
    case TransactionColumn::Commission:
    case TransactionColumn::SplitCurrency:
        return transaction.split ? splitCell(*transaction.split, column, csv) : QByteArray();
    }
    return {};
}

/// Returns the cell of a row that is a refund: what is of the refund, and what tells its payment apart.
QByteArray refundCell(const TransactionRecord &record, const ExportedRefund &refund, TransactionColumn column,
                      const AccountNames &names, const Csv &csv)
{
    switch (column) {
    case TransactionColumn::Time:
        return csv.time(refund.at);
    case TransactionColumn::Status:
        return csv.text(refund.status);
    case TransactionColumn::Amount:
        // So that the column adds up to what is left. What is not given back yet, or failed, takes nothing off.
        return refund.isGivenBack ? csv.number(money::Money(-refund.amount.minorUnits(), refund.amount.currency()))
                                  : QByteArray();
    case TransactionColumn::Currency:
        return Csv::currency(refund.amount);
    case TransactionColumn::Refunded:
    case TransactionColumn::RefundAsked:
    case TransactionColumn::RefundUnknown:
    case TransactionColumn::Fee:
    case TransactionColumn::Priced:
    case TransactionColumn::PricedCurrency:
    case TransactionColumn::DeclineCode:
    case TransactionColumn::SubMerchantAmount:
    case TransactionColumn::Commission:
    case TransactionColumn::SplitCurrency:
        return {}; // of the payment, in whose row they are
    default:
        return cell(record, column, names, csv);
    }
}

QList<QByteArray> refundTitles(const Csv &csv)
{
    return {csv.text(ExportText::tr("Kind", "column: payment or refund")), csv.text(ExportText::tr("Refund amount")),
            csv.text(ExportText::tr("Refund ID")), csv.text(ExportText::tr("Refund reason"))};
}

} // namespace

std::vector<TransactionColumn> transactionColumns()
{
    std::vector<TransactionColumn> columns;
    for (int column = 0; column <= static_cast<int>(TransactionColumn::SplitCurrency); ++column)
        columns.push_back(static_cast<TransactionColumn>(column));
    return columns;
}

QString columnTitle(TransactionColumn column, const Csv &csv)
{
    switch (column) {
    case TransactionColumn::Time:
        return csv.timeTitle(ExportText::tr("Time"));
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
    case TransactionColumn::SubMerchant:
        return ExportText::tr("Sub-merchant");
    case TransactionColumn::SubMerchantAmount:
        return ExportText::tr("Credited to sub-merchant");
    case TransactionColumn::Commission:
        return ExportText::tr("Commission");
    case TransactionColumn::SplitCurrency:
        return ExportText::tr("Currency of the split");
    }
    return {};
}

PaymentTable::PaymentTable(std::vector<TransactionColumn> columns, AccountNames names, const Csv &csv,
                           PaymentExtras extras)
    : m_columns(std::move(columns))
    , m_names(std::move(names))
    , m_csv(csv)
    , m_extras(std::move(extras))
{
}

void PaymentTable::takeFields(const std::vector<TransactionRecord> &records)
{
    for (const TransactionRecord &record : records) {
        if (const auto *draft = m_extras.draftOf(record))
            m_fields.add(*draft);
    }
}

QByteArray PaymentTable::head() const
{
    QList<QByteArray> cells;
    for (const TransactionColumn column : m_columns)
        cells << m_csv.text(columnTitle(column, m_csv));
    if (m_extras.refundRows)
        cells += refundTitles(m_csv);
    return m_csv.start() + m_csv.line(cells + m_fields.titles(m_csv));
}

QByteArray PaymentTable::lines(const std::vector<TransactionRecord> &records) const
{
    QByteArray lines;
    QList<QByteArray> cells;
    for (const TransactionRecord &record : records) {
        const auto ends = m_fields.cells(m_extras.fields ? m_extras.draftOf(record) : nullptr, m_csv);
        cells.clear();
        for (const TransactionColumn column : m_columns)
            cells << cell(record, column, m_names, m_csv);
        if (m_extras.refundRows)
            cells += {m_csv.text(ExportText::tr("Payment")), {}, {}, {}};
        lines += m_csv.line(cells + ends);
        if (!m_extras.refundRows)
            continue;
        const auto refunds = exportedRefunds(record, m_extras);
        for (const ExportedRefund &refund : refunds) {
            cells.clear();
            for (const TransactionColumn column : m_columns)
                cells << refundCell(record, refund, column, m_names, m_csv);
            cells += {m_csv.text(ExportText::tr("Refund")), m_csv.number(refund.amount), m_csv.text(refund.id),
                      m_csv.text(refund.reason)};
            lines += m_csv.line(cells + ends);
        }
    }
    return lines;
}

QByteArray exportTransactions(const std::vector<TransactionRecord> &records,
                              const std::vector<TransactionColumn> &columns, const AccountNames &names, const Csv &csv,
                              const PaymentExtras &extras)
{
    PaymentTable table(columns, names, csv, extras);
    if (extras.fields)
        table.takeFields(records);
    return table.head() + table.lines(records);
}

} // namespace tilldeck::desk
