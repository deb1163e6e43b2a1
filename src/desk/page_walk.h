// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/provider.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace tilldeck::desk {

/// The most pages that are read of a list in one refresh.
inline constexpr int mostPages = 20;
/// The most pages of payments that are read where all payments are wanted.
inline constexpr int mostFullPages = 500;

/// Returns what tells the rows of @p page apart, those that could not be read too.
template <class T> QStringList rowsOf(const providers::Page<T> &page)
{
    QStringList rows;
    rows.reserve(page.size());
    for (const T &item : page.items)
        rows << item.id;
    for (const checkout::UnreadRow &row : page.unread)
        rows << row.identity;
    return rows;
}

/// Goes through a list whose every row has to be seen: each page begins with the last row of the page before, so that a
/// row that left the list in between, and moved the others up, is noticed.
class JoinedWalk
{
public:
    int offset() const { return m_offset; }

    /// Moves offset() on to the last of @p rows, those of the page there.
    void advance(const QStringList &rows)
    {
        const bool isNew = std::ranges::any_of(rows, [this](const QString &row) { return !isSeen(row); });
        // A page of rows that were all passed is no next one: the server does not heed the offset.
        if (!m_last.isEmpty() && (!rows.contains(m_last) || (rows.size() > 1 && !isNew)))
            m_isJoined = false;
        m_seen.unite(QSet<QString>(rows.begin(), rows.end()));
        // A page of one row leaves none to begin the next one with.
        const bool overlaps = rows.size() > 1;
        m_last = overlaps ? rows.last() : QString();
        m_offset += static_cast<int>(overlaps ? rows.size() - 1 : rows.size());
    }

    /// Returns whether every page so far began where the one before ended.
    bool isJoined() const { return m_isJoined; }
    bool isSeen(const QString &row) const { return !row.isEmpty() && m_seen.contains(row); }

private:
    QSet<QString> m_seen;
    QString m_last;
    int m_offset = 0;
    bool m_isJoined = true;
};

/// Returns how many rows of @p page could not be read and were on no page of @p walk.
template <class T> int newUnread(const providers::Page<T> &page, const JoinedWalk &walk)
{
    return static_cast<int>(std::ranges::count_if(
        page.unread, [&walk](const checkout::UnreadRow &row) { return !walk.isSeen(row.identity); }));
}

/// Finds the way through a list whose pages repeat rows, move them, or go round in a circle.
class PageWalk
{
public:
    int offset() const { return m_offset; }

    /// Moves offset() on by what was new on the page there, which held @p rows: a repeated row takes the place of none.
    void advance(const QStringList &rows)
    {
        const qsizetype before = m_seen.size();
        m_seen.unite(QSet<QString>(rows.begin(), rows.end()));
        const auto fresh = static_cast<int>(m_seen.size() - before);
        m_repeats = fresh > 0 ? 0 : m_repeats + 1;
        m_offset += fresh > 0 ? fresh : static_cast<int>(rows.size());
    }

    /// Returns whether nothing was new on two pages in a row. One such page is allowed: rows move down while others
    /// arrive at the top.
    bool isLooping() const { return m_repeats > 1; }

    /// Returns every row that was passed.
    const QSet<QString> &seen() const { return m_seen; }

private:
    QSet<QString> m_seen;
    int m_offset = 0;
    int m_repeats = 0;
};

} // namespace tilldeck::desk
