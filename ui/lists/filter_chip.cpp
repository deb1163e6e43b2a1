// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/filter_chip.h"

#include "ui/style/icon.h"
#include "ui/style/paint.h"

#include <QKeyEvent>
#include <QStyle>

namespace tilldeck::ui {

FilterChip::FilterChip(const QString &text, QWidget *parent)
    : Chip(isolated(text), parent)
{
    setChecked(true);
    setAccessibleName(tr("Remove filter: %1").arg(text));
    setToolTip(tr("Remove this filter"));
}

QSize FilterChip::sizeHint() const
{
    return Chip::sizeHint() + QSize(px(16), 0);
}

void FilterChip::paintEvent(QPaintEvent *event)
{
    Chip::paintEvent(event);
    QPainter painter(this);
    const QRect cross(width() - px(22), (height() - px(14)) / 2, px(14), px(14));
    paintIcon(painter, mirrored(*this, cross), Icon::Close, tokens().text2);
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        return click();
    Chip::keyPressEvent(event);
}

} // namespace tilldeck::ui

#include "moc_filter_chip.cpp"
