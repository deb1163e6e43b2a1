// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_columns.h"

#include "ui/lists/column_choice.h"
#include "ui/lists/described_model.h"
#include "ui/lists/table.h"

#include <QHeaderView>

#include <algorithm>

namespace tilldeck::ui {

namespace {

QAbstractItemDelegate *makeDelegate(ColumnKind kind, const TimeLeftDelegate::Clock &clock, QAbstractItemView *parent)
{
    switch (kind) {
    case ColumnKind::Text:
    case ColumnKind::Number:
        return new RowDelegate(parent, TextStyle::Body, Tone::Text2);
    case ColumnKind::Value:
        return new RowDelegate(parent);
    case ColumnKind::Name:
        return new RowDelegate(parent, TextStyle::Name);
    case ColumnKind::Mono:
        return new RowDelegate(parent, TextStyle::Mono, Tone::Text2);
    case ColumnKind::Badge:
        return new BadgeDelegate(parent);
    case ColumnKind::Amount:
        return new AmountDelegate(parent);
    case ColumnKind::LesserAmount:
        return new AmountDelegate(parent, CurrencySlot::Shown, TextStyle::Body, Tone::Text2);
    case ColumnKind::Items:
        return new ItemsDelegate(parent);
    case ColumnKind::TimeLeft:
        return new TimeLeftDelegate(parent, clock);
    }
    Q_UNREACHABLE();
}

/// Has @p table paint each column of @p model as it is described, and returns how they fit.
QList<FitColumn> fitColumns(QTableView &table, const DescribedModel &model, const TimeLeftDelegate::Clock &clock)
{
    QList<FitColumn> columns;
    for (int column = 0; column < model.columnCount(); ++column) {
        const ColumnLook *look = model.look(column);
        columns.append({.column = column,
                        .minimum = look->minimum,
                        .hideOrder = look->hideOrder,
                        .share = look->share,
                        .isElided = look->isElided});
        table.setItemDelegateForColumn(column, makeDelegate(look->kind, clock, &table));
    }
    return columns;
}

} // namespace

ListColumns::ListColumns(Table *table, const QString &list, const TimeLeftDelegate::Clock &now)
    : QObject(table)
    , m_table(table)
    , m_model(static_cast<DescribedModel *>(table->model()))
    , m_list(list)
    , m_fit(new ColumnFit(table, fitColumns(*table, *m_model, now)))
{
    QHeaderView *header = table->horizontalHeader();
    header->setSortIndicatorShown(true);
    showSorted();
    header->setSectionsClickable(true);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ListColumns::sortBy);
    m_fit->allowChoice();
    connect(m_fit, &ColumnFit::chosenByHand, this, &ListColumns::changed);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &at) { showMenu(header->mapToGlobal(at)); });
    connect(table, &Table::menuRequested, this, &ListColumns::showMenu);
}

void ListColumns::sortBy(int column, Qt::SortOrder order)
{
    if (m_model->canSortBy(column) && (column != m_model->sortColumn() || order != m_model->sortOrder())) {
        emit aboutToSort();
        m_model->sort(column, order);
        emit sorted();
    }
    showSorted();
}

void ListColumns::sortAsUsual()
{
    if (m_model->isUsuallySorted())
        return;
    emit aboutToSort();
    m_model->sort(m_model->usualColumn(), m_model->usualOrder());
    emit sorted();
    showSorted();
}

/// Points the arrow of the header at what the list is sorted by.
void ListColumns::showSorted()
{
    QHeaderView *header = m_table->horizontalHeader();
    const QSignalBlocker silent(header);
    header->setSortIndicator(m_model->sortColumn(), m_model->sortOrder());
    header->viewport()->update();
    m_fit->measure(); // the arrow needs room, too
}

QString ListColumns::sortedText(const QString &usual) const
{
    const ColumnLook *look = m_model->look(m_model->sortColumn());
    if (!look || m_model->isUsuallySorted())
        return usual;
    const bool isAscending = m_model->sortOrder() == Qt::AscendingOrder;
    const QString title = look->title();
    switch (look->sorting) {
    case Sorting::ByTime:
        return (isAscending ? tr("Sorted by “%1”, earliest first", "column") : tr("Sorted by “%1”, latest first"))
            .arg(title);
    case Sorting::ByText:
        return (isAscending ? tr("Sorted by “%1”, A to Z", "column") : tr("Sorted by “%1”, Z to A")).arg(title);
    case Sorting::BySize:
        return (isAscending ? tr("Sorted by “%1”, smallest first", "column") : tr("Sorted by “%1”, largest first"))
            .arg(title);
    case Sorting::ByRank:
        return (isAscending ? tr("Sorted by “%1”", "column") : tr("Sorted by “%1”, the other way round")).arg(title);
    }
    Q_UNREACHABLE();
}

QString ListColumns::choice() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    ColumnChoice choice;
    bool isUsual = true;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const FitColumn now = m_fit->columnAt(column);
        const QString name = m_model->look(column)->name;
        choice.order << name;
        if (now.isPutAway)
            choice.hidden << name;
        if (now.chosen > 0)
            choice.widths.insert(name, now.chosen);
        isUsual = isUsual && column == place && !now.isPutAway && now.chosen == 0;
    }
    return isUsual ? QString() : choice.text();
}

void ListColumns::setChoice(const QString &text)
{
    const ColumnChoice choice = ColumnChoice::fromText(text);
    QSignalBlocker silent(m_fit);
    QHeaderView *header = m_table->horizontalHeader();
    const auto columnOf = [this](const QString &name) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            if (m_model->look(column)->name == name)
                return column;
        }
        return -1;
    };
    int place = 0;
    for (const QString &name : choice.order) {
        if (const int column = columnOf(name); column >= 0)
            header->moveSection(header->visualIndex(column), place++);
    }
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString name = m_model->look(column)->name;
        if (!choice.order.contains(name)) // a column of a newer program, or all of them
            header->moveSection(header->visualIndex(column), std::max(place, column));
        m_fit->setPutAway(column, choice.hidden.contains(name) && choice.hidden.size() < m_model->columnCount());
        m_fit->setChosen(column, choice.widths.value(name));
    }
    m_fit->fit();
    silent.unblock();
    emit m_fit->hiddenChanged();
}

} // namespace tilldeck::ui

#include "moc_list_columns.cpp"
