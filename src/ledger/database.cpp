// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/database.h"

#include "ledger/log.h"
#include "ledger/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <array>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;

namespace {

// Primary result codes: https://www.sqlite.org/rescode.html
enum SqliteCode {
    Mistaken = 1, ///< The file is not what its head says: it lacks a table, or has one that is to be made.
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
    CorruptInVirtualTable = 267 ///< With its extension: which none but the indexes of words are.
};

QString sentenceFor(int code, const QString &path, const QString &damagedSentence)
{
    const QString shown = QDir::toNativeSeparators(path);
    switch (code & 0xff) {
    case Busy:
    case Locked:
        return QCoreApplication::translate("Ledger", "Another program is using %1. Close it, then try again.")
            .arg(shown);
    case Full:
        return diskFullSentence(path);
    case ReadOnlyFile:
    case CannotOpen:
        return QCoreApplication::translate(
                   "Ledger", "%1 cannot be opened for writing. Check who owns it and its folder, or start "
                             "Tilldeck with TILLDECK_DATA_DIR set to another folder.")
            .arg(shown);
    case Mistaken:
    case Corrupt:
    case NotADatabase:
        return damagedSentence;
    default:
        return QCoreApplication::translate("Ledger", "%1 could not be read or written. Try again.").arg(shown);
    }
}

} // namespace

bool isPlausibleVersion(int version)
{
    constexpr int highest = 1000;
    return version >= 0 && version <= highest;
}

bool isAroundFile(const Error &error, const QString &path)
{
    const QFileInfo file(path);
    return error.sentence == whyNoPrivateFile(file.path(), file.fileName()) ||
           std::ranges::any_of(std::array{Busy, Full, CannotOpen},
                               [&](int code) { return error.sentence == sentenceFor(code, path, {}); });
}

bool SqlFailure::isDamage() const
{
    return code == Mistaken || code == Corrupt || code == NotADatabase;
}

void Connection::fail(const QSqlError &error, const QString &statement) const
{
    qCInfo(ledgerLog).noquote().nospace()
        << QFileInfo(m_path).fileName() << ": " << (statement.isEmpty() ? u"opening"_s : statementName(statement))
        << " failed: " << error.nativeErrorCode() << ' ' << error.databaseText();
    const int wholeCode = error.nativeErrorCode().toInt();
    int code = wholeCode & 0xff;
    // Where there is no room for a log or the memory beside it, SQLite says only that it cannot write.
    if ((code == InputOutput || code == CannotOpen) && isDiskFull(QFileInfo(m_path).path()))
        code = Full;
    Error failure(ErrorKind::Storage, sentenceFor(code, m_path, m_keepSentence));
    failure.details = error.databaseText();
    throw SqlFailure(std::move(failure), code, wholeCode == CorruptInVirtualTable);
}

Database::Database()
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

Database::~Database()
{
    m_pool.start([this] { closeHere(); });
    m_pool.waitForDone();
}

checkout::Result<void> Database::open(const Setup &setup)
{
    return read<void>([this, setup](const Connection &) { openHere(setup); }).result();
}

QFuture<checkout::Result<FileCheck>> Database::check(const QString &path, const QString &damagedSentence, bool thorough,
                                                     Access access)
{
    return start<FileCheck>([this, path, damagedSentence, thorough, access] {
        auto found = guarded<FileCheck>([&](const Connection &connection) {
            const FileStamp stamp = stampOf(path);
            openHere({path, access, {}, {}, damagedSentence});
            QSqlQuery query = connection.exec(thorough ? u"PRAGMA integrity_check(1)"_s : u"PRAGMA quick_check(1)"_s);
            const bool isWhole = query.next() && query.value(0).toString() == "ok"_L1;
            FileCheck check(isWhole ? QString() : damagedSentence);
            check.stamp = stamp;
            return check;
        });
        closeHere();
        if (!found && found.error().sentence == damagedSentence)
            found = FileCheck(damagedSentence);
        return found;
    });
}

void Database::openHere(const Setup &setup)
{
    m_connection.m_path = setup.path;
    m_connection.m_keepSentence = setup.damagedSentence;
    m_connection.m_database =
        QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    const bool readOnly = setup.access != Access::ReadWrite;
    const QString options =
        readOnly ? u"QSQLITE_BUSY_TIMEOUT=10000;QSQLITE_OPEN_READONLY"_s : u"QSQLITE_BUSY_TIMEOUT=10000"_s;
    connectTo(setup.path, options);
    try {
        m_foundVersion = version();
    } catch (const SqlFailure &) {
        // Without room for a log beside it, SQLite reads the file only when it is promised that nobody changes it.
        if (setup.access != Access::ReadOnlyFolder || QFileInfo(setup.path + u"-wal"_s).size() > 0)
            throw;
        m_connection.m_database.close();
        const QString url = QUrl::fromLocalFile(setup.path).toString(QUrl::FullyEncoded);
        connectTo(url + u"?immutable=1"_s, options + u";QSQLITE_OPEN_URI"_s);
        m_foundVersion = version();
    }
    if (!setup.damagedSentence.isEmpty() && !isPlausibleVersion(m_foundVersion))
        throw SqlFailure(Error(ErrorKind::Storage, setup.damagedSentence), Corrupt);
    watchQuestions();
    m_seen = stampOf(setup.path);
    m_isChangedByOthers = m_isCutOff = false;
    m_isNewer = !readOnly && m_foundVersion > static_cast<int>(setup.schema.size());
    if (m_isNewer)
        m_connection.exec(u"PRAGMA query_only=ON"_s);
    m_turnPath = setup.turnPath;
    {
        const auto turn = takeTurn();
        for (const QString &pragma : m_isNewer ? QStringList() : setup.pragmas)
            m_connection.exec(u"PRAGMA "_s + pragma);
    }
    if (!readOnly && !m_isNewer)
        migrate(setup.schema);
    m_version = version();
    noteWritten();
    qCInfo(ledgerLog).noquote().nospace()
        << QFileInfo(setup.path).fileName() << ": opened " << (readOnly || m_isNewer ? "for reading" : "for writing")
        << ", schema " << version();
}

