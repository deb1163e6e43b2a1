// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/described_columns.h"

#include <QTableView>

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

} // namespace

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

} // namespace tilldeck::ui
