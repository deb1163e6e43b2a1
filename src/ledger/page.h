// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of long lists.
#pragma once

#include <QDateTime>

#include <vector>

namespace tilldeck::ledger {

/// Says where a page begins: after this row, the last of the page before. The default is the first page.
struct PageKey
{
    QDateTime createdAt;
    qint64 key = 0;
};

template <class Row> struct RecordPage
{
    std::vector<Row> rows; ///< Newest first.
    bool more = false;
};

/// Says which rows of a list are wanted by their positions, counted from 0.
struct RowRange
{
    qint64 first = 0;
    int limit = 100;
};

/// Holds the rows that stand in a list from the position `first` on, in its order.
template <class Row> struct RowWindow
{
    std::vector<Row> rows; ///< Fewer than were asked for only at the end of the list.
    qint64 first = 0;
    qint64 total = 0; ///< How many rows the whole list has.
};

} // namespace tilldeck::ledger