void Database::openLeft()
{
    closeHere(); // what an attempt before has left
    openHere(*m_later);
    m_later.reset();
}

void Database::watchQuestions()
{
    constexpr int stepsBetween = 20'000; // some tenths of a millisecond
    const QVariant handle = m_connection.m_database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return;
    const auto isUnwanted = [](void *database) {
        const auto &asks = static_cast<const Database *>(database)->m_isUnwanted;
        return asks && asks() ? 1 : 0;
    };
    sqlite3_progress_handler(*static_cast<sqlite3 *const *>(handle.constData()), stepsBetween, isUnwanted, this);
}

std::unique_ptr<FileLock> Database::takeTurn() const
{
    constexpr std::chrono::seconds longest{10};
    if (m_turnPath.isEmpty())
        return nullptr;
    auto failure = FileLock::Failure::HeldElsewhere;
    auto turn = FileLock::take(m_turnPath, longest, &failure);
    if (!turn) {
        int code = failure == FileLock::Failure::HeldElsewhere ? Busy : CannotOpen;
        if (code == CannotOpen && isDiskFull(QFileInfo(m_turnPath).path()))
            code = Full;
        throw SqlFailure(
            Error(ErrorKind::Storage, sentenceFor(code, m_connection.m_path, m_connection.m_keepSentence)));
    }
    return turn;
}

void Database::connectTo(const QString &name, const QString &options)
{
    m_connection.m_database.setDatabaseName(name);
    m_connection.m_database.setConnectOptions(options);
    if (!m_connection.m_database.open())
        m_connection.fail(m_connection.m_database.lastError());
}

int Database::version() const
{
    QSqlQuery query = m_connection.exec(u"PRAGMA user_version"_s);
    return query.next() ? query.value(0).toInt() : 0;
}

void Database::migrate(const std::vector<QStringList> &schema)
{
    if (version() == static_cast<int>(schema.size()))
        return;
    qCInfo(ledgerLog).noquote().nospace()
        << QFileInfo(m_connection.m_path).fileName() << ": migrating schema " << version() << " to " << schema.size();
    const Transaction transaction(*this);
    // Asked again: another program may have migrated it while this one waited for the lock.
    for (auto step = static_cast<size_t>(version()); step < schema.size(); ++step) {
        for (const QString &statement : schema.at(step))
            m_connection.exec(statement);
        m_connection.exec(u"PRAGMA user_version=%1"_s.arg(step + 1));
    }
    transaction.commit();
}

bool Database::isRewriteDue() const
{
    QSqlQuery query = m_connection.exec(u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'rewrite_due'"_s);
    return m_connection.next(query);
}

void Database::noteRewriteDue() const
{
    m_connection.exec(u"CREATE TABLE IF NOT EXISTS rewrite_due (id INTEGER)"_s);
}

void Database::rewrite() const
{
    const auto turn = takeTurn();
    mustBeInPlace();
    m_connection.exec(u"VACUUM"_s);
    m_connection.exec(u"DROP TABLE rewrite_due"_s);
    QSqlQuery query = m_connection.exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (m_connection.next(query) && query.value(0).toInt() != 0)
        throw SqlFailure(
            Error(ErrorKind::Storage, sentenceFor(Busy, m_connection.m_path, m_connection.m_keepSentence)));
    noteWritten();
}

bool Database::isMended(const SqlFailure &failure) const
{
    if (!failure.isDamage())
        return false;
    try {
        const Transaction transaction(*this);
        const bool isMended = m_connection.mend(failure.isInIndex);
        transaction.commit();
        return isMended;
    } catch (const SqlFailure &) {
        return false; // what failed first is said
    }
}

void Database::closeHere()
{
    const QString name = m_connection.m_database.connectionName();
    // The last connection to a file checkpoints its log as it closes.
    std::unique_ptr<FileLock> turn;
    try {
        turn = takeTurn();
    } catch (const SqlFailure &) {
        qCInfo(ledgerLog) << "closing without a turn";
    }
    m_connection.m_database = {};
    m_connection.m_kept.clear();
    m_version.reset();
    if (!name.isEmpty())
        QSqlDatabase::removeDatabase(name);
}

// Immediate: a transaction that begins as a reader cannot wait for another process's write, it fails.
Database::Transaction::Transaction(const Database &database)
    : m_database(database)
    , m_turn(database.takeTurn())
{
    database.mustBeInPlace();
    database.m_connection.exec(u"BEGIN IMMEDIATE"_s);
    try {
        // Again: whoever replaces a damaged file holds its write lock meanwhile.
        database.mustBeInPlace();
        database.mustBeOfItsVersion();
    } catch (const SqlFailure &) {
        QSqlQuery(database.m_connection.m_database).exec(u"ROLLBACK"_s);
        throw;
    }
}

Database::Transaction::~Transaction()
{
    if (!m_done)
        QSqlQuery(m_database.m_connection.m_database).exec(u"ROLLBACK"_s);
}

void Database::Transaction::commit() const
{
    m_database.m_connection.exec(u"COMMIT"_s);
    m_done = true;
    m_database.noteWritten();
}

} // namespace tilldeck::ledger
