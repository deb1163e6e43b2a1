// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/column.h"

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace tilldeck::ui {

/// A table whose rows are all in memory, one for each item. An item has a member `id`. Its columns are described, or
/// overrides of cell() and title() are asked for them.
template <class Item> class ItemListModel : public QAbstractTableModel
{
public:
    ItemListModel(int columns, QObject *parent)
        : QAbstractTableModel(parent)
        , m_columns(columns)
    {
    }

    ItemListModel(std::vector<Column<Item>> columns, QObject *parent)
        : ItemListModel(static_cast<int>(columns.size()), parent)
    {
        m_described = std::move(columns);
    }

    /// Returns how the column is described.
    const ColumnLook *look(int column) const { return &m_described.at(static_cast<size_t>(column)); }
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
    virtual QVariant cell(const Item &item, int column, int role) const
    {
        return m_described.at(static_cast<size_t>(column)).data(item, role);
    }
    virtual QString title(int column) const { return m_described.at(static_cast<size_t>(column)).title(); }

    std::vector<Item> m_items;

private:
    std::vector<Column<Item>> m_described;
    int m_columns;
};

} // namespace tilldeck::ui
