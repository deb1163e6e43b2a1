// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/column.h"
#include "ui/lists/column_fit.h"
#include "ui/lists/delegates.h"

namespace tilldeck::ui {

/// Has @p table paint each of the columns @p looks as it is described, and returns how they fit.
QList<FitColumn> fitColumns(QTableView &table, const std::vector<const ColumnLook *> &looks,
                            const TimeLeftDelegate::Clock &clock);

/// The same for a model that describes its columns: look(column).
template <class Model>
QList<FitColumn> fitColumns(QTableView &table, const Model &model, const TimeLeftDelegate::Clock &clock)
{
    std::vector<const ColumnLook *> looks;
    for (int column = 0; column < model.columnCount(); ++column)
        looks.push_back(model.look(column));
    return fitColumns(table, looks, clock);
}

} // namespace tilldeck::ui
