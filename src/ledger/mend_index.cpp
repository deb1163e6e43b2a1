// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/mend_index.h"

#include "ledger/log.h"
#include "ledger/search_index.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

/// Runs @p statements one after the other. Returns whether none of them met damage.
bool succeed(const Connection &connection, const QStringList &statements)
{
    try {
        for (const QString &statement : statements)
            connection.exec(statement);
        return true;
    } catch (const SqlFailure &failure) {
        if (!failure.isDamage())
            throw;
        return false;
    }
}

/// Returns what empties an index, the gentlest first: what one of them cannot, because the index is too damaged to be
/// opened or lacks a part, the next one can.
std::array<QStringList, 3> waysToEmpty(Searched searched)
{
    const auto statement = [name = tableOf(searched) + u"_text"_s](QString text) {
        return text.replace(u"%1"_s, name);
    };
    return {{
        {statement(u"INSERT INTO %1 (%1) VALUES ('delete-all')"_s)},
        // An index that cannot be opened can neither be emptied nor dropped: its blocks are those of an empty one
        // first. https://www.sqlite.org/fts5.html#fts5_data_structures
        {statement(u"DELETE FROM %1_data"_s),
         statement(u"INSERT INTO %1_data VALUES (1, x''), (10, x'00000000000000')"_s),
         statement(u"DELETE FROM %1_idx"_s), statement(u"DELETE FROM %1_config"_s),
         statement(u"INSERT INTO %1_config VALUES ('version', 4)"_s)},
        {statement(u"DROP TABLE %1"_s), wordTable(searched)},
    }};
}

bool isWhole(const Connection &connection, const QString &table)
{
    return succeed(connection,
                   {QString(u"INSERT INTO %1_text (%1_text) VALUES ('integrity-check')"_s).replace(u"%1"_s, table)});
}

void empty(const Connection &connection, Searched searched)
{
    const QString table = tableOf(searched);
    qCInfo(ledgerLog).noquote() << "the index of words is damaged and made anew:" << table;
    for (const QStringList &way : waysToEmpty(searched)) {
        if (succeed(connection, way) && isWhole(connection, table))
            break;
    }
    connection.exec(u"UPDATE search_index SET indexed_to = 0 WHERE searched = ?"_s, {table});
}

} // namespace

bool emptyDamagedIndexes(const Connection &connection, bool isMet)
{
    const std::array both{Searched::Sessions, Searched::Payments};
    bool isEmptied = false;
    for (const Searched searched : both) {
        if (isWhole(connection, tableOf(searched)))
            continue;
        empty(connection, searched);
        isEmptied = true;
    }
    if (isEmptied || !isMet)
        return isEmptied;
    for (const Searched searched : both)
        empty(connection, searched);
    return true;
}

} // namespace tilldeck::ledger
