// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/list_model.h"

namespace tilldeck::ui {

/// Lists the sessions that match a filter; session_columns.cpp describes its columns.
class SessionModel : public ListModel<ledger::SessionRow, ledger::SessionFilter>
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
    QFuture<Answer> ask(const ledger::SessionFilter &filter, ledger::RowRange range) override;
    QFuture<Place> askPosition(qint64 key) override;

private:
    using Row = ledger::SessionRow;

    std::vector<Column<Row>> describe();
    QString expiresText(const Row &row) const;
    /// Returns what a screen reader says of the expiry.
    QString expirySpoken(const Row &row) const;

    QDateTime m_tickedAt;
};

} // namespace tilldeck::ui
