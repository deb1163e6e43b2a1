// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/pair.h"

#include "ledger/database.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

QString pairIdIn(const Connection &connection)
{
    QSqlQuery table = connection.exec(u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'pair'"_s);
    if (!table.next())
        return {};
    QSqlQuery query = connection.exec(u"SELECT id FROM pair"_s);
    return query.next() ? query.value(0).toString() : QString();
}

QString putPairId(const Connection &connection, const QString &id, bool replace, const QString &since)
{
    // Beside the versions of the schema, so that a file of any version can carry one.
    connection.exec(u"CREATE TABLE IF NOT EXISTS pair (id TEXT NOT NULL, since INTEGER NOT NULL)"_s);
    QString known = pairIdIn(connection);
    if (!known.isEmpty() && !replace)
        return known;
    connection.exec(u"DELETE FROM pair"_s);
    connection.exec(u"INSERT INTO pair (id, since) VALUES (?, %1)"_s.arg(since), {id});
    return id;
}

} // namespace tilldeck::ledger
