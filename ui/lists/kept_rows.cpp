// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/kept_rows.h"

#include <QItemSelectionModel>
#include <QTableView>

#include <utility>

namespace tilldeck::ui {

KeptRows::KeptRows(QTableView *table, QAbstractItemModel *model, KeyOf keyOf, RowOf rowOf)
    : QObject(table)
    , m_table(table)
    , m_keyOf(std::move(keyOf))
    , m_rowOf(std::move(rowOf))
{
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &KeptRows::hold);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_held.reset(); });
}

void KeptRows::hold()
{
    // The first removal only: after it, a neighbour is current.
    if (m_held || !m_table->selectionModel())
        return;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    QModelIndex current = m_table->currentIndex();
    if (selected.size() == 1 || (!selected.isEmpty() && !current.isValid()))
        current = selected.front();
    if (!current.isValid())
        return;
    emit leaving(selected.size() <= 1 ? current.row() : -1);
    Held held;
    held.current = m_keyOf(current.row());
    for (const QModelIndex &index : selected)
        held.selected << m_keyOf(index.row());
    m_held = std::move(held);
}

bool KeptRows::settle()
{
    if (!m_held)
        return true;
    // Still held: who looks at the table sees the end of it only.
    const Held held = *m_held;
    QItemSelectionModel *selection = m_table->selectionModel();
    QItemSelection there;
    for (const QString &key : held.selected) {
        const int row = m_rowOf(key);
        if (row >= 0)
            there.select(m_table->model()->index(row, 0),
                         m_table->model()->index(row, m_table->model()->columnCount() - 1));
    }
    const int current = m_rowOf(held.current);
    const bool isThere = current >= 0 || !there.isEmpty();
    if (!isThere) {
        selection->clear();
    } else {
        const int row = current >= 0 ? current : there.indexes().front().row();
        if (m_table->currentIndex().row() != row)
            m_table->setCurrentIndex(m_table->model()->index(row, 0));
        if (!there.isEmpty())
            selection->select(there, QItemSelectionModel::ClearAndSelect);
    }
    m_held.reset();
    return isThere;
}

} // namespace tilldeck::ui

#include "moc_kept_rows.cpp"
