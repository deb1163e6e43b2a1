// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/kept_rows.h"

#include "ui/lists/table.h"

#include <utility>

namespace tilldeck::ui {

namespace {

constexpr qsizetype mostHeld = 2000; ///< Of many that are selected, those that are read are fewer.

} // namespace

qint64 selectedCount(const QItemSelection &selection)
{
    qint64 count = 0;
    for (const QItemSelectionRange &range : selection)
        count += range.isValid() ? range.height() : 0;
    return count;
}

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
    const auto *table = qobject_cast<const Table *>(m_table);
    Held held;
    held.isAll = table && table->isAllSelected();
    QModelIndex current = m_table->currentIndex();
    const QItemSelection selection = m_table->selectionModel()->selection();
    const auto count = selectedCount(selection);
    if (count == 1 || (count > 0 && !current.isValid()))
        current = selection.front().topLeft();
    if (!current.isValid())
        return;
    emit leaving(count <= 1 ? current.row() : -1);
    held.current = m_keyOf(current.row());
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); !held.isAll && row <= range.bottom() && held.selected.size() < mostHeld; ++row) {
            if (const QString key = m_keyOf(row); !key.isEmpty())
                held.selected << key;
        }
    }
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
    const int current = held.current.isEmpty() ? -1 : m_rowOf(held.current);
    const bool isThere = current >= 0 || !there.isEmpty();
    if (held.isAll) {
        if (current >= 0)
            selection->setCurrentIndex(m_table->model()->index(current, 0), QItemSelectionModel::NoUpdate);
    } else if (!isThere) {
        selection->clear();
    } else {
        const int row = current >= 0 ? current : there.indexes().front().row();
        if (m_table->currentIndex().row() != row)
            m_table->setCurrentIndex(m_table->model()->index(row, 0));
        if (!there.isEmpty())
            selection->select(there, QItemSelectionModel::ClearAndSelect);
    }
    m_held.reset();
    return isThere || held.isAll;
}

} // namespace tilldeck::ui

#include "moc_kept_rows.cpp"
