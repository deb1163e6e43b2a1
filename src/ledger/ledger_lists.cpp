// SPDX-License-Identifier: GPL-3.0-or-later
// The list of sessions, as it is shown.
#include "ledger/kept_out.h"
#include "ledger/ledger_store.h"
#include "ledger/rows_instead.h"
#include "ledger/session_queries.h"
#include "ledger/session_rows.h"
#include "ledger/shown_accounts.h"

namespace tilldeck::ledger {

using checkout::Result;

namespace {

/// Returns whether rows are looked at one by one, which takes the longer the more there are.
bool maySearchLong(const SessionFilter &filter, const SessionOrder &order = {})
{
    return !filter.text.trimmed().isEmpty() || !filter.discount.isEmpty() || !filter.currency.isEmpty() ||
           filter.tier || order.by != SessionOrder::By::Created;
}

} // namespace

QFuture<Result<RecordPage<SessionRecord>>> Ledger::sessions(SessionFilter filter, PageKey after, int limit)
{
    const bool mayTakeLong = maySearchLong(filter);
    return m_store->readOrAsk<RecordPage<SessionRecord>>(
        mayTakeLong, [filter = std::move(filter), after, limit, accounts = connected(), keptOut = m_keptOut,
                      instead = m_instead](const Connection &connection) mutable {
            filter.text = keptOut->idFor(filter.text);
            const ShownAccounts shown(connection, accounts, filter.accountIds);
            auto page = sessionPage(connection, filter, shown, *instead, after, limit);
            for (SessionRecord &record : page.rows)
                keptOut->putBack(record);
            instead->apply(page.rows);
            shown.apply(page.rows);
            return page;
        });
}

QFuture<Result<RowWindow<SessionRow>>> Ledger::sessionsAt(SessionFilter filter, SessionOrder order, RowRange range)
{
    const bool mayTakeLong = maySearchLong(filter, order);
    return m_store->readOrAsk<RowWindow<SessionRow>>(
        mayTakeLong, [filter = std::move(filter), order, range, accounts = connected(), keptOut = m_keptOut,
                      instead = m_instead](const Connection &connection) mutable {
            filter.text = keptOut->idFor(filter.text);
            const ShownAccounts shown(connection, accounts, filter.accountIds);
            auto window = sessionWindow(connection, filter, shown, *instead, order, range);
            instead->apply(window.rows);
            shown.apply(window.rows);
            return window;
        });
}

QFuture<Result<std::vector<SessionRecord>>> Ledger::sessionsByKey(QStringList accountIds, std::vector<qint64> keys)
{
    return m_store->read<std::vector<SessionRecord>>([accountIds, keys = std::move(keys), accounts = connected(),
                                                      keptOut = m_keptOut,
                                                      instead = m_instead](const Connection &connection) {
        auto records = byKey<SessionRecord>(connection, keys, sessionsWhere);
        for (SessionRecord &record : records)
            keptOut->putBack(record);
        instead->apply(records);
        ShownAccounts(connection, accounts, accountIds).apply(records);
        return records;
    });
}

QFuture<Result<std::optional<qint64>>> Ledger::positionOf(SessionFilter filter, SessionOrder order, qint64 key)
{
    const bool mayTakeLong = maySearchLong(filter, order);
    return m_store->readOrAsk<std::optional<qint64>>(
        mayTakeLong, [filter = std::move(filter), order, key, accounts = connected(), keptOut = m_keptOut,
                      instead = m_instead](const Connection &connection) mutable {
            filter.text = keptOut->idFor(filter.text);
            return sessionPosition(connection, filter, ShownAccounts(connection, accounts, filter.accountIds), *instead,
                                   order, key);
        });
}

QFuture<Result<SessionCounts>> Ledger::counts(SessionFilter filter)
{
    return m_store->ask<SessionCounts>([filter = std::move(filter), accounts = connected(), keptOut = m_keptOut,
                                        instead = m_instead](const Connection &connection) mutable {
        filter.text = keptOut->idFor(filter.text);
        return sessionCounts(connection, filter, ShownAccounts(connection, accounts, filter.accountIds), *instead);
    });
}

void Ledger::showInstead(const QString &intentId, std::optional<SessionRecord> row, const QString &accountId)
{
    RowsInstead instead = *m_instead;
    instead.show(intentId, std::move(row));
    m_instead = std::make_shared<const RowsInstead>(std::move(instead));
    emit sessionsChanged(connected().withShown({accountId}));
}

void Ledger::showAsStored(const QString &intentId, const QString &accountId)
{
    RowsInstead instead = *m_instead;
    instead.forget(intentId);
    m_instead = std::make_shared<const RowsInstead>(std::move(instead));
    emit sessionsChanged(connected().withShown({accountId}));
}

} // namespace tilldeck::ledger
