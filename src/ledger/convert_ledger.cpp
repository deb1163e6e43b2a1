// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/convert_ledger.h"

#include "ledger/beside_file.h"
#include "ledger/database.h"
#include "ledger/log.h"
#include "ledger/private_file.h"
#include "ledger/schema.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

// While ledger-converting.sqlite is filled, its table "converting" says which state of the old file it is filled from.

/// Says how the rows of one table are copied.
struct CopiedTable
{
    QString name;
    QString rowNumber;      ///< The column that orders the rows.
    QStringList statements; ///< Each copies the rows above one number and up to another one.
    QStringList made;       ///< Statements that make it.
};

qint64 numberIn(const Connection &connection, const QString &statement, const QVariantList &values = {})
{
    QSqlQuery query = connection.exec(statement, values);
    return connection.next(query) ? query.value(0).toLongLong() : 0;
}

QStringList textsIn(const Connection &connection, const QString &statement, const QVariantList &values = {})
{
    QSqlQuery query = connection.exec(statement, values);
    QStringList texts;
    while (connection.next(query))
        texts << query.value(0).toString();
    return texts;
}

CopiedTable dividedCopy(const DividedTable &table)
{
    const auto copy = [&table](const QString &name, const QString &key, const QString &columns) {
        return u"INSERT INTO main.%1 (%2, %3) SELECT key, %3 FROM old.%4 WHERE key > ? AND key <= ? ORDER BY key"_s.arg(
            name, key, columns, table.name);
    };
    return {table.name,
            u"key"_s,
            {copy(table.name, u"key"_s, table.columns),
             copy(table.name + u"_detail"_s, table.name + u"_key"_s, table.detailColumns)},
            {table.created, table.detailCreated}};
}

CopiedTable plainCopy(const Connection &connection, const QString &table)
{
    const QStringList columns = textsIn(connection, u"SELECT name FROM pragma_table_info(?, 'old')"_s, {table});
    // Without such a column SQLite numbers the rows by itself.
    const QStringList keys =
        textsIn(connection, u"SELECT name FROM pragma_table_info(?, 'old') WHERE pk = 1 AND upper(type) = 'INTEGER'"_s,
                {table});
    const QString names = (keys.isEmpty() ? QStringList(u"rowid"_s) + columns : columns).join(u", "_s);
    return {table,
            u"rowid"_s,
            {u"INSERT INTO main.%1 (%2) SELECT %2 FROM old.%1 WHERE rowid > ? AND rowid <= ? ORDER BY rowid"_s.arg(
                table, names)},
            textsIn(connection, u"SELECT sql FROM old.sqlite_master WHERE type = 'table' AND name = ?"_s, {table})};
}

bool isDivided(const QString &table)
{
    const std::vector<DividedTable> tables = dividedTables();
    return std::ranges::find(tables, table, &DividedTable::name) != tables.end();
}

std::vector<CopiedTable> copiedTables(const Connection &connection)
{
    std::vector<CopiedTable> tables;
    for (const DividedTable &table : dividedTables())
        tables.push_back(dividedCopy(table));
    // A new file holds nothing that was taken out of the old one.
    for (const QString &name : textsIn(connection, u"SELECT name FROM old.sqlite_master WHERE type = 'table' AND name "
                                                   "NOT LIKE 'sqlite_%' AND name <> 'rewrite_due' ORDER BY name"_s)) {
        if (!isDivided(name))
            tables.push_back(plainCopy(connection, name));
    }
    return tables;
}

/// Fills the file beside the old one.
class Filling
{
public:
    Filling(const LedgerConversion &conversion, const FileStamp &old)
        : m_conversion(conversion)
        , m_path(beside(conversion.path, u"converting"_s))
        , m_old(old)
    {
    }

