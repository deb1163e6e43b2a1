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
    int hideOrder = 0; ///< 1 goes first; 0 never goes.
    int share = 0;     ///< Of the room that is left over.
    int wanted = 0;    ///< Pixels that it gets first of that room, before shares.
    bool present = true;
};

/// Keeps the columns of a table as wide as the table: hides them in their order when they do not fit, and shares out
/// the room that is left. The header's sections are its own from then on.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    ColumnFit(QTableView *table, QList<FitColumn> columns);

    /// Titles of the columns that are hidden now, in the table's order.
    QStringList hidden() const;
    /// The least width of a column, in place of the one given at first.
    void setMinimum(int column, int width);
    /// A column that is not present is hidden at any width, and not among hidden().
    void setPresent(int column, bool present);
    /// Above 0: when it goes, as in FitColumn; 0: it stays now.
    void setHideOrder(int column, int order);
    /// The width that shows the column's texts whole.
    void setWanted(int column, int width);
    void fit();

signals:
    void hiddenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QTableView> m_table;
    QList<FitColumn> m_columns;
};

} // namespace tilldeck::ui
