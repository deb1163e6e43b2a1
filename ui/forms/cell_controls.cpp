// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/cell_controls.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QWheelEvent>

namespace tilldeck::ui {

namespace {

bool isAtRest(const QWidget *control)
{
    return !control->hasFocus() && !control->underMouse() && !control->property("error").toBool();
}

void paintText(QWidget *control, const QString &text, const QColor &ink)
{
    QPainter painter(control);
    painter.setFont(control->font());
    painter.setPen(control->isEnabled() ? ink : tokens().disabled);
    const QRect rect = control->rect().adjusted(px(9), 0, -px(9), 0);
    painter.drawText(rect, int(QStyle::visualAlignment(control->layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

CellEdit::CellEdit(const QString &accessibleName, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(accessibleName);
    setPlaceholderText(placeholder);
    setProperty("dense", true);
    setAttribute(Qt::WA_Hover);
}

void CellEdit::paintEvent(QPaintEvent *event)
{
    if (!isAtRest(this))
        QLineEdit::paintEvent(event);
    else if (text().isEmpty())
        paintText(this, placeholderText(), color(Tone::Text3));
    else
        paintText(this, text(), color(Tone::Text));
}

CellCombo::CellCombo(const QString &accessibleName, QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(accessibleName);
    setProperty("dense", true);
    setAttribute(Qt::WA_Hover);
}

void CellCombo::paintEvent(QPaintEvent *event)
{
    if (isAtRest(this))
        paintText(this, currentText(), color(Tone::Text));
    else
        QComboBox::paintEvent(event);
}

void CellCombo::wheelEvent(QWheelEvent *event)
{
    // Scrolling the form must not change a value on the way.
    event->ignore();
}

} // namespace tilldeck::ui

#include "moc_cell_controls.cpp"
