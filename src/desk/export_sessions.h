// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/account_names.h"
#include "desk/csv.h"
#include "desk/export_fields.h"
#include "ledger/ledger.h"

#include <functional>

namespace tilldeck::desk {

/// Writes sessions as CSV, one a line, in as many pieces as they are read in. It belongs to one thread at a time.
class SessionTable
{
public:
    /// Statuses are those at @p now. With @p fields, custom fields and metadata are columns behind the others: of those
    /// sessions that takeFields() was called with.
    SessionTable(AccountNames names, const Csv &csv, const QDateTime &now, bool fields);

    bool hasFields() const { return m_hasFields; }
    void takeFields(const std::vector<ledger::SessionRecord> &records);
    /// Returns what stands above the first line.
    QByteArray head() const;
    QByteArray lines(const std::vector<ledger::SessionRecord> &records) const;

private:
    struct Column
    {
        QString title;
        std::function<QByteArray(const ledger::SessionRecord &)> cell;
    };
    static std::vector<Column> columnsOf(const AccountNames &names, const Csv &csv, const QDateTime &now);

    Csv m_csv;
    std::vector<Column> m_columns;
    bool m_hasFields;
    ExportFields m_fields;
};

/// Returns sessions as @p csv, one a line below the titles, with their status at @p now. With @p fields, their custom
/// fields and metadata are columns behind the others.
QByteArray exportSessions(const std::vector<ledger::SessionRecord> &records, const AccountNames &names, const Csv &csv,
                          const QDateTime &now, bool fields);

} // namespace tilldeck::desk
