// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QHash>

#include <optional>

namespace tilldeck::ledger {

/// Holds rows of creations as they are, in the place of those that stand in a file that cannot be written.
class RowsInstead
{
public:
    /// Shows @p row in the place of the one of its intent; none at all where it has no value.
    void show(const QString &intentId, std::optional<SessionRecord> row);
    void forget(const QString &intentId) { m_rows.remove(intentId); }
    bool isEmpty() const { return m_rows.isEmpty(); }

    /// Returns what a row counts as, for SQL, where the file's own word for that is the expression @p stored; "hidden"
    /// for one that is not shown. @p now: milliseconds since 1970, UTC.
    QString effective(const QString &stored, qint64 now) const;
    /// Returns the condition, for SQL, that leaves out what is not shown; empty when there is nothing of that kind.
    QString isShown() const;
    /// Puts the rows in their places. What says where a row stands in its list stays.
    template <class Row> void apply(std::vector<Row> &rows) const
    {
        for (Row &row : rows) {
            const auto found = m_rows.constFind(row.intentId);
            if (found == m_rows.cend() || !found.value())
                continue;
            Row other(**found);
            other.key = row.key;
            other.accountId = row.accountId;
            other.createdAt = row.createdAt;
            row = std::move(other);
        }
    }

private:
    QHash<QString, std::optional<SessionRecord>> m_rows;
};

} // namespace tilldeck::ledger
