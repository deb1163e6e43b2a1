// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/column_fit.h"
#include "ui/lists/delegates.h"

class QMenu;
class QToolButton;

namespace tilldeck::ui {

class DescribedModel;
class Table;

/// The columns of a list as its model describes them, and what the merchant makes of them: sorts by them, hides, moves
/// and widens them, with the mouse, by the menu of the header or by that of a button.
class ListColumns : public QObject
{
    Q_OBJECT

public:
    /// @p table has its model. @p list names the list in the settings; never translated, never another one.
    ListColumns(Table *table, const QString &list, const TimeLeftDelegate::Clock &now);

    ColumnFit *fit() const { return m_fit; }
    QString list() const { return m_list; }
    /// Returns what the merchant did to the columns, for the settings; empty where they are as usual.
    QString choice() const;
    void setChoice(const QString &choice);
    void sortBy(int column, Qt::SortOrder order);
    void sortAsUsual();
    /// Returns by what the list is sorted; @p usual where it is as usual.
    QString sortedText(const QString &usual) const;
    /// Returns a new button with the menu.
    QToolButton *makeButton();
    void fillMenu(QMenu *menu);

signals:
    void choiceChanged(const QString &choice);
    void aboutToSort();
    void sorted();
    /// Emitted when @p menu is filled, so that the page adds what else can be done with the list.
    void menuFilled(QMenu *menu);

private:
    void fillColumnMenu(QMenu *menu, int column);
    void fillOrderMenu(QMenu *menu);
    void showMenu(const QPoint &at);
    void showSorted();
    void moveColumn(int column, int by);
    void setPutAway(int column, bool isPutAway);
    void setWidth(int column, int width);
    void changed() { emit choiceChanged(choice()); }

    Table *m_table;
    DescribedModel *m_model;
    QString m_list;
    ColumnFit *m_fit;
};

} // namespace tilldeck::ui
