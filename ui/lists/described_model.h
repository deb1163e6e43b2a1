// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/column.h"

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace tilldeck::ui {

/// A list whose columns are described, wherever its rows come from.
class DescribedModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
    /// Returns nothing for a column that is not there.
    const ColumnLook *look(int column) const;
    /// Returns whether sort() orders the list by the column.
    virtual bool canSortBy(int column) const = 0;
    int sortColumn() const { return m_sortColumn; } ///< -1: as the rows come.
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    /// Returns the column by which the list is ordered until somebody chooses another; -1: as the rows come.
    int usualColumn() const { return m_usualColumn; }
    Qt::SortOrder usualOrder() const { return m_usualOrder; }
    bool isUsuallySorted() const { return m_sortColumn == m_usualColumn && m_sortOrder == m_usualOrder; }

protected:
    /// Sets what the columns are, which live as long as the model, and the column by which it is ordered at first.
    template <class Row> void showColumns(const std::vector<Column<Row>> &columns, int sorted, Qt::SortOrder order)
    {
        m_looks.clear();
        for (const Column<Row> &column : columns)
            m_looks.push_back(&column);
        m_sortColumn = m_usualColumn = sorted;
        m_sortOrder = m_usualOrder = order;
    }
    /// Returns the most decimals of the amounts of @p row that count, or @p digits if those are more.
    template <class Row> static int digitsOf(const std::vector<Column<Row>> &columns, const Row &row, int digits)
    {
        for (const Column<Row> &column : columns) {
            const auto amount = column.kind == ColumnKind::Amount ? column.amount(row) : std::nullopt;
            digits = std::max(digits, amount ? amount->currency().exponent() : 0);
        }
        return digits;
    }
    /// Sets how many decimals the amounts have room for. Emits headerDataChanged() where they had another.
    void setFractionDigits(int digits);

    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    int m_fractionDigits = 0; ///< Of the amounts; a reset of the model may change it.

private:
    std::vector<const ColumnLook *> m_looks;
    int m_usualColumn = -1;
    Qt::SortOrder m_usualOrder = Qt::AscendingOrder;
};

} // namespace tilldeck::ui
