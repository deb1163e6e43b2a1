// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/item_table.h"

#include "ui/lists/item_model.h"
#include "ui/lists/kept_rows.h"
#include "ui/lists/list_columns.h"

namespace tilldeck::ui {

ItemTable::ItemTable(ItemModelBase &model, const QString &accessibleName, const QString &list,
                     const TimeLeftDelegate::Clock &now)
    : m_model(model)
    , m_kept(new KeptRows(
          this, &model, [&model](int row) { return model.idOf(row); },
          [&model](const QString &id) { return model.rowOf(id); }))
{
    setAccessibleName(accessibleName);
    setModel(&model);
    m_columns = new ListColumns(this, list, now);
    connect(m_columns, &ListColumns::sorted, this, &ItemTable::scrollToTop);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (m_kept->isHolding())
            return;
        m_currentId = current.isValid() ? m_model.idOf(current.row()) : QString();
        emit currentItemChanged();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &ItemTable::currentItemChanged); // nothing is current
    connect(&model, &ItemModelBase::arrived, this, &ItemTable::settle);
}

void ItemTable::settle()
{
    if (!m_kept->settle())
        m_currentId.clear();
    if (const int row = m_model.rowOf(m_currentId); row >= 0 && row != currentRow())
        setCurrentRow(row);
    else
        emit currentItemChanged();
}

void ItemTable::setCurrentRow(int row)
{
    if (row < 0)
        return setCurrentIndex({});
    // Whatever keys are held down: it is not chosen beside what was.
    selectionModel()->setCurrentIndex(m_model.index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ItemTable::setCurrentId(const QString &id)
{
    m_currentId = id;
    if (const int row = m_model.rowOf(id); row >= 0)
        setCurrentRow(row);
}

} // namespace tilldeck::ui

#include "moc_item_table.cpp"
