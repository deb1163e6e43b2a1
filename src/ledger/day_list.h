// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/database.h"
#include "ledger/page.h"
#include "ledger/query_terms.h"

#include <map>
#include <memory>

namespace tilldeck::ledger {

/// Is a list, by time, of rows that some accounts have and that count as some words. How many of them were made on each
/// day is kept with the rows, so that a position is found without a look at the rows before it.
class DayList
{
public:
    /// Says where rows are looked for.
    struct Source
    {
        QString table; ///< Its counts stand in "…_count".
        QString word;  ///< The column of what a row counts as.
        QStringList accounts;
    };
    /// How many pairs of account and word a list may have: SQLite puts at most 500 parts together.
    static constexpr qsizetype mostParts = 300;

    explicit DayList(Source source);

    /// Takes rows that count as one of @p words; without this call, those of every word.
    void take(QStringList words);
    /// Takes further rows, for which the condition @p term holds and that are none of the words; they are few.
    void takeApart(const QString &term) { m_apart << term; }
    /// Leaves out rows of the words.
    void leaveOut(QStringList keys) { m_leftOut = std::move(keys); }
    /// Takes only rows that were made from @p since on and before @p before. Invalid: any.
    void between(const QDateTime &since, const QDateTime &before = {});

    bool isPossible() const { return !m_source.accounts.isEmpty() && parts().size() <= mostParts; }
    /// Returns how many rows there are. This and the next ones run on a database's thread and may throw SqlFailure.
    qint64 count(const Connection &connection) const;
    /// Returns how many rows count as each word, of a list of every word.
    std::map<QString, qint64> countsOfWords(const Connection &connection) const;
    /// Reads what stands in it at the positions of @p range, and how many rows there are. @p rowsWhere reads the rows
    /// of a condition.
    template <class Row, class Read>
    RowWindow<Row> window(const Connection &connection, const RowRange &range, bool ascending, Read rowsWhere) const
    {
        const Snapshot snapshot(connection);
        RowWindow<Row> window{.rows = {}, .first = range.first, .total = 0};
        const Where where = rowsAt(connection, range, ascending, window.total);
        window.rows = rowsWhere(connection, where.condition(), where.values);
        return window;
    }
    /// Returns the condition and the order of the rows after @p key, newest first.
    Where rowsAfter(const PageKey &key, int limit) const;
    std::optional<qint64> positionOf(const Connection &connection, qint64 key, bool ascending) const;

private:
    using Days = std::map<qint64, qint64>; ///< How many rows each day has.

    std::vector<Where> wordParts(const QString &others) const;
    std::vector<Where> apartParts() const;
    std::vector<Where> parts() const;
    Where rowsAt(const Connection &connection, const RowRange &range, bool ascending, qint64 &total) const;
    Where ordered(const QString &term, bool ascending, qint64 limit, qint64 offset) const;
    void addRows(Days &days, const Connection &connection, const std::vector<Where> &parts, const QString &term,
                 qint64 sign = 1) const;
    void addKept(Days &days, const Connection &connection) const;
    void addEnds(Days &days, const Connection &connection) const;
    std::shared_ptr<const Days> days(const Connection &connection) const;
    QString period() const;

    Source m_source;
    std::optional<QStringList> m_words;
    QStringList m_apart;
    QStringList m_leftOut;
    std::optional<qint64> m_since;
    std::optional<qint64> m_before;
};

} // namespace tilldeck::ledger
