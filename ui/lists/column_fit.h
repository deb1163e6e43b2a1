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
    int share = 0;     ///< Relative share of the remaining room; 0: at least as wide as title and content, never cut.
    int wanted = 0;    ///< Pixels that it gets of that room before it is shared out.
    bool present = true;
    bool isElided = false;  ///< Whether it may be cut though it has no share: a name that has setWanted().
    bool isPutAway = false; ///< The merchant has hidden it.
    int chosen = 0;         ///< Pixels that the merchant gave it; 0: as many as fit.
    int content = 0;        ///< Pixels that its title and the rows that were looked at need.
};

/// Keeps the columns of a table as wide as the table: hides them in their order when they do not fit, gives the elastic
/// ones what their content needs, in the order of the table, and shares out the room that is left. The header's
/// sections are its own from then on. The table has its model before.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    ColumnFit(QTableView *table, QList<FitColumn> columns);

    /// Returns the titles of the columns that do not fit now, in the table's order.
    QStringList hidden() const;
    /// Returns "Columns hidden: Fee and Date"; empty when none is.
    QString hiddenText() const;
    /// Replaces the least width of a column.
    void setMinimum(int column, int width);
    /// Hides a column that is not present at any width; it is not among hidden().
    void setPresent(int column, bool present);
    /// Replaces FitColumn::hideOrder.
    void setHideOrder(int column, int order);
    /// Replaces FitColumn::wanted.
    void setWanted(int column, int width);
    /// Lets the merchant widen and move columns with the mouse.
    void allowChoice();
    void setPutAway(int column, bool putAway);
    void setChosen(int column, int width);
    /// Returns the column as it is now.
    FitColumn columnAt(int column) const;
    void fit();
    /// Measures titles and rows again, and fits the columns.
    void measure();

signals:
    void hiddenChanged();
    /// Emitted when the merchant has moved a column, or given it another width.
    void chosenByHand();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    template <class T> void set(int column, T FitColumn::*member, T value);
    int headerInset(int column) const; ///< What the titles of amounts leave free for the currencies.
    void measureRows(FitColumn &column, int first, int last);
    /// Returns the least width of @p column.
    static int leastOf(const FitColumn &column);
    QPointer<QTableView> m_table;
    QList<FitColumn> m_columns;
    bool m_isFitting = false;
};

} // namespace tilldeck::ui
