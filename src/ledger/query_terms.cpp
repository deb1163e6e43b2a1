// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/query_terms.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

void Where::addRange(const QDateTime &since, const QDateTime &before)
{
    if (since.isValid())
        add(u"created_at >= ?"_s, since.toMSecsSinceEpoch());
    if (before.isValid())
        add(u"created_at < ?"_s, before.toMSecsSinceEpoch());
}

void Where::addAmounts(const QString &currency, std::optional<qint64> from, std::optional<qint64> to)
{
    if (currency.isEmpty())
        return;
    add(u"currency = ?"_s, currency.toUpper());
    if (from)
        add(u"amount >= ?"_s, *from);
    if (to)
        add(u"amount <= ?"_s, *to);
}

void Where::after(const PageKey &key)
{
    if (!key.createdAt.isValid())
        return;
    terms << u"(created_at, key) < (?, ?)"_s;
    values << key.createdAt.toMSecsSinceEpoch() << key.key;
}

QString Where::condition() const
{
    return terms.join(u" AND "_s);
}

QString Where::newestFirst(int limit) const
{
    return u"%1 ORDER BY created_at DESC, key DESC LIMIT %2"_s.arg(condition()).arg(limit + 1);
}

QString Where::inOrder(const QString &order, const RowRange &range) const
{
    return u"%1 ORDER BY %2 LIMIT %3 OFFSET %4"_s.arg(condition(), order).arg(range.limit).arg(range.first);
}

qint64 countIn(const Connection &connection, const QString &table, const Where &where)
{
    QSqlQuery query =
        connection.exec(u"SELECT count(*) FROM %1 WHERE %2"_s.arg(table, where.condition()), where.values);
    connection.next(query);
    return query.value(0).toLongLong();
}

QString insertOrChange(const QString &table, const QString &key, const QStringList &columns)
{
    QStringList changes;
    for (const QString &column : columns)
        changes << u"%1 = excluded.%1"_s.arg(column);
    return u"INSERT INTO %1 (%2, %3) VALUES (%4) ON CONFLICT (%2) DO UPDATE SET %5"_s.arg(
        table, key, columns.join(u", "_s), QStringList(columns.size() + 1, u"?"_s).join(u", "_s),
        changes.join(u", "_s));
}

QString orderedBy(const QStringList &columns, bool ascending)
{
    const QString direction = ascending ? u"ASC"_s : u"DESC"_s;
    QStringList terms;
    for (const QString &column : columns)
        terms << u"%1 %2 NULLS LAST"_s.arg(column, direction);
    return (terms << u"created_at DESC"_s << u"key DESC"_s).join(u", "_s);
}

std::optional<qint64> positionIn(const Connection &connection, const QString &table, const Where &where,
                                 const QString &order, qint64 key)
{
    QSqlQuery query = connection.exec(
        u"SELECT position FROM (SELECT key, row_number() OVER (ORDER BY %1) - 1 AS position FROM %2 WHERE %3) "
        "WHERE key = ?"_s.arg(order, table, where.condition()),
        where.values + QVariantList{key});
    if (!connection.next(query))
        return {};
    return query.value(0).toLongLong();
}

Where accountIndexTerm(const QStringList &accountIds)
{
    Where where;
    where.terms << u"account_id IN (%1)"_s.arg(QStringList(accountIds.size(), u"?"_s).join(u", "_s));
    for (const QString &id : accountIds)
        where.values << id;
    return where;
}

Where accountTerm(const QStringList &accountIds)
{
    Where where;
    for (const QString &id : accountIds)
        where.values << id;
    if (accountIds.size() == 1)
        where.terms << u"account_id = ?"_s;
    else if (accountIds.isEmpty())
        where.terms << u"0"_s;
    else
        // The plus keeps SQLite on the index that is already in the order of the page, instead of sorting every row.
        where.terms << u"+account_id IN (%1)"_s.arg(QStringList(accountIds.size(), u"?"_s).join(u", "_s));
    return where;
}

} // namespace tilldeck::ledger
