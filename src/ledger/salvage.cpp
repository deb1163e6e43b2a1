// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/salvage.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Result;

namespace {

struct StoredRow
{
    qint64 number = 0; ///< The rowid.
    QVariantList values;
};

QStringList columnsOf(const Connection &connection, const QString &table)
{
    QSqlQuery query = connection.exec(u"SELECT name FROM pragma_table_info(?)"_s, {table});
    QStringList names;
    while (connection.next(query))
        names << query.value(0).toString();
    return names;
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

    /// Returns the next rows; none at the end.
    std::vector<StoredRow> next()
    {
        constexpr int manyRows = 500;
        while (m_limit > 0) {
            auto rows = read();
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
        return {};
    }

    bool isWhole() const { return m_isWhole; }

private:
    Result<std::vector<StoredRow>> read()
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
        return m_from
            .read<std::vector<StoredRow>>([statement, values, count = m_count](const Connection &connection) {
                QSqlQuery query = connection.exec(statement, values);
                std::vector<StoredRow> rows;
                while (connection.next(query)) {
                    StoredRow row;
                    row.number = query.value(0).toLongLong();
                    for (int column = 1; column <= count; ++column)
                        row.values << query.value(column);
                    rows.push_back(std::move(row));
                }
                return rows;
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

QStringList commonColumns(Database &from, Database &to, const QString &table)
{
    const auto columns = [&table](Database &database) {
        return database
            .read<QStringList>([table](const Connection &connection) { return columnsOf(connection, table); })
            .result()
            .value_or(QStringList());
    };
    const QStringList wanted = columns(to);
    QStringList common = columns(from);
    common.removeIf([&wanted](const QString &name) { return !wanted.contains(name); });
    return common;
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
    } catch (const SqlFailure &) {
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
                    if (!insertOne(connection, statement, row.values))
                        ++skipped;
                }
                return skipped;
            },
            [](int) {})
        .result();
}

} // namespace

QString moveAside(const QString &path)
{
    const QFileInfo info(path);
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString kept;
    for (int number = 1; kept.isEmpty() || QFile::exists(kept); ++number)
        kept = u"%1/%2-damaged-%3-%4.sqlite"_s.arg(info.path(), info.completeBaseName(), stamp).arg(number);
    if (!QFile::rename(path, kept))
        return {};
    for (const QString &part : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::rename(path + part, kept + part);
    return kept;
}

Result<Salvage> takeOver(const QString &from, Database &to, const QStringList &tables)
{
    Salvage salvage(from);
    Database source;
    if (!source.open({from, Database::Access::ReadOnly, {}, {}, {}})) {
        salvage.complete = false;
        return salvage;
    }
    for (const QString &table : tables) {
        const QStringList columns = commonColumns(source, to, table);
        if (columns.isEmpty()) {
            salvage.complete = false;
            continue;
        }
        const QString marks = QStringList(columns.size(), u"?"_s).join(u", "_s);
        const QString insert = u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u", "_s), marks);
        TableReader reader(source, table, columns);
        for (auto rows = reader.next(); !rows.empty(); rows = reader.next()) {
            salvage.rows += static_cast<int>(rows.size());
            const auto skipped = insertAll(to, insert, std::move(rows));
            if (!skipped)
                return std::unexpected(skipped.error());
            salvage.rows -= *skipped;
            salvage.complete = salvage.complete && *skipped == 0;
        }
        salvage.complete = salvage.complete && reader.isWhole();
    }
    return salvage;
}

} // namespace tilldeck::ledger
