// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"
#include "ui/widgets/badge.h"

#include <optional>

class QWidget;

namespace tilldeck::ui {

/// Returns a column: the label with the tag that says where the figure comes from, and the figure below.
QWidget *makeHeadline(const QString &label, const std::optional<money::Money> &amount, FigureSource from);

} // namespace tilldeck::ui
