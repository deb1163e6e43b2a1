// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is not settled in the journal stands in what the desk lists as that, for the campaign and the window.
#pragma once

#include "desk/desk.h"
#include "faults/stored_rows.h"

namespace tilldeck::faults {

bool isUnknown(const JournalRow &row);
bool isFailedRefund(const JournalRow &row);

/// Returns the ids under which what @p isOfList lets through is listed.
template <class IsOfList> QSet<QString> idsOf(const QList<JournalRow> &journal, IsOfList isOfList)
{
    QSet<QString> ids;
    for (const JournalRow &row : journal) {
        if (isOfList(row))
            // The rows of a file are listed one by one, as creations are.
            ids << (row.batchId.isEmpty() || row.kind == u"create" ? row.id : row.batchId);
    }
    return ids;
}

/// Returns what the desk's list of what needs attention, which the window shows, does not have, or has although it is
/// settled, in sentences.
QStringList missingInLists(desk::Desk &desk, const QString &accountId, const QList<JournalRow> &journal);

} // namespace tilldeck::faults
