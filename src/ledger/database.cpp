// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/database.h"

#include "ledger/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;

namespace {

// Primary result codes: https://www.sqlite.org/rescode.html
enum SqliteCode { Busy = 5, Locked = 6, ReadOnlyFile = 8, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26 };

QString sentenceFor(int code, const QString &path, const QString &damagedSentence)
{
    const QString shown = QDir::toNativeSeparators(path);
    switch (code & 0xff) {
    case Busy:
    case Locked:
        return QCoreApplication::translate("Ledger", "Another program is using %1. Close it, then try again.")
            .arg(shown);
    case Full:
        return QCoreApplication::translate("Ledger",
                                           "The disk is full, so %1 could not be written. Make room, then try again.")
            .arg(shown);
    case ReadOnlyFile:
    case CannotOpen:
        return QCoreApplication::translate("Ledger",
                                           "%1 cannot be opened for writing. Check who owns it and its folder.")
            .arg(shown);
    case Corrupt:
    case NotADatabase:
        return damagedSentence;
    default:
        return QCoreApplication::translate("Ledger", "%1 could not be read or written. Try again.").arg(shown);
    }
}

} // namespace

void Connection::fail(const QSqlError &error, const QString &statement) const
{
    qCInfo(ledgerLog).noquote().nospace()
        << QFileInfo(m_path).fileName() << ": " << (statement.isEmpty() ? u"opening"_s : statementName(statement))
        << " failed: " << error.nativeErrorCode() << ' ' << error.databaseText();
    Error failure(ErrorKind::Storage, sentenceFor(error.nativeErrorCode().toInt(), m_path, m_keepSentence));
    failure.details = error.databaseText();
    throw SqlFailure(std::move(failure));
}

QSqlQuery Connection::exec(const QString &statement, const QVariantList &values) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        fail(query.lastError(), statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        fail(query.lastError(), statement);
    return query;
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

void Database::openHere(const Setup &setup)
{
    m_connection.m_path = setup.path;
    m_connection.m_keepSentence = setup.damagedSentence;
    m_connection.m_database =
        QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    m_connection.m_database.setDatabaseName(setup.path);
    const bool readOnly = setup.access == Access::ReadOnly;
    m_connection.m_database.setConnectOptions(readOnly ? u"QSQLITE_BUSY_TIMEOUT=10000;QSQLITE_OPEN_READONLY"_s
                                                       : u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!m_connection.m_database.open())
        m_connection.fail(m_connection.m_database.lastError());
    m_foundVersion = version();
    m_isNewer = !readOnly && m_foundVersion > static_cast<int>(setup.schema.size());
    if (m_isNewer)
        m_connection.exec(u"PRAGMA query_only=ON"_s);
    for (const QString &pragma : m_isNewer ? QStringList() : setup.pragmas)
        m_connection.exec(u"PRAGMA "_s + pragma);
    if (!readOnly && !m_isNewer)
        migrate(setup.schema);
    qCInfo(ledgerLog).noquote().nospace()
        << QFileInfo(setup.path).fileName() << ": opened " << (readOnly || m_isNewer ? "for reading" : "for writing")
        << ", schema " << version();
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

void Database::closeHere()
{
    const QString name = m_connection.m_database.connectionName();
    m_connection.m_database = {};
    if (!name.isEmpty())
        QSqlDatabase::removeDatabase(name);
}

// Immediate: a transaction that begins as a reader cannot wait for another process's write, it fails.
Database::Transaction::Transaction(const Database &database)
    : m_connection(database.m_connection)
{
    m_connection.exec(u"BEGIN IMMEDIATE"_s);
}

Database::Transaction::~Transaction()
{
    if (!m_done)
        QSqlQuery(m_connection.m_database).exec(u"ROLLBACK"_s);
}

void Database::Transaction::commit() const
{
    m_connection.exec(u"COMMIT"_s);
    m_done = true;
}

} // namespace tilldeck::ledger
