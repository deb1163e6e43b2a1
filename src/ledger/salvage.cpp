// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/salvage.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Result;

namespace {

struct StoredRow
{
    qint64 number = 0; ///< The rowid.
    QVariantList values;
};

std::vector<StoredRow> rowsOf(const Connection &connection, const QString &statement, const QVariantList &values,
                              qsizetype count)
{
    QSqlQuery query = connection.exec(statement, values);
    std::vector<StoredRow> rows;
    while (connection.next(query)) {
        StoredRow row;
        row.number = query.value(0).toLongLong();
        row.values.reserve(count);
        for (int column = 1; column <= count; ++column)
            row.values << query.value(column);
        rows.push_back(std::move(row));
    }
    return rows;
}

QStringList columnsOf(const Connection &connection, const QString &table)
{
    QSqlQuery query = connection.exec(u"SELECT name FROM pragma_table_info(?)"_s, {table});
    QStringList names;
    while (connection.next(query))
        names << query.value(0).toString();
    return names;
}

// Primary result codes: https://www.sqlite.org/rescode.html
enum SalvageCode { NoMemory = 7, IsBusy = 5, IsLocked = 6, DiskFull = 13, TooBig = 18, Constraint = 19, Mismatch = 20 };

/// Returns whether a row could not be written because of what it holds, and not because of the disk.
bool isOwnDefect(int code)
{
    return code == TooBig || code == Constraint || code == Mismatch;
}

/// Returns whether a part of a file could not be read for another reason than damage.
bool isPassing(int code)
{
    return code == NoMemory || code == IsBusy || code == IsLocked || code == DiskFull;
}

/// Reads a table of a damaged file from its first row on, and where that ends, from its last row back to there.
class TableReader
{
public:
    TableReader(Database &from, QString table, const QStringList &columns)
        : m_from(from)
        , m_table(std::move(table))
        , m_columns(columns.join(u", "_s))
        , m_count(columns.size())
    {
    }

    /// Returns the next rows; none at the end. Error: Storage for what is no damage.
    Result<std::vector<StoredRow>> next()
    {
        constexpr int manyRows = 500;
        while (m_limit > 0) {
            auto readRows = read();
            if (!readRows)
                return std::unexpected(readRows.error());
            auto &rows = *readRows;
            if (rows && !rows->empty()) {
                m_last = rows->back().number;
                if (!m_backwards)
                    m_reached = m_last;
                return std::move(*rows);
            }
            const bool isEnd = rows && m_isWhole; // of the table, with nothing skipped
            if (!rows && m_limit > 1)
                m_limit = 1; // the rows before the damage, one by one
            else if (isEnd || m_backwards)
                m_limit = 0;
            else {
                m_backwards = true;
                m_last.reset();
                m_limit = manyRows;
            }
            m_isWhole = m_isWhole && rows.has_value();
        }
        return std::vector<StoredRow>();
    }

    bool isWhole() const { return m_isWhole; }

private:
    /// Returns the rows after those that were read; nothing where damage keeps them back.
    Result<std::optional<std::vector<StoredRow>>> read()
    {
        QString condition = u"1"_s;
        QVariantList values;
        if (m_last) {
            condition = m_backwards ? u"rowid < ?"_s : u"rowid > ?"_s;
            values << *m_last;
        }
        if (m_backwards && m_reached) {
            condition += u" AND rowid > ?"_s;
            values << *m_reached;
        }
        const QString statement =
            u"SELECT rowid, %1 FROM %2 WHERE %3 ORDER BY rowid%4 LIMIT %5"_s.arg(m_columns, m_table, condition)
                .arg(m_backwards ? u" DESC"_s : QString())
                .arg(m_limit);
        using Rows = std::optional<std::vector<StoredRow>>;
        return m_from
            .read<Rows>([statement, values, count = m_count](const Connection &connection) -> Rows {
                try {
                    return rowsOf(connection, statement, values, count);
                } catch (const SqlFailure &failure) {
                    if (isPassing(failure.code))
                        throw;
                    return std::nullopt;
                }
            })
            .result();
    }

