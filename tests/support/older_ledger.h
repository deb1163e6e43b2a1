// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/schema.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tilldeck::test {

/// Makes the ledger @p path, which nobody has open, one as the @p version of the schema had it, with the rows that it
/// has, as far as that version could hold them.
inline void makeLedgerOfVersion(const QString &path, size_t version)
{
    using namespace Qt::StringLiterals;
    const QString older = path + u".older"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
        database.setDatabaseName(older);
        if (!database.open())
            qFatal("The older ledger was not made.");
        const auto texts = [&database](const QString &statement) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
            QStringList found;
            while (query.next())
                found << query.value(0).toString();
            return found;
        };
        const std::vector<QStringList> steps = ledger::ledgerSchema();
        for (size_t step = 0; step < version; ++step) {
            for (const QString &statement : steps.at(step))
                texts(statement);
        }
        texts(u"ATTACH '%1' AS now"_s.arg(path));
        // No version has the table of the intents: it is made when one is remembered.
        for (const QString &made : texts(u"SELECT sql FROM now.sqlite_master WHERE name = 'begun'"_s))
            texts(made);
        // The index of words is filled anew.
        for (const QString &table : texts(u"SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE "
                                          "'%\\_text%' ESCAPE '\\' AND name <> 'search_index'"_s)) {
            const bool isDivided = table == u"session"_s || table == u"payment"_s;
            const QString rows =
                isDivided ? u"now.%1 LEFT JOIN now.%1_detail ON %1_key = key"_s.arg(table) : u"now."_s + table;
            const QString listed = u"SELECT name FROM pragma_table_info('%1', '%2')"_s;
            const QStringList now =
                texts(listed.arg(table, u"now"_s)) + texts(listed.arg(table + u"_detail"_s, u"now"_s));
            QStringList columns = texts(listed.arg(table, u"main"_s));
            // The first version had a column that nobody reads.
            const bool hasUnread = columns.contains(u"sample"_s);
            columns.removeIf([&now](const QString &name) { return !now.contains(name); });
            const QString names = columns.join(u", "_s);
            texts(u"DELETE FROM main."_s + table);
            texts(u"INSERT INTO main.%1 (%2) SELECT %3 FROM %4"_s.arg(table, hasUnread ? names + u", sample"_s : names,
                                                                      hasUnread ? names + u", 0"_s : names, rows));
        }
        texts(u"PRAGMA main.user_version = %1"_s.arg(version));
    }
    QSqlDatabase::removeDatabase(u"older"_s);
    for (const QString &part : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(path + part);
    if (!QFile::rename(older, path) || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner))
        qFatal("The older ledger was not put in its place.");
}

} // namespace tilldeck::test
