// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_model.h"

#include "ui/figures/session_text.h"

namespace tilldeck::ui {

SessionModel::SessionModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock, QObject *parent)
    : ListModel(ledger, accounts, std::move(clock), parent)
    , m_tickedAt(m_clock())
{
    setColumns(describe(), Created, Qt::DescendingOrder);
    connect(&ledger, &ledger::Ledger::sessionsChanged, this, &SessionModel::refreshAccounts);
    connect(&accounts, &accounts::AccountStore::changed, this, [this] { columnChanged(Provider); });
}

void SessionModel::setFilter(ledger::SessionFilter filter)
{
    filter.now = {};
    ListModel::setFilter(filter);
}

QFuture<SessionModel::Answer> SessionModel::ask(const ledger::SessionFilter &filter, ledger::RowRange range)
{
    ledger::SessionFilter now = filter;
    now.now = m_clock();
    return m_ledger->sessionsAt(now, order<ledger::SessionOrder>(), range);
}

QFuture<SessionModel::Place> SessionModel::askPosition(qint64 key)
{
    ledger::SessionFilter now = m_filter;
    now.now = m_clock();
    return m_ledger->positionOf(now, order<ledger::SessionOrder>(), key);
}

bool SessionModel::tick()
{
    const QDateTime before = std::exchange(m_tickedAt, m_clock());
    bool ended = false;
    for (const auto &[row, listed] : readRows()) {
        const QDateTime &expiresAt = listed.expiresAt;
        if (!expiresAt.isValid() || expiresAt <= before || expiresAt > m_tickedAt)
            continue;
        ended = true;
        emit dataChanged(index(row, Status), index(row, ColumnCount - 1));
    }
    if (ended)
        refresh(); // the row may have left the filter
    return ended;
}

} // namespace tilldeck::ui

#include "moc_session_model.cpp"
