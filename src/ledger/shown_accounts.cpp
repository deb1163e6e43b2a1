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

QStringList accountsWithRows(const Connection &connection)
{
    QStringList ids;
    for (const QString &table : {u"session"_s, u"payment"_s, u"draft"_s})
        ids << accountsIn(connection, table);
    ids.removeDuplicates();
    return ids;
}

QString ConnectedAccounts::shownUnder(const QString &own, const QStringList &asked) const
{
    return asked.contains(own) || told.contains(own) ? mayBeUnder(own, asked) : QString();
}

QString ConnectedAccounts::mayBeUnder(const QString &own, const QStringList &asked) const
{
    if (asked.contains(own))
        return own;
    const bool isConnected = ids.contains(own);
    for (const QString &id : asked) {
        const bool mayBe = isConnected ? same.value(id).contains(own) : !others.value(id).contains(own);
        if (ids.contains(id) && mayBe)
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
    for (qsizetype at = 1; at < m_asked.size(); ++at) {
        const QStringList same = connected.same.value(m_asked.at(at));
        for (qsizetype first = 0; first < at; ++first) {
            if (same.contains(m_asked.at(first)))
                m_twins.emplace_back(m_asked.at(at), m_asked.at(first));
        }
    }
    for (const QString &id : accountsWithRows(connection)) {
        const QString shown = connected.shownUnder(id, m_asked);
        if (connected.ids.contains(id) || shown.isEmpty() || shown == id)
            continue;
        m_lost << id;
        if (connected.same.value(shown).contains(id))
            m_same << id;
        m_shownUnder.insert(id, shown);
    }
}

void ShownAccounts::leaveTwinsOut(Where &where, Table table) const
{
    for (const auto &[twin, first] : m_twins) {
        if (table == Table::Payment) {
            // Accounts are one by a key as well, which the merchant may have been wrong about.
            where.terms << u"NOT (account_id = ? AND EXISTS (SELECT 1 FROM payment AS same WHERE same.account_id = ? "
                           "AND same.transaction_id = payment.transaction_id AND same.amount = payment.amount AND "
                           "same.currency = payment.currency AND same.created_at = payment.created_at))"_s;
            where.values << twin << first;
            continue;
        }
        // So an ID alone makes two sessions one only where nothing tells them apart. The amount of one session may have
        // been read at two times, so it tells them apart only while nobody knows when both were created.
        const QString sameRow =
            u"NOT (account_id = ? AND EXISTS (SELECT 1 FROM session AS same WHERE same.account_id = ? "
            "AND same.session_id = session.session_id "
            "AND coalesce(same.currency = session.currency, 1) "
            "AND coalesce(same.reported_created_at = session.reported_created_at, same.amount = session.amount, 1) "
            "AND %1))"_s;
        where.terms << sameRow.arg(u"(session.intent_id IS NULL OR same.intent_id IS NOT NULL)"_s)
                    << sameRow.arg(u"session.intent_id IS NULL AND same.intent_id IS NOT NULL"_s);
        where.values << twin << first << first << twin;
    }
}

Where ShownAccounts::rowsOf(Table table) const
{
    Where where = accountTerm(ids());
    leaveTwinsOut(where, table);
    if (m_lost.isEmpty())
        return where;
    const bool isSession = table == Table::Session;
    const QString name = isSession ? u"session"_s : u"payment"_s;
    // Another shop may count its payments from 1, too.
    const QString isEqual = isSession ? u"same.reported_created_at = session.reported_created_at AND same.amount IS "
                                        "session.amount AND same.currency IS session.currency"_s
                                      : u"same.created_at = payment.created_at AND same.created_at > 0 AND same.amount "
                                        "= payment.amount AND same.currency = payment.currency"_s;
    where.terms << u"NOT (account_id IN (%1) AND EXISTS (SELECT 1 FROM %2 AS same WHERE same.%3 = %2.%3 AND "
                   "(same.account_id IN (%4) OR (same.account_id IN (%1) AND same.key > %2.key)) AND "
                   "(%2.account_id IN (%5) OR (%6))))"_s.arg(marks(m_lost.size()), name,
                                                             isSession ? u"session_id"_s : u"transaction_id"_s,
                                                             marks(m_connected.size()), marks(m_same.size()), isEqual);
    append(where.values, m_lost);
    append(where.values, m_connected);
    append(where.values, m_lost);
    append(where.values, m_same);
    return where;
}

} // namespace tilldeck::ledger
