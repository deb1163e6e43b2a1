// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QBoxLayout>
#include <QWidget>

namespace tilldeck::ui {

/// Gives @p box a layout without margins; @p spacing is in pixels before the scale of the system's font.
inline QVBoxLayout *columnIn(QWidget *box, int spacing)
{
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(spacing));
    return column;
}
inline QHBoxLayout *rowIn(QWidget *box, int spacing)
{
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(spacing));
    return row;
}

/// Removes the items of @p layout from the one at index @p from on. Their widgets leave the window now and
/// are deleted by the event loop, because one of them may be the button whose click led to this call.
inline void clearLayout(QLayout &layout, int from = 0)
{
    while (QLayoutItem *item = layout.takeAt(from)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->setParent(nullptr);
            widget->deleteLater();
        } else if (QLayout *nested = item->layout()) {
            clearLayout(*nested);
        }
        delete item;
    }
}

} // namespace tilldeck::ui
