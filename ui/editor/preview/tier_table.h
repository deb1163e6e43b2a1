// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"

#include <QWidget>

class QGridLayout;

namespace tilldeck::ui {

/// All tiers side by side; the column of the tier that is charged is marked. Scrolls sideways when there are many.
class TierTable : public QWidget
{
    Q_OBJECT

public:
    TierTable(const checkout::Preview &preview, int declined, QWidget *parent = nullptr);
};

} // namespace tilldeck::ui
