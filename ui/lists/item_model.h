// SPDX-License-Identifier: GPL-3.0-or-later
// A list whose rows are all in memory.
#pragma once

#include "ui/lists/described_model.h"
#include "ui/lists/kept_places.h"

#include <QHash>

#include <algorithm>
#include <utility>
#include <vector>

namespace tilldeck::ui {

/// What views use of every list that is in memory.
class ItemModelBase : public DescribedModel
{
    Q_OBJECT

public:
    using DescribedModel::DescribedModel;

    virtual QString idOf(int row) const = 0;
    virtual int rowOf(const QString &id) const = 0; ///< Returns -1 for an item that is not listed.
    bool canSortBy(int column) const final { return look(column); }

signals:
    /// Emitted when the items were set, even if that changed no row.
    void arrived();

protected:
    /// Returns the places of rows with these values of Column::rank(), in the order of the list.
    std::vector<size_t> placesBy(const std::vector<QVariant> &ranks) const;
};

/// Lists items, one in each row, as they come or sorted by any column. An item has a member `id`. Rows that stay are
/// not touched when others come, go or move.
template <class Item> class ItemModel : public ItemModelBase
{
public:
    using ItemModelBase::ItemModelBase;

    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_items.size());
    }
    QVariant data(const QModelIndex &index, int role) const final
    {
        return checkIndex(index, CheckIndexOption::IndexIsValid)
                   ? m_columns[static_cast<size_t>(index.column())].data(item(index.row()), role)
                   : QVariant();
    }
    const Item &item(int row) const { return m_items[static_cast<size_t>(row)]; }
    QString idOf(int row) const final { return item(row).id; }
    int rowOf(const QString &id) const final
    {
        const auto found = std::ranges::find(m_items, id, &Item::id);
        return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
    }

    void setItems(std::vector<Item> items)
    {
        m_asTheyCame = std::move(items);
        int digits = 0;
        for (const Item &item : m_asTheyCame)
            digits = digitsOf(m_columns, item, digits);
        become(inOrder());
        setFractionDigits(digits);
        emit arrived();
    }
    /// Lists nothing until the next items are set, which may be those of before.
    void forgetItems()
    {
        beginResetModel();
        m_asTheyCame.clear();
        m_items.clear();
        endResetModel();
    }
    /// Sorts by @p column; -1: as the items came.
    void sort(int column, Qt::SortOrder order) final
    {
        if (column >= columnCount() || (column == m_sortColumn && order == m_sortOrder))
            return;
        m_sortColumn = column;
        m_sortOrder = order;
        emit layoutAboutToBeChanged({}, VerticalSortHint);
        const QModelIndexList before = persistentIndexList();
        QStringList ids;
        for (const QModelIndex &index : before)
            ids << idOf(index.row());
        m_items = inOrder();
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i)
            after << index(rowOf(ids[i]), before[i].column());
        changePersistentIndexList(before, after);
        emit layoutChanged({}, VerticalSortHint);
    }

protected:
    void setColumns(std::vector<Column<Item>> columns, int sorted = -1, Qt::SortOrder order = Qt::AscendingOrder)
    {
        m_columns = std::move(columns);
        showColumns(m_columns, sorted, order);
    }
    /// Says that a column says something else of the items than before.
    void columnChanged(int column)
    {
        if (rowCount() == 0)
            return;
        emit dataChanged(index(0, column), index(rowCount() - 1, column));
        if (column == m_sortColumn)
            setItems(std::move(m_asTheyCame));
    }

    std::vector<Column<Item>> m_columns;

private:
    std::vector<Item> inOrder() const
    {
        if (isUsuallySorted() || m_sortColumn < 0)
            return m_asTheyCame;
        const Column<Item> &column = m_columns[static_cast<size_t>(m_sortColumn)];
        std::vector<QVariant> ranks;
        ranks.reserve(m_asTheyCame.size());
        for (const Item &item : m_asTheyCame)
            ranks.push_back(column.rankOf(item));
        std::vector<Item> items;
        for (const size_t place : placesBy(ranks))
            items.push_back(m_asTheyCame[place]);
        return items;
    }
    void become(std::vector<Item> next)
    {
        constexpr size_t mostMoves = 100; // each moves all rows below it
        QHash<QString, qint64> numbers;
        const auto placesOf = [&numbers](const std::vector<Item> &items) {
            std::vector<RowPlace> places;
            for (const Item &item : items) {
                auto number = numbers.constFind(item.id);
                if (number == numbers.cend())
                    number = numbers.insert(item.id, numbers.size());
                places.push_back({static_cast<int>(places.size()), *number});
            }
            return places;
        };
        const std::vector<RowPlace> before = placesOf(m_items), after = placesOf(next);
        std::vector<KeptPlace> kept = keptPlaces(before, after);
        if (m_items.size() + next.size() - 2 * kept.size() > mostMoves) {
            beginResetModel();
            m_items = std::move(next);
            endResetModel();
            return;
        }
        // From the end, so that the rows above have the positions of before.
        kept.insert(kept.begin(), {-1, -1});
        KeptPlace end{rowCount(), static_cast<int>(next.size())};
        for (auto place = kept.rbegin(); place != kept.rend(); end = *place++) {
            takeOut(place->before + 1, end.before);
            putIn(next, place->after + 1, end.after, place->before + 1);
        }
        for (int row = 0; row < rowCount(); ++row) {
            const Item &now = next[static_cast<size_t>(row)];
            if (std::exchange(m_items[static_cast<size_t>(row)], now) != now)
                emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
    void takeOut(int first, int end)
    {
        if (first >= end)
            return;
        beginRemoveRows({}, first, end - 1);
        m_items.erase(m_items.begin() + first, m_items.begin() + end);
        endRemoveRows();
    }
    void putIn(const std::vector<Item> &next, int first, int end, int row)
    {
        if (first >= end)
            return;
        beginInsertRows({}, row, row + end - first - 1);
        m_items.insert(m_items.begin() + row, next.begin() + first, next.begin() + end);
        endInsertRows();
    }

    std::vector<Item> m_asTheyCame;
    std::vector<Item> m_items; ///< In the order of the list.
};

} // namespace tilldeck::ui
