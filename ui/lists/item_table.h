// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/delegates.h"
#include "ui/lists/table.h"

namespace tilldeck::ui {

class ItemModelBase;
class KeptRows;
class ListColumns;

/// The table of a list that is in memory: with the columns as its model describes them. What is current stays current,
/// by its id, while items come, go and move; no other becomes current for one that is gone.
class ItemTable : public Table
{
    Q_OBJECT

public:
    /// @p list: see ListColumns.
    ItemTable(ItemModelBase &model, const QString &accessibleName, const QString &list,
              const TimeLeftDelegate::Clock &now);

    ListColumns *columns() const { return m_columns; }
    int currentRow() const { return currentIndex().row(); } ///< Returns -1 where none is current.
    /// Makes the row current; -1: none.
    void setCurrentRow(int row);
    /// Makes the item with @p id current when it is listed.
    void setCurrentId(const QString &id);

signals:
    /// Emitted when another item is current, or none, and when the current one may say something else.
    void currentItemChanged();

private:
    void settle();

    ItemModelBase &m_model;
    KeptRows *m_kept;
    ListColumns *m_columns;
    QString m_currentId;
};

} // namespace tilldeck::ui
