// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace tilldeck::ledger {

/// "tilldeck.ledger": opened files, schema migrations, and statements that failed, at info level, off by default. A
/// line names a file without its folder and a statement by its verb and table; values are bound, so none is in a line.
Q_DECLARE_LOGGING_CATEGORY(ledgerLog)

/// Returns the verb and the table of an SQL statement, "INSERT INTO session", without its conditions and literals.
QString statementName(const QString &statement);

} // namespace tilldeck::ledger
