// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/charge_figures.h"

class QVBoxLayout;

namespace tilldeck::ui {

/// Appends @p group below a rule: its title, its lines with the quoted and the reported figures beside each other if
/// there are both, and the rate as the provider reported it. @p reported heads the second column: "As settled".
void addFigures(QVBoxLayout *column, const FigureGroup &group, const QString &reported);

} // namespace tilldeck::ui
