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

using ledger::PaymentRow;
using PaymentsBy = ledger::TransactionOrder::By;

std::vector<Column<PaymentRow>> TransactionModel::describe()
{
    std::vector<Column<PaymentRow>> columns(ColumnCount);

    Column<PaymentRow> &status = columns[Status];
    status.name = u"status"_s;
    status.title = [] { return tr("Status"); };
    status.kind = ColumnKind::Badge;
    status.minimum = badgeSize(BadgeKind::Succeeded, {}).width() + px(24);
    status.sortKey = int(PaymentsBy::Status);
    status.sorting = Sorting::ByRank;
    status.text = [](const PaymentRow &row) {
        const BadgeKind kind = transactionBadge(row);
        return kind == BadgeKind::Unrecognised ? row.rawStatus : badgeText(kind);
    };
    status.badge = [](const PaymentRow &row) { return transactionBadge(row); };
    status.tooltip = [](const PaymentRow &row) { return row.rawStatus; };
    status.spoken = [text = status.text](const PaymentRow &row) {
        const QString &word = row.rawStatus;
        return word.isEmpty() ? text(row) : tr("%1, the provider says “%2”", "status").arg(text(row), word);
    };

    Column<PaymentRow> &customer = columns[Customer];
    customer.name = u"customer"_s;
    customer.title = [] { return tr("Customer"); };
    customer.kind = ColumnKind::Name;
    customer.minimum = px(108);
    customer.share = 1;
    customer.sortKey = int(PaymentsBy::Customer);
    customer.text = [](const PaymentRow &row) {
        return row.customerLabel.isEmpty() ? tr("No customer") : row.customerLabel;
    };
    customer.searched = [](const PaymentRow &row) { return row.customerLabel; };
    customer.tooltip = customer.text;
    customer.tone = [](const PaymentRow &row) {
        return row.customerLabel.isEmpty() ? std::optional(Tone::Text3) : std::nullopt;
    };

    Column<PaymentRow> &item = columns[Item];
    item.name = u"item"_s;
    item.title = [] { return tr("Item", "column of the transactions list"); };
    item.kind = ColumnKind::Items;
    item.minimum = px(150);
    item.share = 3;
    item.hideOrder = 1;
    item.sortKey = int(PaymentsBy::Item);
    item.text = [](const PaymentRow &row) { return row.itemsLabel; };
    item.searched = item.text;
    item.tooltip = item.text;
    item.tierMark = [](const PaymentRow &row) { return row.tier.value_or(-1) + 1; };
    item.spoken = [](const PaymentRow &row) {
        const int tier = row.tier.value_or(0);
        return tier == 0 ? row.itemsLabel
                         : tr("%1, charged on tier %2", "items").arg(row.itemsLabel, QLocale().toString(tier + 1));
    };

    Column<PaymentRow> &amount = columns[Amount];
    amount.name = u"amount"_s;
    amount.title = [] { return tr("Amount"); };
    amount.kind = ColumnKind::Amount;
    amount.minimum = px(110);
    amount.sortKey = int(PaymentsBy::Amount);
    amount.sorting = Sorting::BySize;
    amount.text = [](const PaymentRow &row) { return money::format(row.amount, QLocale()); };
    amount.amount = [](const PaymentRow &row) { return row.amount; };

    Column<PaymentRow> &fee = columns[Fee];
    fee.name = u"fee"_s;
    fee.title = [] { return tr("Fee"); };
    fee.kind = ColumnKind::LesserAmount;
    fee.minimum = px(100);
    fee.hideOrder = 4;
    fee.amount = [](const PaymentRow &row) { return row.fee; };
    fee.text = [of = fee.amount](const PaymentRow &row) {
        const auto known = of(row);
        return known ? money::format(*known, QLocale()) : QString();
    };
    fee.tooltip = &TransactionModel::afterFeeText;
    fee.spoken = [text = fee.text](const PaymentRow &row) {
        const QString shown = text(row), left = afterFeeText(row);
        return shown.isEmpty() ? tr("not known", "a fee") : left.isEmpty() ? shown : tr("%1, %2").arg(shown, left);
    };

    Column<PaymentRow> &provider = columns[Provider];
    provider.name = u"provider"_s;
    provider.title = [this] { return hasSeveralAccounts() ? tr("Account") : tr("Provider"); };
    provider.minimum = px(164);
    provider.hideOrder = 2;
    provider.isElided = true;
    provider.text = [this](const PaymentRow &row) { return accountText(row.accountId); };
    provider.secondary = [this](const PaymentRow &row) {
        const QString route = routeText(row);
        return route.isEmpty() ? QString() : tr(", %1", "provider, route").arg(isolated(route));
    };
    provider.spoken = [this](const PaymentRow &row) {
        const QString route = routeText(row), shown = accountText(row.accountId);
        return route.isEmpty() ? shown : tr("%1, %2", "provider, route").arg(shown, route);
    };

    Column<PaymentRow> &date = columns[Date];
    date.name = u"date"_s;
    date.title = [] { return tr("Date"); };
    date.minimum = px(64);
    date.hideOrder = 3;
    date.sortKey = int(PaymentsBy::Created);
    date.sorting = Sorting::ByTime;
    date.text = [this](const PaymentRow &row) {
        return listTime(row.createdAt, m_clock(), QTimeZone::systemTimeZone(), QLocale());
    };
    date.tooltip = [](const PaymentRow &row) {
        return absoluteTime(row.createdAt, QTimeZone::systemTimeZone(), QLocale());
    };
    date.spoken = date.tooltip;
    return columns;
}

QString TransactionModel::afterFeeText(const PaymentRow &row)
{
    const auto left = afterFee(row);
    return left ? tr("%1 after the fee", "an amount").arg(amountText(*left)) : QString();
}

QString TransactionModel::routeText(const PaymentRow &row) const
{
    return row.processorRouteId.isEmpty() ? gatewayName(row.gateway) : m_routeName(row.accountId, row.processorRouteId);
}

} // namespace tilldeck::ui
