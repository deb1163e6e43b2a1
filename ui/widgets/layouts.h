// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QWidget>

namespace tilldeck::ui {

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
