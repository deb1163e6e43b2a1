// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace tilldeck::ledger {

/// Returns the steps from each schema version to the next, from 0 (an empty file). A released step is never changed,
/// only followed. Times are Unix milliseconds UTC, amounts minor units with a code beside them, an empty text is NULL.
std::vector<QStringList> ledgerSchema();
std::vector<QStringList> journalSchema();

/// Describes a table of the ledger that had all columns in one row up to version undividedVersion.
struct DividedTable
{
    QString name;
    QString created;       ///< The statement that makes it.
    QString columns;       ///< All but its key.
    QString detailCreated; ///< The statement that makes the table of what stands apart, "…_detail".
    QString detailColumns; ///< All but its key.
    QStringList finished;  ///< Statements after which it is complete, once it has its rows.
};
std::vector<DividedTable> dividedTables();
constexpr int undividedVersion = 13;

/// Returns the statement that writes into the rows of payments what lists show of the details.
QString listedDetailsOfPayments();

/// Returns the statement after which no refund is sent again whose outcome the journal does not know: what an earlier
/// version wrote, or a damaged file, does not say which of them were closed before.
QString unknownRefundsMayHaveBeenClosed();

} // namespace tilldeck::ledger
