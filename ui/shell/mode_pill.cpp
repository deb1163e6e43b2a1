// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mode_pill.h"

#include "ui/figures/account_name.h"
#include "ui/style/paint.h"

#include <QStyle>

namespace tilldeck::ui {

ModePill::ModePill(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(px(208), px(28));
}

void ModePill::setMode(accounts::Mode mode)
{
    m_mode = mode;
    setAccessibleName(text());
    update();
}

QString ModePill::text() const
{
    return modeText(m_mode);
}

void ModePill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.setFont(ui::font(TextStyle::Total));
    const QFontMetrics metrics = painter.fontMetrics();
    const int textWidth = metrics.horizontalAdvance(text());
    if (m_mode == accounts::Mode::Test) {
        // Slanted stripes, and a calm field behind the words.
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.testHatch);
        const int step = px(22), stripe = px(11), slant = height();
        for (int x = -slant; x < width(); x += step)
            painter.drawPolygon(QPolygonF({QPointF(x, height()), QPointF(x + slant, 0), QPointF(x + slant + stripe, 0),
                                           QPointF(x + stripe, height())}));
        const QRect field((width() - textWidth) / 2 - px(8), px(3), textWidth + px(16), height() - px(6));
        painter.fillRect(field, t.testBackground);
        painter.setPen(t.testText);
        painter.drawText(field, Qt::AlignCenter, text());
        return;
    }
    const bool live = m_mode == accounts::Mode::Live;
    const int dot = live ? px(13) : 0;
    const QRect pill = mirrored(*this, QRect(px(16), px(4), textWidth + dot + px(16), height() - px(8)));
    paintBox(painter, pill, live ? t.livePill : QColor(), live ? QColor() : t.text2, 4,
             live ? Qt::SolidLine : Qt::DashLine);
    painter.setPen(live ? t.onLivePill : t.text);
    QRect words(0, 0, textWidth, pill.height());
    words.moveTopLeft(
        QPoint(layoutDirection() == Qt::RightToLeft ? pill.left() + px(8) : pill.left() + px(8) + dot, pill.top()));
    painter.drawText(words, Qt::AlignCenter | Qt::TextDontClip, text());
    if (live) {
        const int x = layoutDirection() == Qt::RightToLeft ? words.right() + px(7) : pill.left() + px(8);
        paintBox(painter, QRectF(x, pill.center().y() - px(3) + 0.5, px(7), px(7)), t.onLivePill, QColor(),
                 px(7) / 2.0);
    }
}

} // namespace tilldeck::ui

#include "moc_mode_pill.cpp"
