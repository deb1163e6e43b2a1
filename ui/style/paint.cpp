// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/paint.h"

#include <QStyle>
#include <QWidget>

namespace tilldeck::ui {

void paintBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius,
              Qt::PenStyle pen)
{
    const PainterGuard guard(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (!border.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
        return;
    }
    QPen line(border, 1, pen);
    if (pen == Qt::DashLine)
        line.setDashPattern({3, 2});
    else if (pen == Qt::DotLine)
        line.setDashPattern({1, 1.5});
    line.setCapStyle(Qt::FlatCap);
    painter.setPen(line);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
}

void paintLine(QPainter &painter, const QRect &rect, Qt::Edge edge, const QColor &color)
{
    QRect line = rect;
    switch (edge) {
    case Qt::TopEdge:
        line.setHeight(1);
        break;
    case Qt::BottomEdge:
        line.setTop(rect.bottom());
        break;
    case Qt::LeftEdge:
        line.setWidth(1);
        break;
    case Qt::RightEdge:
        line.setLeft(rect.right());
        break;
    }
    painter.fillRect(line, color);
}

QRect mirrored(const QWidget &widget, const QRect &logical)
{
    return QStyle::visualRect(widget.layoutDirection(), widget.rect(), logical);
}

QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069); // first strong isolate, pop
}

} // namespace tilldeck::ui
