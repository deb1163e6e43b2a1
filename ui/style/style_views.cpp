// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icon.h"
#include "ui/style/paint.h"
#include "ui/style/style.h"

#include <QHeaderView>
#include <QStyleOption>
#include <QTableView>

#include <algorithm>

namespace tilldeck::ui {

void Style::drawHeader(const QStyleOptionHeader *option, QPainter &painter, const QWidget *widget) const
{
    const PainterGuard guard(painter);
    const Tokens &t = m_look.tokens;
    painter.fillRect(option->rect, t.panel);
    paintLine(painter, option->rect, Qt::BottomEdge, t.line);

    int trailingInset = 0;
    if (const auto *view = widget ? qobject_cast<const QTableView *>(widget->parentWidget()) : nullptr)
        if (const auto *delegate = view->itemDelegateForColumn(option->section))
            trailingInset = delegate->property("headerInset").toInt();
    // Qt counts positions from the left in both directions.
    const bool mirrored = option->direction == Qt::RightToLeft;
    const bool first = option->position == (mirrored ? QStyleOptionHeader::End : QStyleOptionHeader::Beginning) ||
                       option->position == QStyleOptionHeader::OnlyOneSection;
    const QRect inner = option->rect.adjusted(px(first ? 16 : 8), 0, -px(8) - trailingInset, -1);

    painter.setFont(font(TextStyle::Header));
    const bool sorted = option->sortIndicator != QStyleOptionHeader::None;
    const int arrow = sorted ? px(16) : 0;
    const QString text = painter.fontMetrics().elidedText(option->text, Qt::ElideRight, inner.width() - arrow);
    const int width = std::min(painter.fontMetrics().horizontalAdvance(text), inner.width());
    QRect textRect(inner.left(), inner.top(), width, inner.height());
    if (option->textAlignment.testFlag(Qt::AlignRight) || option->textAlignment.testFlag(Qt::AlignTrailing))
        textRect.moveRight(inner.right() - arrow);
    painter.setPen(t.text2);
    // Amounts stand on the right in both directions.
    const auto side = trailingInset > 0 ? Qt::LeftToRight : option->direction;
    painter.drawText(visualRect(side, option->rect, textRect), Qt::AlignCenter, text);
    if (sorted) {
        QRect glyph(textRect.right() + px(3), 0, px(12), px(12));
        glyph.moveTop(inner.top() + (inner.height() - glyph.height()) / 2);
        // SortDown is how Qt calls an ascending order.
        const Icon icon = option->sortIndicator == QStyleOptionHeader::SortDown ? Icon::ChevronUp : Icon::ChevronDown;
        paintIcon(painter, visualRect(side, option->rect, glyph), icon, t.text2);
    }
}

void Style::drawTab(const QStyleOptionTab *option, QPainter &painter) const
{
    const PainterGuard guard(painter);
    const Tokens &t = m_look.tokens;
    const bool selected = option->state.testFlag(State_Selected);
    paintLine(painter, option->rect, Qt::BottomEdge, t.line);
    if (selected)
        painter.fillRect(QRect(option->rect.left(), option->rect.bottom() - 1, option->rect.width(), 2), t.link);
    painter.setFont(font(selected ? TextStyle::Total : TextStyle::Body));
    painter.setPen(!option->state.testFlag(State_Enabled) ? t.disabled : selected ? t.text : t.text2);
    painter.drawText(option->rect, Qt::AlignCenter | Qt::TextShowMnemonic, option->text);
    if (option->state.testFlag(State_HasFocus) && selected) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.link, 2));
        painter.drawRoundedRect(QRectF(option->rect).adjusted(1, 5, -1, -5), controlRadius, controlRadius);
    }
}

void Style::drawProgress(const QStyleOptionProgressBar *option, QPainter &painter) const
{
    const Tokens &t = m_look.tokens;
    QRectF bar = option->rect;
    const qreal height = std::min<qreal>(px(4), bar.height());
    bar = QRectF(bar.left(), bar.center().y() - height / 2, bar.width(), height);
    paintBox(painter, bar, t.line, QColor(), height / 2);
    const int range = option->maximum - option->minimum;
    const qreal part = range <= 0 ? 0 : qreal(option->progress - option->minimum) / range;
    QRectF done = bar;
    done.setWidth(bar.width() * std::clamp(part, 0.0, 1.0));
    if (option->direction == Qt::RightToLeft)
        done.moveRight(bar.right());
    if (done.width() >= 1)
        paintBox(painter, done, t.accent, QColor(), height / 2);
}

QRect Style::scrollBarRect(const QStyleOptionSlider *option, SubControl sub) const
{
    const bool horizontal = option->orientation == Qt::Horizontal;
    const int length = horizontal ? option->rect.width() : option->rect.height();
    const qint64 range = qint64(option->maximum) - option->minimum;
    const qint64 whole = range + option->pageStep;
    int slider = length;
    if (range > 0 && whole > 0)
        slider = int(std::clamp<qint64>(length * qint64(option->pageStep) / whole, std::min(px(28), length), length));
    const int start = sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition, length - slider,
                                              option->upsideDown);
    const auto part = [&](int from, int to) {
        const QRect logical =
            horizontal ? QRect(option->rect.left() + from, option->rect.top(), to - from, option->rect.height())
                       : QRect(option->rect.left(), option->rect.top() + from, option->rect.width(), to - from);
        return visualRect(option->direction, option->rect, logical);
    };
    switch (sub) {
    case SC_ScrollBarGroove:
        return option->rect;
    case SC_ScrollBarSlider:
        return part(start, start + slider);
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + slider, length);
    default:
        return {};
    }
}

void Style::drawScrollBar(const QStyleOptionSlider *option, QPainter &painter) const
{
    const Tokens &t = m_look.tokens;
    if (option->maximum <= option->minimum)
        return;
    const QRectF slider = scrollBarRect(option, SC_ScrollBarSlider);
    const bool hot = option->state.testFlag(State_MouseOver) || option->state.testFlag(State_Sunken);
    const bool horizontal = option->orientation == Qt::Horizontal;
    const QRectF thumb = horizontal ? slider.adjusted(2, 3, -2, -3) : slider.adjusted(3, 2, -3, -2);
    paintBox(painter, thumb, hot ? t.control : t.lineStrong, QColor(), std::min(thumb.width(), thumb.height()) / 2);
}

} // namespace tilldeck::ui
