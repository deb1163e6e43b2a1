// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessions/charge_figures.h"

class QVBoxLayout;

namespace tilldeck::ui {

/// Appends GROUP below a rule: its title, and its lines with the quoted and the reported figures beside each other
/// where there are both. REPORTED heads the second: "As settled".
void addFigures(QVBoxLayout *column, const FigureGroup &group, const QString &reported);

/// Appends the rate as the provider told it, with a sentence where it does not fit the amounts.
void addRate(QVBoxLayout *column, const checkout::Conversion &conversion);

} // namespace tilldeck::ui
