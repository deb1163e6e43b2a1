// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icon.h"
#include "ui/style/paint.h"
#include "ui/style/style.h"

#include <QStyleOption>

namespace tilldeck::ui {

namespace {

/// Returns text and shortcut of @p text, which is "Text\tShortcut" as QMenu passes it.
std::pair<QString, QString> split(const QString &text)
{
    const auto tab = text.indexOf(u'\t');
    return tab < 0 ? std::pair(text, QString()) : std::pair(text.left(tab), text.mid(tab + 1));
}

} // namespace

QSize Style::menuItemSize(const QStyleOptionMenuItem *option, const QSize &size) const
{
    if (option->menuItemType == QStyleOptionMenuItem::Separator)
        return option->text.isEmpty()
                   ? QSize(size.width(), px(9))
                   : QSize(QFontMetrics(font(TextStyle::Header)).horizontalAdvance(option->text) + px(28), px(26));
    const auto [text, shortcut] = split(option->text);
    int width = px(10 + 24 + 16) + option->fontMetrics.size(Qt::TextShowMnemonic, text).width();
    if (!shortcut.isEmpty())
        width += px(24) + QFontMetrics(font(TextStyle::Code)).horizontalAdvance(shortcut);
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu)
        width += px(24);
    return {width, px(28)};
}

void Style::drawMenuItem(const QStyleOptionMenuItem *option, QPainter &painter) const
{
    const PainterGuard guard(painter);
    const Tokens &t = m_look.tokens;
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        if (option->text.isEmpty()) {
            const QRect middle(option->rect.left() + px(1), option->rect.center().y(), option->rect.width() - px(2), 1);
            painter.fillRect(middle, t.line);
            return;
        }
        painter.setFont(font(TextStyle::Header));
        painter.setPen(t.text3);
        painter.drawText(option->rect.adjusted(px(10), 0, -px(10), 0),
                         int(visualAlignment(option->direction, Qt::AlignLeft | Qt::AlignVCenter)), option->text);
        return;
    }
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool selected = enabled && option->state.testFlag(State_Selected);
    if (selected)
        paintBox(painter, option->rect, t.accent, QColor(), 4);
    const QColor ink = !enabled ? t.disabled : selected ? t.onAccent : t.text;
    const auto [text, shortcut] = split(option->text);

    QRect glyph(option->rect.left() + px(10), 0, px(16), px(16));
    glyph.moveTop(option->rect.top() + (option->rect.height() - glyph.height()) / 2);
    const QRect iconRect = visualRect(option->direction, option->rect, glyph);
    if (option->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option->checked)
            paintIcon(painter, iconRect, Icon::Check, ink);
    } else if (!option->icon.isNull()) {
        option->icon.paint(&painter, iconRect, Qt::AlignCenter,
                           !enabled   ? QIcon::Disabled
                           : selected ? QIcon::Selected
                                      : QIcon::Normal);
    }
    painter.setFont(option->font);
    painter.setPen(ink);
    const bool indented = option->maxIconWidth > 0 || option->menuHasCheckableItems;
    const QRect body =
        visualRect(option->direction, option->rect, option->rect.adjusted(px(indented ? 34 : 10), 0, -px(12), 0));
    painter.drawText(body,
                     int(visualAlignment(option->direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextShowMnemonic,
                     isolated(text));
    const auto trailing = int(visualAlignment(option->direction, Qt::AlignRight | Qt::AlignVCenter));
    if (!shortcut.isEmpty()) {
        painter.setFont(font(TextStyle::Code));
        if (enabled && !selected)
            painter.setPen(t.text3);
        painter.drawText(body, trailing, shortcut);
    }
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu) {
        QRect arrow(option->rect.right() - px(24), 0, px(16), px(16));
        arrow.moveTop(glyph.top());
        painter.setLayoutDirection(option->direction);
        paintIcon(painter, visualRect(option->direction, option->rect, arrow), Icon::ChevronRight, ink);
    }
}

void Style::drawMenuBarItem(const QStyleOptionMenuItem *option, QPainter &painter) const
{
    const PainterGuard guard(painter);
    const Tokens &t = m_look.tokens;
    painter.fillRect(option->rect, t.window);
    if (option->state.testFlag(State_Selected) || option->state.testFlag(State_Sunken))
        paintBox(painter, option->rect.adjusted(0, 2, 0, -2), t.selectedOff, QColor(), 4);
    painter.setPen(option->state.testFlag(State_Enabled) ? t.text : t.disabled);
    painter.drawText(option->rect, Qt::AlignCenter | Qt::TextShowMnemonic, option->text);
}

} // namespace tilldeck::ui
