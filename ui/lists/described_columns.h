// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/column_fit.h"
#include "ui/lists/delegates.h"
#include "ui/lists/described_model.h"

namespace tilldeck::ui {

/// Has @p table paint each column of @p model as it is described, and returns how they fit.
QList<FitColumn> fitColumns(QTableView &table, const DescribedModel &model, const TimeLeftDelegate::Clock &clock);

} // namespace tilldeck::ui
