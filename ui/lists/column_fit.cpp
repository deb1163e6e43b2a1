// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/column_fit.h"

#include "ui/lists/roles.h"
#include "ui/style/theme.h"

#include <QAbstractItemDelegate>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace tilldeck::ui {

namespace {

constexpr int mostForContent = 260; ///< What a long text gets before the room is shared out.
constexpr int mostMeasured = 1000;  ///< Rows; a list of more is not looked through for its widest text.

} // namespace

ColumnFit::ColumnFit(QTableView *table, QList<FitColumn> columns)
    : QObject(table)
    , m_table(table)
    , m_columns(std::move(columns))
{
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setStretchLastSection(false);
    table->horizontalHeader()->setMinimumSectionSize(1);
    table->viewport()->installEventFilter(this);
    const QAbstractItemModel *model = table->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        for (FitColumn &column : m_columns)
            measureRows(column, first, last);
        fit();
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this, model] {
        if (model->rowCount() < mostMeasured) // else the columns stay as wide as they were
            measure();
    });
    connect(model, &QAbstractItemModel::modelReset, this, &ColumnFit::measure);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &ColumnFit::measure); // amounts with more decimals
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        for (FitColumn &column : m_columns)
            if (column.column >= first.column() && column.column <= last.column())
                measureRows(column, first.row(), last.row());
        fit();
    });
    measure();
}

QStringList ColumnFit::hidden() const
{
    QStringList titles;
    for (const FitColumn &column : m_columns) {
        if (column.present && !column.isPutAway && m_table->isColumnHidden(column.column))
            titles.append(m_table->model()->headerData(column.column, Qt::Horizontal).toString());
    }
    return titles;
}

QString ColumnFit::hiddenText() const
{
    const QStringList titles = hidden();
    return titles.isEmpty() ? QString() : tr("Columns hidden: %1").arg(QLocale().createSeparatedList(titles));
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

void ColumnFit::measure()
{
    const QFontMetrics title(font(TextStyle::Header));
    const QHeaderView *header = m_table->horizontalHeader();
    for (FitColumn &column : m_columns) {
        const bool isFirst = header->visualIndex(column.column) == 0;
        const QString text = m_table->model()->headerData(column.column, Qt::Horizontal).toString();
        const bool isSorted = header->isSortIndicatorShown() && header->sortIndicatorSection() == column.column;
        column.content = title.horizontalAdvance(text) + 1 + px(isFirst ? 24 : 16) + (isSorted ? px(16) : 0) +
                         headerInset(column.column);
        measureRows(column, 0, m_table->model()->rowCount() - 1);
    }
    fit();
}

int ColumnFit::headerInset(int column) const
{
    const auto *delegate = m_table->itemDelegateForColumn(column);
    return delegate ? delegate->property("headerInset").toInt() : 0;
}

void ColumnFit::measureRows(FitColumn &column, int first, int last)
{
    constexpr int mostElastic = 100; // its content is a wish only
    const bool isElastic = column.share > 0 || column.isElided;
    last = std::min(last, isElastic ? mostElastic : first + mostMeasured);
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_table->model()->index(row, column.column);
        if (!index.data(PendingRole).toBool())
            column.content = std::max(column.content, m_table->sizeHintForIndex(index).width());
    }
}

int ColumnFit::leastOf(const FitColumn &column)
{
    if (column.chosen > 0)
        return column.chosen;
    return column.share == 0 && !column.isElided ? std::max(column.minimum, column.content) : column.minimum;
}

void ColumnFit::setPresent(int column, bool present)
{
    set(column, &FitColumn::present, present);
}

void ColumnFit::setPutAway(int column, bool putAway)
{
    set(column, &FitColumn::isPutAway, putAway);
}

void ColumnFit::setChosen(int column, int width)
{
    constexpr int least = 40;
    set(column, &FitColumn::chosen, width > 0 ? std::max(width, px(least)) : 0);
}

FitColumn ColumnFit::columnAt(int column) const
{
    const auto found = std::ranges::find(m_columns, column, &FitColumn::column);
    return found == m_columns.end() ? FitColumn() : *found;
}

void ColumnFit::allowChoice()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(true);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_isFitting || width == 0)
            return;
        setChosen(column, width);
        emit chosenByHand();
    });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        measure(); // the first column stands further from the edge
        emit chosenByHand();
    });
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
    if (std::exchange(m_isFitting, true))
        return;
    const int width = m_table->viewport()->width();
    int needed = 0;
    for (const FitColumn &column : m_columns)
        needed += column.present && !column.isPutAway ? leastOf(column) : 0;

    QList<FitColumn> leaving = m_columns;
    leaving.removeIf(
        [](const FitColumn &column) { return column.hideOrder == 0 || !column.present || column.isPutAway; });
    std::ranges::sort(leaving, {}, &FitColumn::hideOrder);
    QList<int> gone;
    for (const FitColumn &column : std::as_const(m_columns))
        if (!column.present || column.isPutAway)
            gone.append(column.column);
    for (const FitColumn &column : std::as_const(leaving)) {
        if (needed <= width)
            break;
        needed -= leastOf(column);
        gone.append(column.column);
    }

    int shares = 0;
    for (const FitColumn &column : std::as_const(m_columns))
        shares += gone.contains(column.column) || column.chosen > 0 ? 0 : column.share;
    int room = std::max(0, width - needed);
    QHash<int, int> first;
    for (const FitColumn &column : std::as_const(m_columns)) {
        const int content = column.share > 0 ? std::min(column.content, px(mostForContent)) : 0;
        const int wanted = std::max(column.wanted, content) - leastOf(column);
        const int more = gone.contains(column.column) || column.chosen > 0 ? 0 : std::clamp(wanted, 0, room);
        first.insert(column.column, more);
        room -= more;
    }
    const QStringList before = hidden();
    for (const FitColumn &column : std::as_const(m_columns)) {
        const bool hide = gone.contains(column.column);
        m_table->setColumnHidden(column.column, hide);
        if (hide)
            continue;
        const int share = column.chosen > 0 ? 0 : column.share;
        const int extra = shares > 0 ? room * share / shares : 0;
        room -= extra;
        shares -= share;
        m_table->setColumnWidth(column.column, leastOf(column) + first.value(column.column) + extra);
    }
    m_isFitting = false;
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
