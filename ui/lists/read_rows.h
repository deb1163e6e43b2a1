// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/kept_places.h"

#include <algorithm>
#include <map>
#include <utility>

namespace tilldeck::ui {

/// Holds those rows of a long list that were read, by their positions. @p Row has a member `key`.
template <class Row> class ReadRows
{
public:
    /// Returns nothing for a row that was not read.
    const Row *at(int position) const
    {
        const auto found = m_rows.find(position);
        return found == m_rows.end() ? nullptr : &found->second;
    }
    /// Returns -1 where no row that was read has the key.
    int positionOf(qint64 key) const
    {
        const auto found = std::ranges::find_if(m_rows, [key](const auto &placed) { return placed.second.key == key; });
        return found == m_rows.end() ? -1 : found->first;
    }
    int size() const { return static_cast<int>(m_rows.size()); }
    /// Returns how many rows from @p begin to the one before @p end were read.
    int countIn(int begin, int end) const
    {
        return static_cast<int>(std::distance(m_rows.lower_bound(begin), m_rows.lower_bound(end)));
    }
    auto begin() const { return m_rows.begin(); }
    auto end() const { return m_rows.end(); }
    void set(int position, Row row) { m_rows.insert_or_assign(position, std::move(row)); }
    void clear() { m_rows.clear(); }

    std::vector<RowPlace> places() const
    {
        std::vector<RowPlace> places;
        places.reserve(m_rows.size());
        for (const auto &[position, row] : m_rows)
            places.push_back({position, row.key});
        return places;
    }
    /// Makes room for @p count rows at @p position, which are not read.
    void insert(int position, int count) { shift(position, count); }
    void remove(int position, int count)
    {
        m_rows.erase(m_rows.lower_bound(position), m_rows.lower_bound(position + count));
        shift(position + count, -count);
    }
    /// Forgets the rows farthest from @p middle beyond @p most, but for those that @p isKept names.
    template <class IsKept> void trim(int middle, int most, IsKept isKept)
    {
        if (size() <= most)
            return;
        std::erase_if(m_rows, [&](const auto &placed) {
            return std::abs(placed.first - middle) > most / 2 && !isKept(placed.first);
        });
    }

private:
    void shift(int from, int by)
    {
        std::map<int, Row> moved;
        for (auto row = m_rows.lower_bound(from); row != m_rows.end();) {
            auto node = m_rows.extract(row++);
            node.key() += by;
            moved.insert(moved.end(), std::move(node));
        }
        m_rows.merge(moved);
    }

    std::map<int, Row> m_rows;
};

} // namespace tilldeck::ui
