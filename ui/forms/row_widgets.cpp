// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/row_widgets.h"

#include "ui/widgets/layouts.h"

#include <QVBoxLayout>

#include <algorithm>

namespace tilldeck::ui {

RowWidgets::RowWidgets(QAbstractItemModel *model, Make make, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_make(std::move(make))
    , m_layout(makeColumnLayout(this, 0))
{
    connect(model, &QAbstractItemModel::modelReset, this, &RowWidgets::fill);
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insert(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { remove(first, last); });
    connect(model, &QAbstractItemModel::rowsMoved, this, &RowWidgets::arrange);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) { refresh(from.row(), to.row()); });
    fill();
}

void RowWidgets::fill()
{
    remove(0, count() - 1);
    if (m_model->rowCount() > 0)
        insert(0, m_model->rowCount() - 1);
}

void RowWidgets::insert(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        RowWidget *widget = m_make(QPersistentModelIndex(m_model->index(row, 0)));
        m_rows.insert(row, widget);
        m_layout->insertWidget(row, widget);
        widget->refresh();
        if (isVisible())
            widget->show();
    }
    arrange();
}

void RowWidgets::remove(int first, int last)
{
    for (int row = last; row >= first; --row) {
        RowWidget *widget = m_rows.takeAt(row);
        m_layout->removeWidget(widget);
        widget->hide();
        widget->deleteLater();
    }
    arrange();
}

void RowWidgets::refresh(int first, int last)
{
    for (int row = first; row <= last && row < count(); ++row)
        m_rows[row]->refresh();
}

void RowWidgets::arrange()
{
    std::ranges::sort(m_rows, [](RowWidget *a, RowWidget *b) { return a->row() < b->row(); });
    for (int row = 0; row < count(); ++row) {
        if (m_layout->indexOf(m_rows[row]) != row) {
            m_layout->removeWidget(m_rows[row]);
            m_layout->insertWidget(row, m_rows[row]);
        }
        m_rows[row]->refresh();
    }
    emit arranged();
}

} // namespace tilldeck::ui

#include "moc_row_widgets.cpp"
