// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the list of payments.
#include "money/format.h"
#include "ui/figures/gateway_name.h"
#include "ui/style/paint.h"
#include "ui/transactions/filter_text.h"
#include "ui/transactions/transaction_model.h"
#include "ui/widgets/time_text.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::TransactionRecord;
using PaymentsBy = ledger::TransactionOrder::By;

std::vector<Column<TransactionRecord>> TransactionModel::describe()
{
    std::vector<Column<TransactionRecord>> columns(ColumnCount);

    Column<TransactionRecord> &status = columns[Status];
    status.name = u"status"_s;
    status.title = [] { return tr("Status"); };
    status.kind = ColumnKind::Badge;
    status.minimum = badgeSize(BadgeKind::Succeeded, {}).width() + px(24);
    status.sortKey = int(PaymentsBy::Status);
    status.sorting = Sorting::ByRank;
    status.text = [](const TransactionRecord &record) {
        const BadgeKind kind = transactionBadge(record);
        return kind == BadgeKind::Unrecognised ? record.transaction.rawStatus : badgeText(kind);
    };
    status.badge = [](const TransactionRecord &record) { return transactionBadge(record); };
    status.tooltip = [](const TransactionRecord &record) { return record.transaction.rawStatus; };
    status.spoken = [text = status.text](const TransactionRecord &record) {
        const QString &word = record.transaction.rawStatus;
        return word.isEmpty() ? text(record) : tr("%1, the provider says “%2”", "status").arg(text(record), word);
    };

    Column<TransactionRecord> &customer = columns[Customer];
    customer.name = u"customer"_s;
    customer.title = [] { return tr("Customer"); };
    customer.kind = ColumnKind::Name;
    customer.minimum = px(108);
    customer.share = 1;
    customer.sortKey = int(PaymentsBy::Customer);
    customer.text = [](const TransactionRecord &record) {
        return record.customerLabel.isEmpty() ? tr("No customer") : record.customerLabel;
    };
    customer.searched = [](const TransactionRecord &record) { return record.customerLabel; };
    customer.tooltip = customer.text;
    customer.tone = [](const TransactionRecord &record) {
        return record.customerLabel.isEmpty() ? std::optional(Tone::Text3) : std::nullopt;
    };

    Column<TransactionRecord> &item = columns[Item];
    item.name = u"item"_s;
    item.title = [] { return tr("Item", "column of the transactions list"); };
    item.kind = ColumnKind::Items;
    item.minimum = px(150);
    item.share = 3;
    item.hideOrder = 1;
    item.sortKey = int(PaymentsBy::Item);
    item.text = [](const TransactionRecord &record) { return record.itemsLabel; };
    item.searched = item.text;
    item.tooltip = item.text;
    item.tierMark = [](const TransactionRecord &record) { return record.transaction.tier.value_or(-1) + 1; };
    item.spoken = [](const TransactionRecord &record) {
        const int tier = record.transaction.tier.value_or(0);
        return tier == 0 ? record.itemsLabel
                         : tr("%1, charged on tier %2", "items").arg(record.itemsLabel, QLocale().toString(tier + 1));
    };

    Column<TransactionRecord> &amount = columns[Amount];
    amount.name = u"amount"_s;
    amount.title = [] { return tr("Amount"); };
    amount.kind = ColumnKind::Amount;
    amount.minimum = px(110);
    amount.sortKey = int(PaymentsBy::Amount);
    amount.sorting = Sorting::BySize;
    amount.text = [](const TransactionRecord &record) { return money::format(record.transaction.amount, QLocale()); };
    amount.amount = [](const TransactionRecord &record) { return record.transaction.amount; };

    Column<TransactionRecord> &fee = columns[Fee];
    fee.name = u"fee"_s;
    fee.title = [] { return tr("Fee"); };
    fee.kind = ColumnKind::LesserAmount;
    fee.minimum = px(100);
    fee.hideOrder = 4;
    fee.amount = [](const TransactionRecord &record) {
        const auto &fees = record.transaction.fees;
        return fees ? fees->fee : std::nullopt;
    };
    fee.text = [of = fee.amount](const TransactionRecord &record) {
        const auto known = of(record);
        return known ? money::format(*known, QLocale()) : QString();
    };
    fee.tooltip = &TransactionModel::afterFeeText;
    fee.spoken = [text = fee.text](const TransactionRecord &record) {
        const QString shown = text(record), left = afterFeeText(record);
        return shown.isEmpty() ? tr("not known", "a fee") : left.isEmpty() ? shown : tr("%1, %2").arg(shown, left);
    };

    Column<TransactionRecord> &provider = columns[Provider];
    provider.name = u"provider"_s;
    provider.title = [this] { return hasSeveralAccounts() ? tr("Account") : tr("Provider"); };
    provider.minimum = px(164);
    provider.hideOrder = 2;
    provider.isElided = true;
    provider.text = [this](const TransactionRecord &record) { return accountText(record.accountId); };
    provider.secondary = [this](const TransactionRecord &record) {
        const QString route = routeText(record);
        return route.isEmpty() ? QString() : tr(", %1", "provider, route").arg(isolated(route));
    };
    provider.spoken = [this](const TransactionRecord &record) {
        const QString route = routeText(record), shown = accountText(record.accountId);
        return route.isEmpty() ? shown : tr("%1, %2", "provider, route").arg(shown, route);
    };

    Column<TransactionRecord> &date = columns[Date];
    date.name = u"date"_s;
    date.title = [] { return tr("Date"); };
    date.minimum = px(64);
    date.hideOrder = 3;
    date.sortKey = int(PaymentsBy::Created);
    date.sorting = Sorting::ByTime;
    date.text = [this](const TransactionRecord &record) {
        return listTime(record.transaction.createdAt, m_clock(), QTimeZone::systemTimeZone(), QLocale());
    };
    date.tooltip = [](const TransactionRecord &record) {
        return absoluteTime(record.transaction.createdAt, QTimeZone::systemTimeZone(), QLocale());
    };
    date.spoken = date.tooltip;
    return columns;
}

QString TransactionModel::afterFeeText(const TransactionRecord &record)
{
    const auto left = afterFee(record.transaction);
    return left ? tr("%1 after the fee", "an amount").arg(amountText(*left)) : QString();
}

QString TransactionModel::routeText(const TransactionRecord &record) const
{
    const checkout::Transaction &transaction = record.transaction;
    return transaction.processorRouteId.isEmpty() ? gatewayName(transaction.gateway)
                                                  : m_routeName(record.accountId, transaction.processorRouteId);
}

} // namespace tilldeck::ui
