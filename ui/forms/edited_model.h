// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace tilldeck::ui {

/// A table of what the merchant types, row by row.
class EditedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// Emitted after each change by the merchant.
    void edited();
};

/// An EditedModel that keeps its rows, so that they can be added, removed and moved.
template <class Row> class EditedRowsModel : public EditedModel
{
public:
    using EditedModel::EditedModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

    bool removeRows(int row, int count, const QModelIndex &parent = {}) override
    {
        if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount())
            return false;
        beginRemoveRows({}, row, row + count - 1);
        m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
        endRemoveRows();
        emit edited();
        return true;
    }

    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before) override
    {
        if (row < 0 || count < 1 || row + count > rowCount() || before < 0 || before > rowCount() ||
            !beginMoveRows(from, row, row + count - 1, to, before))
            return false;
        const auto begin = m_rows.begin();
        if (before > row)
            std::rotate(begin + row, begin + row + count, begin + before);
        else
            std::rotate(begin + before, begin + row, begin + row + count);
        endMoveRows();
        // A row may say where it stands.
        emit dataChanged(index(std::min(row, before), 0), index(std::max(row + count, before) - 1, columnCount() - 1));
        emit edited();
        return true;
    }

protected:
    /// Adds @p added at the end and returns its row.
    int append(Row added)
    {
        const int row = rowCount();
        beginInsertRows({}, row, row);
        m_rows.push_back(std::move(added));
        endInsertRows();
        emit edited();
        return row;
    }

    std::vector<Row> m_rows;
};

} // namespace tilldeck::ui
