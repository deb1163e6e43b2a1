// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

#include <QLocale>

namespace tilldeck::ui {

/// Returns the value of the topmost gridline in major units: a round number whose half is round too, not below
/// @p largest minor units.
double chartTop(qint64 largest, money::Currency currency);

/// Returns the label of a gridline: "0", "600", "1.2 k", "1 M".
QString axisText(double major, const QLocale &locale);

} // namespace tilldeck::ui
