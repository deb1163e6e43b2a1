// SPDX-License-Identifier: GPL-3.0-or-later
// Runs statements.
#include "ledger/database.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

QSqlQuery Connection::exec(const QString &statement, const QVariantList &values) const
{
    QSqlQuery query = prepared(statement);
    run(query, values);
    return query;
}

QSqlQuery Connection::prepared(const QString &statement) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        fail(query.lastError(), statement);
    return query;
}

void Connection::run(QSqlQuery &query, const QVariantList &values) const
{
    for (qsizetype place = 0; place < values.size(); ++place)
        query.bindValue(static_cast<int>(place), values.at(place));
    if (!query.exec())
        fail(query.lastError(), query.lastQuery());
}

bool Connection::mend(bool isInIndex) const
{
    return m_mend && m_mend(*this, isInIndex);
}

bool Connection::next(QSqlQuery &query) const
{
    const bool isRow = query.next();
    if (!isRow && query.lastError().isValid())
        fail(query.lastError(), query.lastQuery());
    return isRow;
}

void Connection::forgetKeptOfBefore() const
{
    constexpr size_t mostKept = 64;
    QSqlQuery query = exec(u"PRAGMA data_version"_s);
    const int version = next(query) ? query.value(0).toInt() : 0;
    if (version != m_keptVersion || m_kept.size() >= mostKept)
        m_kept.clear();
    m_keptVersion = version;
}

Snapshot::Snapshot(const Connection &connection)
    : m_connection(connection)
{
    m_connection.exec(u"BEGIN"_s);
}

Snapshot::~Snapshot()
{
    QSqlQuery(m_connection.m_database).exec(u"COMMIT"_s);
}

} // namespace tilldeck::ledger
