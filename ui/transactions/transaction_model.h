// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/list_model.h"
#include "ui/widgets/badge.h"

namespace tilldeck::ui {

BadgeKind transactionBadge(checkout::TransactionStatus status);
/// Returns the badge of a payment: what was only asked for is not refunded.
BadgeKind transactionBadge(const ledger::TransactionRecord &record);
BadgeKind transactionBadge(const ledger::PaymentRow &row);

/// Lists the payments that match a filter; transaction_columns.cpp describes its columns.
class TransactionModel : public ListModel<ledger::PaymentRow, ledger::TransactionFilter>
{
    Q_OBJECT

public:
    enum Columns { Status, Customer, Item, Amount, Fee, Provider, Date, ColumnCount };

    TransactionModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock, QObject *parent = nullptr);

    /// Sets the function that returns the name of a route, or its id where the name is not known.
    void setRouteNames(std::function<QString(const QString &accountId, const QString &routeId)> names);

protected:
    QFuture<Answer> ask(const ledger::TransactionFilter &filter, ledger::RowRange range) override;
    QFuture<Place> askPosition(qint64 key) override;

private:
    using Row = ledger::PaymentRow;

    std::vector<Column<Row>> describe();
    /// Returns "13,478.40 NGN after the fee"; empty where the fee is not known.
    static QString afterFeeText(const Row &row);
    /// Returns the route, else the gateway; empty for the account's default route.
    QString routeText(const Row &row) const;

    std::function<QString(const QString &, const QString &)> m_routeName;
};

} // namespace tilldeck::ui
