// SPDX-License-Identifier: GPL-3.0-or-later
// Says what of a widget is cut, which scroll bars scroll nothing, and where a window has room that nothing fills.
#pragma once

#include "ui/widgets/amount.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Returns by how many pixels @p widget reaches over the sides of what shows it, as far as that cannot be scrolled.
inline int overlap(const QWidget &root, const QWidget *widget)
{
    int most = 0;
    for (const QWidget *around = widget->parentWidget(); around; around = around->parentWidget()) {
        const auto *area = qobject_cast<const QScrollArea *>(around->parentWidget());
        if (area && area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            break; // what does not fit is scrolled
        const int left = widget->mapTo(around, QPoint(0, 0)).x();
        most = std::max({most, -left, left + widget->width() - around->width()});
        if (around == &root)
            break;
    }
    return most;
}

/// Returns the texts below @p root that are not shown whole. What is elided in the middle is an id or an address.
inline QStringList cutTexts(const QWidget &root)
{
    QStringList cut;
    const auto report = [&cut](const QString &text, const char *how) {
        cut << u"%1 (%2)"_s.arg(text, QLatin1StringView(how));
    };
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&root))
            continue;
        QString text;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *amount = qobject_cast<const ui::AmountLabel *>(widget);
        if (label)
            text = label->text();
        else if (button)
            text = button->text();
        else if (amount)
            text = amount->text();
        if (text.isEmpty())
            continue;
        if (overlap(root, widget) > 0)
            report(text, "outside its panel");
        if (const auto *elided = qobject_cast<const ui::ElidedLabel *>(widget)) {
            if (!elided->isCut())
                continue;
            report(text, "elided");
        } else if (label && label->wordWrap()) {
            if (label->heightForWidth(label->width()) > label->height())
                report(text, "lower than its lines");
        } else if (widget->sizeHint().width() > widget->width()) {
            report(text, "narrower than its text");
        }
    }
    return cut;
}

/// Returns the contents below @p root that scroll although they fit, or are wider than their panel.
inline QStringList needlessScrolling(const QWidget &root)
{
    QStringList wrong;
    for (const QScrollArea *area : root.findChildren<QScrollArea *>()) {
        const QWidget *content = area->widget();
        if (!area->isVisibleTo(&root) || !content)
            continue;
        if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && content->width() > area->viewport()->width())
            wrong << u"%1: %2 px wide in %3"_s.arg(content->metaObject()->className())
                         .arg(content->width())
                         .arg(area->viewport()->width());
        int lowest = 0;
        for (const QWidget *child : content->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
            if (child->isVisibleTo(content))
                lowest = std::max(lowest, child->y() + child->height());
        const int margin = content->layout() ? content->layout()->contentsMargins().bottom() : 0;
        if (area->verticalScrollBar()->maximum() > 0 && lowest + margin <= area->viewport()->height())
            wrong << u"%1: its %2 px fit into %3, it scrolls %4"_s.arg(content->metaObject()->className())
                         .arg(lowest + margin)
                         .arg(area->viewport()->height())
                         .arg(area->verticalScrollBar()->maximum());
    }
    return wrong;
}

/// Returns how many pixels of the height of @p dialog nothing fills.
inline int emptyRoom(const QDialog &dialog)
{
    return dialog.height() - dialog.layout()->totalHeightForWidth(dialog.width());
}

} // namespace tilldeck::test
