// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QTableView;

namespace tilldeck::ui {

/// How a column behaves when the table is narrow or wide.
struct FitColumn
{
    int column = 0;
    int minimum = 0;   ///< Pixels.
    int hideOrder = 0; ///< 1 is hidden first; 0 never.
    int share = 0;     ///< Relative share of the remaining room.
    int wanted = 0;    ///< Pixels that it gets of that room before it is shared out.
    bool present = true;
    int least = 0;    ///< The minimum before widenFor().
    int rowsSeen = 0; ///< How many rows widenFor() has looked at.
};

/// Keeps the columns of a table as wide as the table: hides them in their order when they do not fit, and shares out
/// the room that is left. The header's sections are its own from then on.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    ColumnFit(QTableView *table, QList<FitColumn> columns);

    /// Returns the titles of the columns that do not fit now, in the table's order.
    QStringList hidden() const;
    /// Replaces the least width of a column.
    void setMinimum(int column, int width);
    /// Makes the least width of a column that of its widest content, when that is more: nothing of it is cut. To be
    /// called when rows have arrived; those that were looked at before are not read again, but for the first hundred.
    void widenFor(int column);
    /// Hides a column that is not present at any width; it is not among hidden().
    void setPresent(int column, bool present);
    /// Replaces FitColumn::hideOrder.
    void setHideOrder(int column, int order);
    /// Replaces FitColumn::wanted.
    void setWanted(int column, int width);
    void fit();

signals:
    void hiddenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    template <class T> void set(int column, T FitColumn::*member, T value);
    QPointer<QTableView> m_table;
    QList<FitColumn> m_columns;
};

} // namespace tilldeck::ui
