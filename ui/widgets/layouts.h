// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QWidget>

namespace tilldeck::ui {

/// Returns a layout for the children of @p owner, which is null for a layout inside another one.
template <class Box> Box *makeBoxLayout(QWidget *owner, int spacing, const QMargins &margins)
{
    auto *layout = new Box(owner);
    layout->setContentsMargins(margins);
    layout->setSpacing(spacing);
    return layout;
}

inline QHBoxLayout *makeRowLayout(QWidget *owner, int spacing, const QMargins &margins = {})
{
    return makeBoxLayout<QHBoxLayout>(owner, spacing, margins);
}

inline QHBoxLayout *makeRowLayout(int spacing, const QMargins &margins = {})
{
    return makeRowLayout(nullptr, spacing, margins);
}

inline QVBoxLayout *makeColumnLayout(QWidget *owner, int spacing, const QMargins &margins = {})
{
    return makeBoxLayout<QVBoxLayout>(owner, spacing, margins);
}

inline QVBoxLayout *makeColumnLayout(int spacing, const QMargins &margins = {})
{
    return makeColumnLayout(nullptr, spacing, margins);
}

/// Appends @p widgets to @p layout, in this order.
template <class... Widgets> void addWidgets(QLayout &layout, Widgets *...widgets)
{
    (layout.addWidget(widgets), ...);
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
