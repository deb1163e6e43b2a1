// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QStringList>
#include <QVariant>

namespace tilldeck::ledger {

/// What follows WHERE: terms that all hold, with a mark for each of VALUES.
struct Where
{
    QStringList terms;
    QVariantList values;

    /// Only rows that come after the last row of the page before.
    void after(const PageKey &key);
    QString condition() const;
    /// Newest first, and one row more than LIMIT to see whether there are more.
    QString newestFirst(int limit) const;
};

/// Rows of these accounts; none for an empty list.
Where accountTerm(const QStringList &accountIds);

template <class Row> RecordPage<Row> pageOf(std::vector<Row> rows, int limit)
{
    RecordPage<Row> page;
    page.rows = std::move(rows);
    page.more = page.rows.size() > static_cast<size_t>(limit);
    if (page.more)
        page.rows.erase(page.rows.begin() + limit, page.rows.end());
    return page;
}

} // namespace tilldeck::ledger
