// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar_delegate.h"

#include "ui/shell/types.h"
#include "ui/style/icon.h"
#include "ui/style/paint.h"

#include <QAbstractItemView>
#include <QStyle>

#include <algorithm>

namespace tilldeck::ui {

namespace {

constexpr int mostInRail = 99;

/// Returns the number on the icon of the rail: of what needs attention alone, and none when nothing does.
QString railNumber(const QModelIndex &index, const QLocale &locale)
{
    const QVariant view = index.data(SavedViewRole);
    const int count = index.data(CountRole).toInt();
    if (!view.isValid() || view.toInt() != int(SavedView::NeedsAttention) || count <= 0)
        return {};
    return count > mostInRail ? SidebarDelegate::tr("%1+", "more than").arg(locale.toString(mostInRail))
                              : locale.toString(count);
}

} // namespace

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const PainterGuard guard(*painter);
    const Tokens &t = tokens();
    painter->setLayoutDirection(option.direction);
    const auto mirrored = [&](const QRect &logical) {
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    const int side = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    const QRect row = option.rect.adjusted(0, 0, 0, 0);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (index.data(SectionRole).toBool()) {
        if (m_rail)
            return;
        painter->setFont(font(TextStyle::Header));
        painter->setPen(t.text3);
        painter->drawText(row.adjusted(px(8), px(12), -px(8), 0), side, text);
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRect box = row.adjusted(0, 1, 0, -1);
    if (selected || hovered)
        paintBox(*painter, box, selected ? t.selected : t.hover, QColor(), controlRadius);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex() == index) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(t.link, 2));
        painter->drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), controlRadius, controlRadius);
    }
    QRect glyph(row.left() + px(8), 0, px(16), px(16));
    if (m_rail)
        glyph.moveLeft(row.left() + (row.width() - glyph.width()) / 2);
    glyph.moveTop(row.top() + (row.height() - glyph.height()) / 2);
    paintIcon(*painter, mirrored(glyph), index.data(IconRole).value<Icon>(), selected ? t.link : t.text2);
    if (m_rail) {
        const QString number = railNumber(index, option.locale);
        if (number.isEmpty())
            return;
        painter->setFont(font(TextStyle::Header));
        const int wide = std::max(px(14), painter->fontMetrics().horizontalAdvance(number) + px(6));
        const QRect badge = mirrored(QRect(row.right() + 1 - wide, row.top() + px(1), wide, px(14)));
        paintBox(*painter, badge, t.livePill, QColor(), px(7));
        painter->setPen(t.onLivePill);
        painter->drawText(badge, Qt::AlignCenter, number);
        return;
    }
    const QVariant count = index.data(CountRole);
    const QString number = !count.isValid()    ? QString()
                           : count.toInt() < 0 ? QString(QChar(0x2013))
                                               : option.locale.toString(count.toInt());
    painter->setFont(font(selected ? TextStyle::Total : TextStyle::Body));
    const int numberWidth = number.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(number) + px(8);
    const QRect words = mirrored(row.adjusted(px(32), 0, -px(8) - numberWidth, 0));
    painter->setPen(selected ? t.text : t.text2);
    painter->drawText(words, side, painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    painter->setFont(font(selected ? TextStyle::Name : TextStyle::Body));
    painter->setPen(selected ? t.text : t.text3);
    painter->drawText(mirrored(QRect(row.right() - px(8) - numberWidth, row.top(), numberWidth, row.height())),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), number);
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(SectionRole).toBool())
        return {option.rect.width(), px(m_rail ? 1 : 38)};
    return {option.rect.width(), px(30)};
}

} // namespace tilldeck::ui

#include "moc_sidebar_delegate.cpp"
