// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choice_delegate.h"

#include "money/format.h"
#include "ui/forms/choices.h"
#include "ui/lists/roles.h"
#include "ui/widgets/amount.h"

#include <QPainter>

namespace tilldeck::ui {

namespace {

/// Paints @p text at one end of @p rect and removes its width from @p rect.
void paintAtEnd(QPainter &painter, QRect &rect, const QString &text, Qt::LayoutDirection direction)
{
    const int width = painter.fontMetrics().horizontalAdvance(text);
    const QRect cell =
        QStyle::alignedRect(direction, Qt::AlignRight | Qt::AlignVCenter, QSize(width, rect.height()), rect);
    painter.drawText(cell, int(Qt::AlignVCenter | Qt::AlignLeft), text);
    const int gone = width + px(8);
    rect.adjust(direction == Qt::RightToLeft ? gone : 0, 0, direction == Qt::RightToLeft ? 0 : -gone, 0);
}

} // namespace

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool chosen = option.state & QStyle::State_Selected;
    const bool open = index.flags() & Qt::ItemIsEnabled;
    const QColor strong = chosen ? tokens().onAccent : color(open ? Tone::Text : Tone::Text3);
    const QColor weak = chosen ? tokens().onAccent : color(open ? Tone::Text2 : Tone::Text3);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (chosen) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens().accent);
        painter->drawRoundedRect(option.rect, px(4), px(4));
    }
    QRect rect = option.rect.adjusted(px(10), 0, -px(10), 0);

    painter->setPen(weak);
    painter->setFont(ui::font(TextStyle::Code));
    if (const QString detail = index.data(ChoiceModel::DetailRole).toString(); !detail.isEmpty())
        paintAtEnd(*painter, rect, detail, option.direction);
    painter->setPen(strong);
    painter->setFont(ui::font(TextStyle::Body));
    if (const auto amount = amountOf(index.data(AmountRole)))
        paintAtEnd(*painter, rect, money::format(*amount, option.locale), option.direction);

    const auto line = [&](const QString &text, TextStyle style, const QColor &ink, Qt::Alignment vertical) {
        painter->setFont(ui::font(style));
        painter->setPen(ink);
        const QRect half = vertical & Qt::AlignTop ? rect.adjusted(0, px(3), 0, -rect.height() / 2 + px(2))
                                                   : rect.adjusted(0, rect.height() / 2 + px(1), 0, -px(3));
        painter->drawText(half, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, half.width()));
    };
    line(index.data(Qt::DisplayRole).toString(), TextStyle::Body, strong, Qt::AlignTop);
    const QString below = index.data(SecondaryTextRole).toString();
    const bool isId = below == index.data(Qt::EditRole).toString();
    line(below, isId ? TextStyle::MonoSmall : TextStyle::Code, weak, Qt::AlignBottom);
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {px(240), px(38)};
}

} // namespace tilldeck::ui

#include "moc_choice_delegate.cpp"
