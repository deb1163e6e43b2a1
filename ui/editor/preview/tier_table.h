// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"

#include <QWidget>

class QGridLayout;

namespace tilldeck::ui {

/// Shows all tiers side by side and marks the charged one. Many tiers scroll sideways.
class TierTable : public QWidget
{
    Q_OBJECT

public:
    TierTable(const checkout::Preview &preview, int declined, QWidget *parent = nullptr);
};

} // namespace tilldeck::ui
