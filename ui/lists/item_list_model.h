// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace tilldeck::ui {

/// A table whose rows are all in memory, one for each item. An item has a member `id`.
template <class Item> class ItemListModel : public QAbstractTableModel
{
public:
    ItemListModel(int columns, QObject *parent)
        : QAbstractTableModel(parent)
        , m_columns(columns)
    {
    }

    const Item &item(int row) const { return m_items[static_cast<size_t>(row)]; }
    /// Returns the row of the item with @p id, or -1.
    int rowOf(const QString &id) const
    {
        const auto found = std::ranges::find(m_items, id, &Item::id);
        return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_items.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex &index, int role) const final
    {
        return this->checkIndex(index, QAbstractItemModel::CheckIndexOption::IndexIsValid)
                   ? cell(item(index.row()), index.column(), role)
                   : QVariant();
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
    }

protected:
    virtual QVariant cell(const Item &item, int column, int role) const = 0;
    virtual QString title(int column) const = 0;

    std::vector<Item> m_items;

private:
    int m_columns;
};

} // namespace tilldeck::ui
