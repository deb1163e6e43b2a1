// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/shown_accounts.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

/// Returns the accounts that @p table has rows of. Steps from one to the next in an index, however many rows there are.
QStringList accountsIn(const Connection &connection, const QString &table)
{
    QSqlQuery query = connection.exec(
        u"WITH RECURSIVE known (id) AS (SELECT min(account_id) FROM %1 UNION ALL SELECT (SELECT min(account_id) FROM "
        "%1 WHERE account_id > known.id) FROM known WHERE known.id IS NOT NULL) SELECT id FROM known WHERE id IS NOT "
        "NULL"_s.arg(table));
    QStringList ids;
    while (connection.next(query))
        ids << query.value(0).toString();
    return ids;
}

QString marks(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

void append(QVariantList &values, const QStringList &ids)
{
    for (const QString &id : ids)
        values << id;
}

} // namespace

QString ConnectedAccounts::shownUnder(const QString &own, const QStringList &asked) const
{
    if (asked.contains(own))
        return own;
    for (const QString &id : asked) {
        if (ids.contains(id) && !others.value(id).contains(own))
            return id;
    }
    return {};
}

QStringList ConnectedAccounts::withShown(const QStringList &changed) const
{
    QStringList all = changed;
    for (const QString &id : changed) {
        for (const QString &connected : ids) {
            if (!ids.contains(id) && !all.contains(connected) && !shownUnder(id, {connected}).isEmpty())
                all << connected;
        }
    }
    return all;
}

ShownAccounts::ShownAccounts(const Connection &connection, const ConnectedAccounts &connected, QStringList asked)
    : m_asked(std::move(asked))
    , m_connected(connected.ids)
{
    if (connected.ids.isEmpty() || m_asked.isEmpty())
        return;
    for (const QString &table : {u"session"_s, u"payment"_s, u"draft"_s}) {
        for (const QString &id : accountsIn(connection, table)) {
            if (connected.ids.contains(id) || m_asked.contains(id) || m_lost.contains(id))
                continue;
            const QString shown = connected.shownUnder(id, m_asked);
            if (shown.isEmpty())
                continue;
            m_lost << id;
            m_shownUnder.insert(id, shown);
        }
    }
}

Where ShownAccounts::rowsOf(Table table) const
{
    Where where = accountTerm(ids());
    if (m_lost.isEmpty())
        return where;
    const bool isSession = table == Table::Session;
    where.terms << u"NOT (account_id IN (%1) AND EXISTS (SELECT 1 FROM %2 AS same WHERE same.%3 = %2.%3 AND "
                   "(same.account_id IN (%4) OR (same.account_id IN (%1) AND same.key > %2.key))))"_s.arg(
                       marks(m_lost.size()), isSession ? u"session"_s : u"payment"_s,
                       isSession ? u"session_id"_s : u"transaction_id"_s, marks(m_connected.size()));
    append(where.values, m_lost);
    append(where.values, m_connected);
    append(where.values, m_lost);
    return where;
}

} // namespace tilldeck::ledger
