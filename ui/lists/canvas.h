// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QPainter>
#include <QWidget>

namespace tilldeck::ui {

/// Paints its ground in the base colour: what a table stands on, under the toolbar and the chips too.
class Canvas : public QWidget
{
protected:
    void paintEvent(QPaintEvent * /*event*/) override { QPainter(this).fillRect(rect(), tokens().base); }
};

} // namespace tilldeck::ui
