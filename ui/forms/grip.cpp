// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/grip.h"

#include "ui/style/icon.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace tilldeck::ui {

Grip::Grip(const QString &toolTip, QWidget *parent)
    : QWidget(parent)
{
    setToolTip(toolTip);
    setCursor(Qt::SizeVerCursor);
    setFixedSize(sizeHint());
}

QSize Grip::sizeHint() const
{
    return {px(12), px(26)};
}

void Grip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect cell = QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, QSize(px(16), px(16)),
                                           rect().translated(px(isRightToLeft() ? 3 : -3), 0));
    paintIcon(painter, cell, Icon::Grip, color(Tone::Text3));
}

void Grip::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        emit draggedTo(event->globalPosition().toPoint());
}

} // namespace tilldeck::ui

#include "moc_grip.cpp"
