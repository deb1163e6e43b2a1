// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/amount_list_model.h"
#include "ui/widgets/badge.h"

namespace tilldeck::ui {

BadgeKind transactionBadge(checkout::TransactionStatus status);
/// Returns the badge of a payment: what was only asked for is not refunded.
BadgeKind transactionBadge(const ledger::TransactionRecord &record);

/// Lists the payments that match a filter, newest first, read from the ledger as the list is scrolled.
class TransactionModel : public AmountListModel<ledger::TransactionRecord, ledger::TransactionFilter>
{
    Q_OBJECT

public:
    enum Columns { Status, Customer, Item, Amount, Fee, Provider, Date, ColumnCount };

    TransactionModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock, QObject *parent = nullptr);

    /// Sets the function that returns the name of a route, or its id where the name is not known.
    void setRouteNames(std::function<QString(const QString &accountId, const QString &routeId)> names);

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(const ledger::TransactionRecord &record, int column, int role) const override;
    QFuture<Answer> ask(ledger::PageKey after, int limit) override;
    QDateTime createdAt(const ledger::TransactionRecord &row) const override { return row.transaction.createdAt; }
    QString title(int column) const override;
    std::optional<money::Money> amountIn(const ledger::TransactionRecord &row) const override
    {
        return row.transaction.amount;
    }

private:
    /// Returns the cell for a screen reader, with what glyphs, marks and short times leave out.
    QString spoken(const ledger::TransactionRecord &record, int column) const;
    QString text(const ledger::TransactionRecord &record, int column) const;
    /// Returns "13,478.40 NGN after the fee"; empty where the fee is not known.
    static QString afterFeeText(const checkout::Transaction &transaction);
    /// Returns the route, else the gateway; empty for the account's default route.
    QString routeText(const ledger::TransactionRecord &record) const;

    std::function<QString(const QString &, const QString &)> m_routeName;
};

} // namespace tilldeck::ui
