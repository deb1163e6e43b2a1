// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"

#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <map>

namespace tilldeck::ledger {

/// Holds what follows WHERE: terms that all hold, with a mark for each of `values`.
struct Where
{
    QStringList terms;
    QVariantList values;

    void add(const Where &other)
    {
        terms += other.terms;
        values += other.values;
    }
    void add(const QString &term, const QVariant &value)
    {
        terms << term;
        values << value;
    }
    /// Adds the terms for what both lists are filtered by: the time, the amount and the tier.
    template <class Filter> void addCommon(const Filter &filter, const QString &tierColumn)
    {
        addRange(filter.createdSince, filter.createdBefore);
        addAmounts(filter.currency, filter.amountFrom, filter.amountTo);
        if (filter.tier)
            add(tierColumn + QLatin1StringView(" = ?"), *filter.tier);
    }
    void addRange(const QDateTime &since, const QDateTime &before);
    void addAmounts(const QString &currency, std::optional<qint64> from, std::optional<qint64> to);
    /// Adds the term for rows that come after the last row of the page before.
    void after(const PageKey &key);
    QString condition() const;
    /// Returns the order, newest first, and a limit of one row more than @p limit to see whether there are more.
    QString newestFirst(int limit) const;
    QString inOrder(const QString &order, const RowRange &range) const;
};

/// Returns the statement that adds a row with the key @p key and these columns, or changes the one that is there:
/// triggers are told, which they would not be of a row that is replaced.
QString insertOrChange(const QString &table, const QString &key, const QStringList &columns);

/// Returns the order of a list by the values of @p columns, which are ordered one after the other, then newest first.
/// Rows without a value come last.
QString orderedBy(const QStringList &columns, bool ascending);

/// Counts the rows of @p table.
qint64 countIn(const Connection &connection, const QString &table, const Where &where);

/// Reads what stands in a list at the positions of @p range. @p rowsWhere reads the rows of a condition, and @p count
/// says how many rows there are.
template <class Row, class Read, class Count>
RowWindow<Row> windowOf(const Connection &connection, const Where &where, const QString &order, const RowRange &range,
                        Read rowsWhere, Count count)
{
    const Snapshot snapshot(connection);
    return {.rows = rowsWhere(connection, where.inOrder(order, range), where.values),
            .first = range.first,
            .total = count()};
}

/// Reads the rows of @p keys, in their order, as far as they are there. @p rowsWhere reads the rows of a condition.
template <class Row, class Read>
std::vector<Row> byKey(const Connection &connection, const std::vector<qint64> &keys, Read rowsWhere)
{
    QStringList numbers;
    for (const qint64 key : keys)
        numbers << QString::number(key);
    std::vector<Row> rows = rowsWhere(connection, QLatin1StringView("key IN (%1)").arg(numbers.join(u',')), {});
    std::map<qint64, size_t> places;
    for (size_t place = 0; place < keys.size(); ++place)
        places.emplace(keys[place], place);
    std::ranges::sort(rows, {}, [&places](const Row &row) { return places[row.key]; });
    return rows;
}

/// Returns where the row @p key stands in that list.
std::optional<qint64> positionIn(const Connection &connection, const QString &table, const Where &where,
                                 const QString &order, qint64 key);

/// Returns the term for rows of these accounts; no row fits for an empty list.
Where accountTerm(const QStringList &accountIds);

/// Returns the same term for few rows of them: those are found by an index that begins with the account.
Where accountIndexTerm(const QStringList &accountIds);

template <class Row> RecordPage<Row> pageOf(std::vector<Row> rows, int limit)
{
    RecordPage<Row> page;
    page.rows = std::move(rows);
    page.more = page.rows.size() > static_cast<size_t>(limit);
    if (page.more)
        page.rows.erase(page.rows.begin() + limit, page.rows.end());
    return page;
}

} // namespace tilldeck::ledger
