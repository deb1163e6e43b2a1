// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/export.h"

#include "money/format.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using checkout::SessionStatus;
using checkout::TransactionStatus;
using ledger::SessionRecord;
using ledger::TransactionRecord;

namespace {

struct ExportText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Export)
};

QByteArray line(const QList<QByteArray> &cells)
{
    return cells.join(',') + "\r\n";
}

QByteArray moment(const QDateTime &at, const QTimeZone &zone)
{
    return at.isValid() ? at.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1() : QByteArray();
}

/// A number of ours needs no guard: a spreadsheet is to read it as one.
QByteArray number(const std::optional<money::Money> &amount)
{
    return amount ? money::plainAmount(*amount).toLatin1() : QByteArray();
}

QByteArray code(const std::optional<money::Money> &amount)
{
    return amount ? amount->currency().code().toLatin1() : QByteArray();
}

QByteArray tier(const std::optional<int> &tier)
{
    return tier ? QByteArray::number(*tier + 1) : QByteArray();
}

/// The fee in the payment's own currency; one in another says which.
QByteArray fee(const checkout::Transaction &transaction)
{
    if (!transaction.fees || !transaction.fees->fee)
        return {};
    const money::Money &fee = *transaction.fees->fee;
    if (fee.currency() == transaction.amount.currency())
        return number(fee);
    return csvCell(u"%1 %2"_s.arg(money::plainAmount(fee), fee.currency().code()));
}

QString statusWord(const checkout::Transaction &transaction)
{
    switch (transaction.status) {
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

QString statusWord(const SessionRecord &record, const QDateTime &now)
{
    if (record.state == SessionRecord::State::Creating)
        return ExportText::tr("Creating");
    if (record.state == SessionRecord::State::OutcomeUnknown)
        return ExportText::tr("Outcome unknown");
    switch (checkout::statusAt(record.session, now)) {
    case SessionStatus::Open:
        return ExportText::tr("Open");
    case SessionStatus::Completed:
        return ExportText::tr("Completed");
    case SessionStatus::Expired:
        return ExportText::tr("Expired");
    case SessionStatus::Failed:
        return ExportText::tr("Failed");
    case SessionStatus::Unrecognised:
        break;
    }
    return record.session.rawStatus;
}

QByteArray cell(const TransactionRecord &record, TransactionColumn column, const AccountNames &names,
                const QTimeZone &zone)
{
    const checkout::Transaction &transaction = record.transaction;
    switch (column) {
    case TransactionColumn::Time:
        return moment(transaction.createdAt, zone);
    case TransactionColumn::Status:
        return csvCell(statusWord(transaction));
    case TransactionColumn::Amount:
        return number(transaction.amount);
    case TransactionColumn::Currency:
        return code(transaction.amount);
    case TransactionColumn::Refunded:
        return number(transaction.refunded);
    case TransactionColumn::Fee:
        return fee(transaction);
    case TransactionColumn::Priced:
        return number(transaction.priced);
    case TransactionColumn::PricedCurrency:
        return code(transaction.priced);
    case TransactionColumn::Provider:
        return csvCell(names.provider.value(record.accountId));
    case TransactionColumn::Account:
        return csvCell(names.account.value(record.accountId));
    case TransactionColumn::Gateway:
        return csvCell(transaction.gateway);
    case TransactionColumn::Route:
        return csvCell(transaction.processorRouteId);
    case TransactionColumn::Tier:
        return tier(transaction.tier);
    case TransactionColumn::Customer:
        return csvCell(record.customerLabel);
    case TransactionColumn::Items:
        return csvCell(record.itemsLabel);
    case TransactionColumn::Method:
        return csvCell(transaction.method);
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

QString inZone(const QString &title, const QTimeZone &zone)
{
    return ExportText::tr("%1 (%2)", "column, time zone").arg(title, QString::fromLatin1(zone.id()));
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
        return inZone(ExportText::tr("Time"), zone);
    case TransactionColumn::Status:
        return ExportText::tr("Status");
    case TransactionColumn::Amount:
        return ExportText::tr("Amount");
    case TransactionColumn::Currency:
        return ExportText::tr("Currency");
    case TransactionColumn::Refunded:
        return ExportText::tr("Refunded");
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

AccountNames namesOf(const std::vector<accounts::Account> &accounts)
{
    AccountNames names;
    for (const accounts::Account &account : accounts) {
        names.account.insert(account.id, account.name);
        names.provider.insert(account.id, accounts::providerName(account.provider));
    }
    return names;
}

QByteArray transactionsCsv(const std::vector<TransactionRecord> &records, const std::vector<TransactionColumn> &columns,
                           const AccountNames &names, const QTimeZone &zone)
{
    QList<QByteArray> cells;
    for (const TransactionColumn column : columns)
        cells << csvCell(columnTitle(column, zone));
    QByteArray csv = line(cells);
    for (const TransactionRecord &record : records) {
        cells.clear();
        for (const TransactionColumn column : columns)
            cells << cell(record, column, names, zone);
        csv += line(cells);
    }
    return csv;
}

QByteArray sessionsCsv(const std::vector<SessionRecord> &records, const AccountNames &names, const QTimeZone &zone,
                       const QDateTime &now)
{
    QByteArray csv = line({csvCell(inZone(ExportText::tr("Created"), zone)), csvCell(ExportText::tr("Status")),
                           csvCell(ExportText::tr("Amount")), csvCell(ExportText::tr("Currency")),
                           csvCell(ExportText::tr("Provider")), csvCell(ExportText::tr("Account")),
                           csvCell(ExportText::tr("Customer")), csvCell(ExportText::tr("Items")),
                           csvCell(ExportText::tr("Discount")), csvCell(ExportText::tr("Reference")),
                           csvCell(inZone(ExportText::tr("Expires"), zone)), csvCell(ExportText::tr("Paid on tier")),
                           csvCell(ExportText::tr("Session ID")), csvCell(ExportText::tr("Transaction ID"))});
    for (const SessionRecord &record : records) {
        const checkout::SessionDraft &draft = record.draft;
        csv += line({moment(record.createdAt, zone), csvCell(statusWord(record, now)), number(record.amount),
                     code(record.amount), csvCell(names.provider.value(record.accountId)),
                     csvCell(names.account.value(record.accountId)), csvCell(record.customerLabel),
                     csvCell(record.itemsLabel),
                     csvCell(draft.promotionCode.isEmpty() ? draft.couponId : draft.promotionCode),
                     csvCell(draft.reference), moment(record.session.expiresAt, zone), tier(record.session.paidTier),
                     csvCell(record.session.id), csvCell(record.session.transactionId)});
    }
    return csv;
}

QByteArray csvCell(const QString &text)
{
    static const QString formulaBeginnings = u"=+-@\t\r"_s;
    QString cell = text;
    if (!cell.isEmpty() && formulaBeginnings.contains(cell.front()))
        cell.prepend(u'\'');
    const bool needsQuotes = std::ranges::any_of(cell, [](QChar character) {
        return character == u',' || character == u'"' || character == u'\r' || character == u'\n' || character == u';';
    });
    if (!needsQuotes)
        return cell.toUtf8();
    return '"' + cell.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

} // namespace tilldeck::desk
