// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store.h"

#include "sandbox/call_log.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const QVariant &body)
{
    return QJsonDocument::fromJson(body.toString().toUtf8()).object();
}

bool runAll(const QSqlDatabase &db, const QStringList &statements, QString *error)
{
    for (const QString &statement : statements) {
        QSqlQuery query(db);
        if (!query.exec(statement)) {
            *error = query.lastError().text();
            return false;
        }
    }
    return true;
}

bool execute(QSqlQuery &query)
{
    const bool isDone = query.exec();
    if (!isDone)
        qCWarning(sandboxLog, "state: %s", qUtf8Printable(query.lastError().text()));
    return isDone;
}

QString sqlOf(const Condition &condition, QVariantList &values)
{
    QStringList tests;
    for (const QString &member : condition.members) {
        values << QString(u"$."_s + member);
        const QString value = u"json_extract(body, ?)"_s;
        switch (condition.test) {
        case Condition::AtLeast:
            tests << value + " >= ?"_L1;
            break;
        case Condition::AtMost:
            tests << value + " <= ?"_L1;
            break;
        case Condition::Contains:
            tests << u"instr(lower(%1), lower(?)) > 0"_s.arg(value);
            break;
        case Condition::Among:
            tests << u"%1 IN (%2)"_s.arg(value, QStringList(condition.values.size(), u"?"_s).join(u','));
            break;
        }
        values << (condition.test == Condition::Among ? condition.values : condition.values.first(1));
    }
    return u" AND (%1)"_s.arg(tests.join(" OR "_L1));
}

} // namespace

Store::Store(const QString &dataDir)
    : m_dataDir(dataDir)
    , m_connection(u"tilldeck-sandbox-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Store::~Store()
{
    m_db.close();
    m_db = {};
    QSqlDatabase::removeDatabase(m_connection);
}

QString Store::open()
{
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!QDir().exists(m_dataDir)) {
        if (!QDir().mkpath(m_dataDir))
            return u"The folder %1 cannot be created."_s.arg(m_dataDir);
        QFile::setPermissions(m_dataDir, ownerOnly | QFileDevice::ExeOwner);
    }
    const QString path = QDir(m_dataDir).filePath(u"sandbox.sqlite"_s);
    QFile file(path);
    // SQLite gives its side files the mode of the main file, so that has to be right before the first write.
    if (!file.open(QIODevice::ReadWrite) || !file.setPermissions(ownerOnly))
        return u"The file %1 cannot be written: %2."_s.arg(path, file.errorString());
    file.close();

    m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_db.setDatabaseName(path);
    m_db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_db.open())
        return m_db.lastError().text();
    QString error;
    runAll(m_db,
           {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s,
            u"CREATE TABLE IF NOT EXISTS documents (seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL,"
            " id TEXT NOT NULL, status TEXT NOT NULL, parent TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (kind, id))"_s,
            u"CREATE INDEX IF NOT EXISTS documents_by_status ON documents (kind, status, seq)"_s,
            u"CREATE INDEX IF NOT EXISTS documents_by_parent ON documents (kind, parent, seq)"_s},
           &error);
    return error;
}

bool Store::put(const QString &kind, const QString &id, const QJsonObject &body, const QString &status,
                const QString &parent)
{
    QSqlQuery query(m_db);
    query.prepare(u"INSERT INTO documents (kind, id, status, parent, body) VALUES (?, ?, ?, ?, ?)"
                  " ON CONFLICT (kind, id) DO UPDATE SET status = excluded.status, parent = excluded.parent,"
                  " body = excluded.body"_s);
    query.addBindValue(kind);
    query.addBindValue(id);
    query.addBindValue(status.isNull() ? u""_s : status);
    query.addBindValue(parent.isNull() ? u""_s : parent);
    query.addBindValue(QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)));
    return execute(query);
}

