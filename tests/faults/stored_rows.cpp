// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/stored_rows.h"

#include <QFile>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <functional>
#include <sys/stat.h>
#include <utility>

namespace tilldeck::faults {

using namespace Qt::StringLiterals;

namespace {

/// Calls @p read for each row that @p statement finds in the file @p path. Returns false where it cannot be read with
/// @p options.
bool readRows(const QString &path, const QString &options, const QString &statement,
              const std::function<void(const QSqlQuery &)> &read)
{
    bool isRead = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"stored rows"_s);
        database.setDatabaseName(path);
        database.setConnectOptions(options);
        if (database.open()) {
            QSqlQuery query(database);
            isRead = query.exec(statement);
            while (query.next())
                read(query);
            isRead = isRead && !query.lastError().isValid();
        }
    }
    QSqlDatabase::removeDatabase(u"stored rows"_s);
    return isRead;
}

const QString readOnly = u"QSQLITE_OPEN_READONLY"_s;

/// Returns what @p statement counts in the ledger.
int countIn(const QString &dataFolder, const QString &statement)
{
    int count = 0;
    if (!readRows(dataFolder + "/ledger.sqlite"_L1, readOnly, statement,
                  [&count](const QSqlQuery &query) { count = query.value(0).toInt(); }))
        qFatal("The ledger cannot be read.");
    return count;
}

} // namespace

QList<JournalRow> journalRowsOf(const QString &dataFolder)
{
    QList<JournalRow> rows;
    const auto keep = [&rows](const QSqlQuery &query) {
        JournalRow row;
        row.id = query.value(0).toString();
        row.kind = query.value(1).toString();
        row.state = query.value(2).toString();
        row.batchId = query.value(3).toString();
        row.madeId = query.value(4).toString();
        row.draft = query.value(5).toString();
        row.amount = query.value(6).toLongLong();
        row.entry = QJsonDocument::fromJson(query.value(7).toString().toUtf8()).object();
        rows << row;
    };
    const QString path = dataFolder + "/journal.sqlite"_L1;
    const QString statement =
        u"SELECT id, kind, state, batch_id, session_id, draft, amount, entry FROM intent ORDER BY key"_s;
    if (readRows(path, readOnly, statement, keep))
        return rows;
    // A program that is killed in a commit leaves a file that is read by undoing that first, as the next start does.
    rows.clear();
    if (!readRows(path, {}, statement, keep))
        qFatal("The journal cannot be read.");
    return rows;
}

QSet<QString> intentsWithSession(const QString &dataFolder)
{
    QSet<QString> intents;
    if (!readRows(dataFolder + "/ledger.sqlite"_L1, readOnly,
                  u"SELECT intent_id FROM session WHERE intent_id IS NOT NULL AND session_id IS NOT NULL"_s,
                  [&intents](const QSqlQuery &query) { intents << query.value(0).toString(); }))
        qFatal("The ledger cannot be read.");
    return intents;
}

int sentAgainIn(const QString &dataFolder)
{
    return countIn(dataFolder, u"SELECT count(*) FROM event WHERE kind = 'sent_again'"_s);
}

bool JournalChange::happened()
{
    const QString path = m_dataFolder + "/journal.sqlite"_L1;
    struct stat file{};
    if (QFile::exists(path + "-journal"_L1) || stat(QFile::encodeName(path).constData(), &file) != 0)
        return false;
    constexpr qint64 nanosecondsInOne = 1'000'000'000; // second
    const qint64 changed = qint64(file.st_mtim.tv_sec) * nanosecondsInOne + file.st_mtim.tv_nsec;
    return std::exchange(m_changed, changed) != changed;
}

HeldJournal::HeldJournal(const QString &dataFolder, bool withLedger)
    : m_ledger(withLedger ? ledger::FileLock::take(dataFolder + "/ledger.lock"_L1) : nullptr)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"held journal"_s);
    database.setDatabaseName(dataFolder + "/journal.sqlite"_L1);
    if (!database.open() || !QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s))
        qWarning("The journal cannot be held: %s", qPrintable(database.lastError().text()));
}

HeldJournal::~HeldJournal()
{
    QSqlDatabase::removeDatabase(u"held journal"_s);
}

} // namespace tilldeck::faults
