// SPDX-License-Identifier: GPL-3.0-or-later
// Finds words in the texts of rows, also parts of words. Every function that takes a connection runs on a database's
// thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/query_terms.h"

namespace tilldeck::ledger {

/// Names what has texts to find.
enum class Searched { Sessions, Payments };

/// Returns the step of the schema that adds the index: of every three letters in a row that a text has, which rows have
/// them. Rows get into it later, by indexMore(); what is not in it yet is looked through.
QStringList searchIndexStep();

/// Returns the statement that makes the empty index of one of them.
QString wordTable(Searched searched);
/// Returns the table whose texts are looked for: "session", with what stands apart in "session_detail" and the index in
/// "session_text".
QString tableOf(Searched searched);

/// Returns the statement that finds sessions by their token (twice) or URL (twice), by an index of the ends of them.
QString secretStatement();

/// Takes up to @p rows more into the index, the oldest first. Returns about how many are left: 0 when
/// none is.
qint64 indexMore(const Connection &connection, int rows);

/// Takes what stood in the index of rows that are removed out of it: SQLite only marks it as gone until then.
void forgetRemovedWords(const Connection &connection);

/// Returns the terms for rows that hold each word of @p text (searchWords()), in any order, without case. A session is
/// also found by its whole token or URL, a payment by its amount as it is typed ("29.00"). Nothing for an empty text.
Where textTerms(const Connection &connection, Searched searched, const QString &text);

} // namespace tilldeck::ledger
