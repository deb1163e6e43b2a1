// SPDX-License-Identifier: GPL-3.0-or-later
// Small painting helpers that the style, the delegates and the widgets share.
#pragma once

#include "ui/style/theme.h"

#include <QPainter>
#include <QRectF>

class QWidget;

namespace tilldeck::ui {

inline constexpr qreal controlRadius = 5;
inline constexpr qreal groupRadius = 6;

/// Paints a rounded box with a 1 px border inside @p rect. Invalid colours are not painted.
void paintBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius,
              Qt::PenStyle pen = Qt::SolidLine);

/// Paints a hairline along the top (or bottom) of @p rect.
void paintLine(QPainter &painter, const QRect &rect, Qt::Edge edge, const QColor &color);

/// Returns @p logical, a rectangle of @p widget for a layout from left to right, in the layout that the widget has.
QRect mirrored(const QWidget &widget, const QRect &logical);

/// Returns @p text with its direction kept, whatever that of the layout: "23 h 56 min", "•••• k4Zp", "Mara…".
QString isolated(const QString &text);

/// Saves and restores the painter.
class PainterGuard
{
public:
    explicit PainterGuard(QPainter &painter)
        : m_painter(painter)
    {
        m_painter.save();
    }
    ~PainterGuard() { m_painter.restore(); }
    PainterGuard(const PainterGuard &) = delete;
    PainterGuard &operator=(const PainterGuard &) = delete;

private:
    QPainter &m_painter;
};

} // namespace tilldeck::ui