    Database &m_from;
    QString m_table;
    QString m_columns;
    qsizetype m_count;
    int m_limit = 500;
    bool m_backwards = false;
    bool m_isWhole = true;
    std::optional<qint64> m_last;    ///< The row that was read last.
    std::optional<qint64> m_reached; ///< How far reading forwards came.
};

/// Returns whether @p from has the table; also where it is too damaged to say.
Result<bool> mayHave(Database &from, const QString &table)
{
    return from
        .read<bool>([table](const Connection &connection) {
            try {
                QSqlQuery query =
                    connection.exec(u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"_s, {table});
                return connection.next(query);
            } catch (const SqlFailure &failure) {
                if (isPassing(failure.code))
                    throw;
                return true;
            }
        })
        .result();
}

/// Returns the columns that @p table has in the new file and @p source in the other one; none where @p from is too
/// damaged to say.
Result<QStringList> commonColumns(Database &from, Database &to, const QString &table, const QString &source)
{
    const auto columns = [](Database &database, const QString &table) {
        return database
            .read<QStringList>([table](const Connection &connection) {
                try {
                    return columnsOf(connection, table);
                } catch (const SqlFailure &failure) {
                    if (isPassing(failure.code))
                        throw;
                    return QStringList();
                }
            })
            .result();
    };
    const auto wanted = columns(to, table);
    auto common = columns(from, source);
    if (!wanted || !common)
        return wanted ? common : wanted;
    common->removeIf([&wanted](const QString &name) { return !wanted->contains(name); });
    return common;
}

/// Returns whether a row may have the @p number. One that is far above those of any program is damage, and would leave
/// none for the next row.
bool isNumberPlausible(qint64 number)
{
    constexpr qint64 highest = 1'000'000'000'000;
    return number > 0 && number < highest;
}

/// Returns whether the row is in the new file.
bool insertOne(const Connection &connection, const QString &statement, QVariantList values)
{
    try {
        if (connection.exec(statement, values).numRowsAffected() > 0)
            return true;
        // An empty blob is read as NULL, which a column may not take.
        for (QVariant &value : values) {
            if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
                value = QByteArray("");
        }
        return connection.exec(statement, values).numRowsAffected() > 0;
    } catch (const SqlFailure &failure) {
        if (!isOwnDefect(failure.code))
            throw;
        return false;
    }
}

/// Returns how many rows could not be inserted, because what was read of them is no row of the new file.
Result<int> insertAll(Database &to, const QString &statement, std::vector<StoredRow> rows)
{
    return to
        .write<int>(
            [statement, rows = std::move(rows)](const Connection &connection) {
                int skipped = 0;
                for (const StoredRow &row : rows) {
                    if (!isNumberPlausible(row.number) || !insertOne(connection, statement, row.values))
                        ++skipped;
                }
                return skipped;
            },
            [](int) {})
        .result();
}

/// Makes the new file give no number of a row again, also not that of a row that could not be read.
Result<void> keepNumbers(Database &from, Database &to, const QString &table)
{
    const auto last = from.read<qint64>([table](const Connection &connection) {
                              try {
                                  QSqlQuery query =
                                      connection.exec(u"SELECT seq FROM sqlite_sequence WHERE name = ?"_s, {table});
                                  return connection.next(query) ? query.value(0).toLongLong() : 0;
                              } catch (const SqlFailure &failure) {
                                  if (isPassing(failure.code))
                                      throw;
                                  return 0LL;
                              }
                          })
                          .result();
    if (!last)
        return std::unexpected(last.error());
    if (!isNumberPlausible(*last))
        return {};
    return to
        .write<void>(
            [table, last = *last](const Connection &connection) {
                connection.exec(u"UPDATE sqlite_sequence SET seq = ? WHERE name = ? AND seq < ?"_s,
                                {last, table, last});
                connection.exec(u"INSERT INTO sqlite_sequence (name, seq) SELECT ?, ? WHERE NOT EXISTS "
                                "(SELECT 1 FROM sqlite_sequence WHERE name = ?)"_s,
                                {table, last, table});
            },
            [] {})
        .result();
}

Result<void> runAll(Database &database, const QStringList &statements)
{
    return database
        .write<void>(
            [statements](const Connection &connection) {
                for (const QString &statement : statements)
                    connection.exec(statement);
            },
            [] {})
        .result();
}

/// Copies the rows of the table @p source into @p table.
Result<Salvage> takeRowsOver(Database &from, Database &to, const QString &table, const QString &source,
                             const QStringList &columns)
{
    Salvage salvage;
    // Rows of a table that was a part of another one have its numbers.
    const bool isOfOther = table != source;
    const QStringList filled = isOfOther ? QStringList(u"rowid"_s) + columns : columns;
    const QString marks = QStringList(filled.size(), u"?"_s).join(u", "_s);
    const QString insert = u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table, filled.join(u", "_s), marks);
    TableReader reader(from, source, columns);
    for (auto rows = reader.next(); !rows || !rows->empty(); rows = reader.next()) {
        if (!rows)
            return std::unexpected(rows.error());
        if (isOfOther)
            std::ranges::for_each(*rows, [](StoredRow &row) { row.values.prepend(row.number); });
        salvage.rows += static_cast<int>(rows->size());
        const auto skipped = insertAll(to, insert, std::move(*rows));
        if (!skipped)
            return std::unexpected(skipped.error());
        salvage.rows -= *skipped;
        salvage.complete = salvage.complete && *skipped == 0;
    }
    salvage.complete = salvage.complete && reader.isWhole();
    return salvage;
}

} // namespace

Result<Salvage> takeOver(Database &from, Database &to, const QStringList &tables,
                         const std::vector<DetailTable> &details, const QStringList &afterwards)
{
    Salvage salvage;
    for (const QString &table : tables) {
        const auto columns = commonColumns(from, to, table, table);
        if (!columns)
            return std::unexpected(columns.error());
        if (columns->isEmpty()) {
            salvage.complete = false;
            continue;
        }
        const auto taken = takeRowsOver(from, to, table, table, *columns);
        if (!taken)
            return taken;
        salvage.rows += taken->rows;
        salvage.complete = salvage.complete && taken->complete;
        if (const auto kept = keepNumbers(from, to, table); !kept)
            return std::unexpected(kept.error());
    }
    for (const DetailTable &table : details) {
        auto source = table.name;
        auto columns = commonColumns(from, to, table.name, source);
        if (columns && columns->isEmpty()) {
            source = table.of;
            columns = commonColumns(from, to, table.name, source);
        }
        if (!columns)
            return std::unexpected(columns.error());
        if (columns->isEmpty()) {
            salvage.complete = false;
            continue;
        }
        const auto taken = takeRowsOver(from, to, table.name, source, *columns);
        if (!taken)
            return taken;
        salvage.complete = salvage.complete && taken->complete;
    }
    const auto done = runAll(to, afterwards);
    if (!done)
        return std::unexpected(done.error());
    return salvage;
}

Result<Salvage> takeOverLate(Database &from, Database &to, const QString &table, const QStringList &schema)
{
    const auto there = mayHave(from, table);
    if (!there)
        return std::unexpected(there.error());
    if (!*there)
        return Salvage();
    const auto made = runAll(to, schema);
    if (!made)
        return std::unexpected(made.error());
    return takeOver(from, to, {table});
}

} // namespace tilldeck::ledger
