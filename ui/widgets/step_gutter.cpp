// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/step_gutter.h"

#include "ui/style/paint.h"

#include <QEvent>
#include <QLocale>

namespace tilldeck::ui {

void paintStep(QPainter &painter, QPointF centre, int number, bool filled)
{
    const PainterGuard guard(painter);
    const Tokens &t = tokens();
    const qreal size = px(18);
    const QRectF circle(centre.x() - size / 2, centre.y() - size / 2, size, size);
    paintBox(painter, circle, filled ? t.livePill : t.base, filled ? QColor() : t.control, size / 2);
    painter.setFont(font(TextStyle::Header));
    painter.setPen(filled ? t.onLivePill : t.text2);
    painter.drawText(circle, Qt::AlignCenter, QLocale().toString(number));
}

StepGutter::StepGutter(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void StepGutter::setAnchors(const QList<QWidget *> &anchors)
{
    for (const auto &anchor : std::as_const(m_anchors))
        if (anchor)
            anchor->removeEventFilter(this);
    m_anchors.clear();
    for (auto *anchor : anchors) {
        anchor->installEventFilter(this);
        m_anchors.append(anchor);
    }
    update();
}

void StepGutter::setCurrent(int step)
{
    m_current = step;
    update();
}

QSize StepGutter::sizeHint() const
{
    return {px(38), px(18)};
}

bool StepGutter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize || event->type() == QEvent::Show ||
        event->type() == QEvent::Hide)
        update();
    return QWidget::eventFilter(watched, event);
}

void StepGutter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QList<QPointF> centres;
    for (const auto &anchor : std::as_const(m_anchors))
        if (anchor && anchor->isVisibleTo(window()))
            centres.append(
                QPointF(width() / 2.0, mapFromGlobal(anchor->mapToGlobal(anchor->rect().center())).y() + 0.5));
    if (centres.size() > 1)
        painter.fillRect(
            QRectF(centres.first().x() - 0.5, centres.first().y(), 1, centres.last().y() - centres.first().y()),
            tokens().control);
    for (int i = 0; i < centres.size(); ++i)
        paintStep(painter, centres.at(i), i + 1, i == m_current);
}

} // namespace tilldeck::ui

#include "moc_step_gutter.cpp"