    Result<void> fill()
    {
        auto isGoingOn = open();
        if (isGoingOn && !*isGoingOn) {
            m_new.reset();
            removeWithLogs(m_path);
            isGoingOn = open();
        }
        if (!isGoingOn)
            return std::unexpected(isGoingOn.error());
        if (m_isFilled)
            return {};
        const auto tables = m_new->read<std::vector<CopiedTable>>(copiedTables).result();
        if (!tables)
            return std::unexpected(tables.error());
        if (const auto counted = countRows(*tables); !counted)
            return counted;
        for (const CopiedTable &table : *tables) {
            if (const auto copied = copy(table); !copied)
                return copied;
        }
        return finish();
    }

private:
    /// Opens the file as far as it is filled, or a new one. Returns false for one that is filled from another state of
    /// the old file.
    Result<bool> open()
    {
        const QFileInfo file(m_path);
        if (makePrivateFile(file.path(), file.fileName()).isEmpty())
            return std::unexpected(notReplaced(m_path));
        m_new = std::make_unique<Database>();
        const auto opened = m_new->open({m_path,
                                         Database::Access::ReadWrite,
                                         {u"journal_mode=WAL"_s, u"synchronous=NORMAL"_s, u"cache_size=-131072"_s},
                                         {},
                                         m_conversion.damagedSentence});
        // What a computer that lost its power has left of it is no reason to leave the ledger as it is.
        if (!opened && !isAroundFile(opened.error(), m_path))
            return false;
        if (!opened)
            return std::unexpected(opened.error());
        m_isFilled = m_new->foundVersion() > undividedVersion;
        return m_new
            ->read<bool>([this](const Connection &connection) {
                connection.exec(u"ATTACH ? AS old"_s, {m_conversion.path});
                const QString stamp =
                    u"%1 %2 %3 %4"_s.arg(m_old.device).arg(m_old.number).arg(m_old.size).arg(m_old.changedAt);
                const bool isBegun =
                    numberIn(connection, u"SELECT count(*) FROM main.sqlite_master WHERE name = 'converting'"_s) > 0;
                if (isBegun)
                    return textsIn(connection, u"SELECT stamp FROM converting"_s) == QStringList(stamp);
                if (m_isFilled || numberIn(connection, u"SELECT count(*) FROM main.sqlite_master"_s) > 0)
                    return false;
                connection.exec(u"BEGIN IMMEDIATE"_s);
                for (const CopiedTable &table : copiedTables(connection)) {
                    for (const QString &statement : table.made)
                        connection.exec(statement);
                }
                connection.exec(u"CREATE TABLE converting (stamp TEXT NOT NULL)"_s);
                connection.exec(u"INSERT INTO converting VALUES (?)"_s, {stamp});
                connection.exec(u"COMMIT"_s);
                return true;
            })
            .result();
    }

    Result<void> countRows(const std::vector<CopiedTable> &tables)
    {
        return m_new
            ->read<void>([&](const Connection &connection) {
                for (const CopiedTable &table : tables)
                    m_total += numberIn(connection, u"SELECT max(rowid) FROM old."_s + table.name);
            })
            .result();
    }

    Result<void> copy(const CopiedTable &table)
    {
        const qint64 before = m_done;
        while (true) {
            const auto reached =
                m_new
                    ->write<std::optional<qint64>>(
                        [&](const Connection &connection) -> std::optional<qint64> {
                            const qint64 from =
                                numberIn(connection, u"SELECT coalesce(max(rowid), 0) FROM main."_s + table.name);
                            const qint64 to =
                                numberIn(connection,
                                         u"SELECT max(rowid) FROM (SELECT rowid FROM old.%1 WHERE rowid > ? ORDER "
                                         "BY rowid LIMIT %2)"_s.arg(table.name)
                                             .arg(m_conversion.rowsAtOnce),
                                         {from});
                            if (to <= from)
                                return {};
                            for (const QString &statement : table.statements)
                                connection.exec(statement, {from, to});
                            return to;
                        },
                        [](std::optional<qint64>) {})
                    .result();
            if (!reached)
                return std::unexpected(reached.error());
            if (!*reached)
                return {};
            m_done = before + **reached;
            if (m_conversion.progress)
                m_conversion.progress(m_done, m_total);
        }
    }

    Result<void> finish()
    {
        return m_new
            ->write<void>(
                [](const Connection &connection) {
                    for (const DividedTable &table : dividedTables()) {
                        for (const QString &statement : table.finished)
                            connection.exec(statement);
                    }
                    QSqlQuery indexes = connection.exec(
                        u"SELECT tbl_name, sql FROM old.sqlite_master WHERE type = 'index' AND sql IS NOT NULL"_s);
                    QStringList made;
                    while (connection.next(indexes)) {
                        if (!isDivided(indexes.value(0).toString()))
                            made << indexes.value(1).toString();
                    }
                    for (const QString &statement : made)
                        connection.exec(statement);
                    // No key is given again.
                    connection.exec(u"DELETE FROM main.sqlite_sequence"_s);
                    connection.exec(u"INSERT INTO main.sqlite_sequence SELECT name, seq FROM old.sqlite_sequence"_s);
                    // The steps after that follow when the file is opened.
                    connection.exec(u"PRAGMA main.user_version=%1"_s.arg(undividedVersion + 1));
                },
                [] {})
            .result();
    }

    const LedgerConversion &m_conversion;
    QString m_path;
    FileStamp m_old;
    std::unique_ptr<Database> m_new;
    bool m_isFilled = false;
    qint64 m_total = 0;
    qint64 m_done = 0;
};

