// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace tilldeck::ui {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const QMargins margins = contentsMargins();
    const QRect inside = rect.marginsRemoved(margins);
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = inside.left(), y = inside.top(), line = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty()) // of a hidden widget, which takes no spacing either
            continue;
        const QSize size = item->sizeHint();
        if (x > inside.left() && x + size.width() > inside.right() + 1) {
            x = inside.left();
            y += line + spacing();
            line = 0;
        }
        if (place) {
            const QSize fitting(std::min(size.width(), inside.width()), size.height());
            item->setGeometry(QStyle::visualRect(direction, inside, QRect(QPoint(x, y), fitting)));
        }
        x += size.width() + spacing();
        line = std::max(line, size.height());
    }
    return y + line + margins.bottom() - rect.top();
}

} // namespace tilldeck::ui

#include "moc_flow_layout.cpp"
