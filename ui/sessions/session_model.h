// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/amount_list_model.h"

namespace tilldeck::ui {

/// Lists the sessions that match a filter, newest first, read from the ledger as the list is scrolled.
class SessionModel : public AmountListModel<ledger::SessionRecord, ledger::SessionFilter>
{
    Q_OBJECT

public:
    enum Columns { Status, Customer, Items, Amount, Provider, Created, Expires, ColumnCount };

    SessionModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock, QObject *parent = nullptr);

    /// Ignores `now` of @p filter: every query uses the current time.
    void setFilter(ledger::SessionFilter filter);

    /// Updates the status of sessions that expired since the last call and returns whether there were any.
    bool tick();

protected:
    QVariant cell(const ledger::SessionRecord &record, int column, int role) const override;
    QFuture<Answer> ask(ledger::PageKey after, int limit) override;
    QDateTime createdAt(const ledger::SessionRecord &row) const override { return row.createdAt; }
    QString title(int column) const override;
    std::optional<money::Money> amountIn(const ledger::SessionRecord &row) const override { return row.amount; }

private:
    QVariant text(const ledger::SessionRecord &record, int column) const;
    /// Returns the cell for a screen reader, with what glyphs, marks and short times leave out.
    QString spoken(const ledger::SessionRecord &record, int column) const;
    QString expiresText(const ledger::SessionRecord &record) const;

    QDateTime m_tickedAt;
};

} // namespace tilldeck::ui