/// Runs @p work on the file, which is closed again. Returns what it returned.
template <class T, class Work> Result<T> withFile(const Database::Setup &setup, Work work)
{
    Database database;
    if (const auto opened = database.open(setup); !opened)
        return std::unexpected(opened.error());
    return database.read<T>(std::move(work)).result();
}

int versionOf(const Connection &connection)
{
    return static_cast<int>(numberIn(connection, u"PRAGMA user_version"_s));
}

/// Brings what stands in the log into the file. Returns whether all of it does.
bool isWithoutLog(const Connection &connection)
{
    return numberIn(connection, u"PRAGMA wal_checkpoint(TRUNCATE)"_s) == 0;
}

/// Puts the filled file in the place of the old one.
Result<void> putConverted(const LedgerConversion &conversion)
{
    const QString path = beside(conversion.path, u"converting"_s);
    const auto isWhole =
        withFile<bool>({path, Database::Access::ReadWrite, {}, ledgerSchema(), conversion.damagedSentence},
                       [](const Connection &connection) {
                           connection.exec(u"DROP TABLE converting"_s);
                           return isWithoutLog(connection);
                       });
    if (!isWhole)
        return std::unexpected(isWhole.error());
    for (const QString &part : logParts())
        QFile::remove(path + part);
    if (!*isWhole || !syncFile(path) || !renameOver(path, conversion.path))
        return std::unexpected(notReplaced(conversion.path));
    // They are empty, and of the old file.
    for (const QString &part : logParts())
        QFile::remove(conversion.path + part);
    syncDirectory(QFileInfo(path).path());
    return {};
}

/// Returns whether the file is one that convertLargeLedger() converts.
bool isConverted(const LedgerConversion &conversion)
{
    const QString &path = conversion.path;
    if (QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size() < conversion.fewestBytes)
        return false;
    const auto version =
        withFile<int>({path, Database::Access::ReadOnly, {}, {}, conversion.damagedSentence}, versionOf);
    // What is wrong with a file is said by whoever opens it, and so is that it is of before ledgers had a journal that
    // belongs to them.
    constexpr int firstPairedVersion = 7;
    return version && *version >= firstPairedVersion && *version <= undividedVersion;
}

/// Removes what is filled from a ledger that is there no more: it may hold what was taken out of the present one.
void dropLeftover(const QString &path)
{
    const QString filled = beside(path, u"converting"_s);
    if (!QFileInfo::exists(filled))
        return;
    if (const auto replacing = lockReplacing(path, {}))
        removeWithLogs(filled);
}

} // namespace

Result<bool> convertLargeLedger(const LedgerConversion &conversion)
{
    const QString &path = conversion.path;
    if (!isConverted(conversion)) {
        dropLeftover(path);
        return false;
    }
    std::vector<QStringList> steps = ledgerSchema();
    steps.resize(undividedVersion);
    {
        const auto migrated = withFile<int>({path,
                                             Database::Access::ReadWrite,
                                             {u"journal_mode=WAL"_s, u"synchronous=FULL"_s},
                                             steps,
                                             conversion.damagedSentence,
                                             conversion.turnPath},
                                            versionOf);
        if (!migrated)
            return std::unexpected(migrated.error());
    }
    auto failure = FileLock::Failure::CannotBeMade;
    const auto replacing = lockReplacing(path, conversion.wait, &failure);
    const auto turn = replacing ? FileLock::take(conversion.turnPath, conversion.wait, &failure) : nullptr;
    if (!turn)
        return std::unexpected(failure == FileLock::Failure::CannotBeMade ? notReplaced(path) : usedByAnother(path));
    // Another program may have converted it meanwhile.
    const auto isReady = withFile<std::optional<bool>>(
        {path, Database::Access::ReadWrite, {}, steps, conversion.damagedSentence},
        [](const Connection &connection) -> std::optional<bool> {
            return versionOf(connection) == undividedVersion ? std::optional(isWithoutLog(connection)) : std::nullopt;
        });
    if (!isReady)
        return std::unexpected(isReady.error());
    if (!*isReady)
        return false;
    if (!**isReady)
        return std::unexpected(usedByAnother(path));
    qCInfo(ledgerLog) << "converting a large ledger";
    auto converted = Filling(conversion, stampOf(path)).fill();
    if (converted)
        converted = putConverted(conversion);
    if (!converted) {
        // The room that it takes is needed for other things; a program that holds it goes on with it.
        if (isDiskFull(QFileInfo(path).path()))
            removeWithLogs(beside(path, u"converting"_s));
        return std::unexpected(converted.error());
    }
    return true;
}

} // namespace tilldeck::ledger
