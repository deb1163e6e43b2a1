// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/column_fit.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace tilldeck::ui {

ColumnFit::ColumnFit(QTableView *table, QList<FitColumn> columns)
    : QObject(table)
    , m_table(table)
    , m_columns(std::move(columns))
{
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setStretchLastSection(false);
    table->horizontalHeader()->setMinimumSectionSize(1);
    table->viewport()->installEventFilter(this);
    fit();
}

QStringList ColumnFit::hidden() const
{
    QStringList titles;
    for (const FitColumn &column : m_columns) {
        if (column.present && m_table->isColumnHidden(column.column))
            titles.append(m_table->model()->headerData(column.column, Qt::Horizontal).toString());
    }
    return titles;
}

template <class T> void ColumnFit::set(int column, T FitColumn::*member, T value)
{
    const auto found = std::ranges::find(m_columns, column, &FitColumn::column);
    if (found == m_columns.end() || (*found).*member == value)
        return;
    (*found).*member = value;
    fit();
}

void ColumnFit::setMinimum(int column, int width)
{
    set(column, &FitColumn::minimum, width);
}

void ColumnFit::widenFor(int column)
{
    const auto found = std::ranges::find(m_columns, column, &FitColumn::column);
    if (found == m_columns.end())
        return;
    const int rows = m_table->model()->rowCount();
    int width = found->minimum;
    if (found->rowsSeen == 0)
        found->least = found->minimum;
    if (rows < found->rowsSeen) { // another list
        found->rowsSeen = 0;
        width = found->least;
    }
    // Rows are added at the end, page by page, and a few new ones at the beginning.
    constexpr int mostAtBeginning = 100;
    const int seen = std::max(std::exchange(found->rowsSeen, rows), mostAtBeginning);
    for (int row = 0; row < rows; ++row) {
        if (row == mostAtBeginning)
            row = std::min(seen, rows - 1);
        width = std::max(width, m_table->sizeHintForIndex(m_table->model()->index(row, column)).width());
    }
    setMinimum(column, width);
}

void ColumnFit::setPresent(int column, bool present)
{
    set(column, &FitColumn::present, present);
}

void ColumnFit::setHideOrder(int column, int order)
{
    set(column, &FitColumn::hideOrder, order);
}

void ColumnFit::setWanted(int column, int width)
{
    set(column, &FitColumn::wanted, width);
}

void ColumnFit::fit()
{
    const int width = m_table->viewport()->width();
    int needed = 0;
    for (const FitColumn &column : m_columns)
        needed += column.present ? column.minimum : 0;

    QList<FitColumn> leaving = m_columns;
    leaving.removeIf([](const FitColumn &column) { return column.hideOrder == 0 || !column.present; });
    std::ranges::sort(leaving, {}, &FitColumn::hideOrder);
    QList<int> gone;
    for (const FitColumn &column : std::as_const(m_columns))
        if (!column.present)
            gone.append(column.column);
    for (const FitColumn &column : std::as_const(leaving)) {
        if (needed <= width)
            break;
        needed -= column.minimum;
        gone.append(column.column);
    }

    int shares = 0;
    for (const FitColumn &column : std::as_const(m_columns))
        shares += gone.contains(column.column) ? 0 : column.share;
    int room = std::max(0, width - needed);
    QHash<int, int> first;
    for (const FitColumn &column : std::as_const(m_columns)) {
        const int more = gone.contains(column.column) ? 0 : std::clamp(column.wanted - column.minimum, 0, room);
        first.insert(column.column, more);
        room -= more;
    }
    const QStringList before = hidden();
    for (const FitColumn &column : std::as_const(m_columns)) {
        const bool hide = gone.contains(column.column);
        m_table->setColumnHidden(column.column, hide);
        if (hide)
            continue;
        const int extra = shares > 0 ? room * column.share / shares : 0;
        room -= extra;
        shares -= column.share;
        m_table->setColumnWidth(column.column, column.minimum + first.value(column.column) + extra);
    }
    if (hidden() != before)
        emit hiddenChanged();
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_table)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace tilldeck::ui

#include "moc_column_fit.cpp"
