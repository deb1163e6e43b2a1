// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

#include <QLocale>

namespace tilldeck::ui {

/// The value of the topmost gridline in major units: at least LARGEST minor units, a round number whose half is round
/// too.
double chartTop(qint64 largest, money::Currency currency);

/// What stands beside a gridline: "0", "600", "1.2 k", "1 M".
QString axisText(double major, const QLocale &locale);

} // namespace tilldeck::ui