std::optional<QJsonObject> Store::get(const QString &kind, const QString &id) const
{
    QSqlQuery query(m_db);
    query.prepare(u"SELECT body FROM documents WHERE kind = ? AND id = ?"_s);
    query.addBindValue(kind);
    query.addBindValue(id);
    execute(query);
    if (!query.next())
        return std::nullopt;
    return parsed(query.value(0));
}

Page Store::list(const QString &kind, const Selection &selection) const
{
    QString from = u" FROM documents WHERE kind = ?"_s;
    QVariantList values{kind};
    if (!selection.status.isEmpty()) {
        from += " AND status = ?"_L1;
        values << selection.status;
    }
    if (!selection.parent.isEmpty()) {
        from += " AND parent = ?"_L1;
        values << selection.parent;
    }
    if (!selection.after.isEmpty()) {
        from += u" AND seq %1 (SELECT seq FROM documents WHERE kind = ? AND id = ?)"_s.arg(
            selection.newestFirst ? u"<"_s : u">"_s);
        values << kind << selection.after;
    }
    for (const Condition &condition : selection.conditions)
        from += sqlOf(condition, values);
    const auto run = [&](const QString &sql, const QVariantList &more) {
        QSqlQuery query(m_db);
        query.prepare(sql);
        for (const QVariant &value : values + more)
            query.addBindValue(value);
        execute(query);
        return query;
    };
    Page page;
    QSqlQuery count = run(u"SELECT count(*)"_s + from, {});
    if (count.next())
        page.total = count.value(0).toLongLong();
    QString order = selection.newestFirst ? u" ORDER BY seq DESC"_s : u" ORDER BY seq"_s;
    QVariantList more{selection.limit, selection.offset};
    if (!selection.sortMember.isEmpty()) {
        const QString direction = selection.newestFirst ? u" DESC"_s : QString();
        order = u" ORDER BY json_extract(body, ?)%1, seq%1"_s.arg(direction);
        more.prepend(QString(u"$."_s + selection.sortMember));
    }
    QSqlQuery rows = run(u"SELECT body"_s + from + order + u" LIMIT ? OFFSET ?"_s, more);
    while (rows.next())
        page.items << parsed(rows.value(0));
    return page;
}

QList<QJsonObject> Store::moveOverdue(const QString &kind, const QString &from, const QString &to, const QString &now)
{
    QSqlQuery query(m_db);
    query.prepare(u"UPDATE documents SET status = :to, body = json_set(body, '$.status', :to)"
                  " WHERE kind = :kind AND status = :from AND json_extract(body, '$.expires_at') <= :now"
                  " RETURNING body"_s);
    query.bindValue(u":to"_s, to);
    query.bindValue(u":kind"_s, kind);
    query.bindValue(u":from"_s, from);
    query.bindValue(u":now"_s, now);
    execute(query);
    QList<QJsonObject> moved;
    while (query.next())
        moved << parsed(query.value(0));
    return moved;
}

bool Store::inTransaction(const std::function<bool()> &work)
{
    const bool isOuter = m_depth == 0;
    const QString begin = isOuter ? u"BEGIN IMMEDIATE"_s : u"SAVEPOINT inner"_s;
    const QStringList keep{isOuter ? u"COMMIT"_s : u"RELEASE inner"_s};
    const QStringList undo =
        isOuter ? QStringList{u"ROLLBACK"_s} : QStringList{u"ROLLBACK TO inner"_s, u"RELEASE inner"_s};
    QString error;
    if (!runAll(m_db, {begin}, &error)) {
        qCWarning(sandboxLog, "state: %s", qUtf8Printable(error));
        return false;
    }
    ++m_depth;
    const bool kept = work();
    --m_depth;
    if (kept && runAll(m_db, keep, &error))
        return true;
    if (!error.isEmpty())
        qCWarning(sandboxLog, "state: %s", qUtf8Printable(error));
    runAll(m_db, undo, &error);
    return false;
}

} // namespace tilldeck::sandbox
