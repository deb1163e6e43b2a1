// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/paint.h"
#include "ui/style/style.h"
#include "ui/widgets/button.h"

#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

struct Paint
{
    QColor fill, border, text;
    QIcon::Mode icon = QIcon::Normal;
};

Paint paintFor(ButtonKind kind, QStyle::State state, const Tokens &t)
{
    const bool hover = state.testFlag(QStyle::State_MouseOver);
    const bool down = state.testFlag(QStyle::State_Sunken);
    if (!state.testFlag(QStyle::State_Enabled)) {
        const bool framed = kind != ButtonKind::Quiet && kind != ButtonKind::Link;
        return {QColor(), framed ? t.line : QColor(), t.disabled, QIcon::Disabled};
    }
    if (state.testFlag(QStyle::State_On))
        return {t.selected, kind == ButtonKind::Quiet ? QColor() : t.link, t.text};
    const QColor wash = down ? t.selectedOff : hover ? t.hover : QColor();
    switch (kind) {
    case ButtonKind::Primary:
        return {hover || down ? t.accentHover : t.accent, QColor(), t.onAccent, QIcon::Selected};
    case ButtonKind::Danger:
        return {down || hover ? t.badge(BadgeKind::Failed).background : t.base, t.danger, t.danger};
    case ButtonKind::Quiet:
        return {wash, QColor(), t.text2};
    case ButtonKind::Link:
        return {wash, QColor(), t.link};
    case ButtonKind::Normal:
        break;
    }
    return {wash.isValid() ? wash : t.base, t.control, t.text};
}

QFont labelFont(ButtonKind kind)
{
    return font(kind == ButtonKind::Primary || kind == ButtonKind::Danger ? TextStyle::Total : TextStyle::Body);
}

int padding(ButtonKind kind)
{
    return px(kind == ButtonKind::Link ? 6 : 11);
}

} // namespace

QSize Style::buttonSize(const QStyleOptionButton *option, const QWidget *widget) const
{
    const ButtonKind kind = buttonKind(widget);
    const QString hint = widget ? widget->property("hint").toString() : QString();
    int width = 2 * padding(kind) + QFontMetrics(labelFont(kind)).size(Qt::TextShowMnemonic, option->text).width();
    if (!option->icon.isNull())
        width += px(16) + (option->text.isEmpty() ? 0 : px(7));
    if (!hint.isEmpty())
        width += px(9) + QFontMetrics(font(TextStyle::Code)).horizontalAdvance(hint);
    if (option->features.testFlag(QStyleOptionButton::HasMenu))
        width += px(7 + 16);
    return {width, controlHeight(widget)};
}

void Style::drawButton(const QStyleOptionButton *option, QPainter &painter, const QWidget *widget) const
{
    const PainterGuard guard(painter);
    const ButtonKind kind = buttonKind(widget);
    const Paint paint = paintFor(kind, option->state, m_look.tokens);
    paintBox(painter, option->rect, paint.fill, paint.border, controlRadius);

    const QFont textFont = labelFont(kind);
    const QString hint = widget ? widget->property("hint").toString() : QString();
    const bool hasMenu = option->features.testFlag(QStyleOptionButton::HasMenu);
    const bool hasIcon = !option->icon.isNull();
    const int hintWidth = hint.isEmpty() ? 0 : px(9) + QFontMetrics(font(TextStyle::Code)).horizontalAdvance(hint);
    const int fixed =
        (hasIcon ? px(16) + (option->text.isEmpty() ? 0 : px(7)) : 0) + hintWidth + (hasMenu ? px(23) : 0);
    const QFontMetrics metrics(textFont);
    const int available = option->rect.width() - fixed - 2 * px(4);
    QString text = option->text;
    int textWidth = metrics.size(Qt::TextShowMnemonic, text).width();
    if (textWidth > available) {
        text = metrics.elidedText(text, Qt::ElideRight, available, Qt::TextShowMnemonic);
        textWidth = available;
    }

    // Laid out left to right from the leading edge of the centred group, then mirrored.
    int x = option->rect.left() + (option->rect.width() - fixed - textWidth) / 2;
    const auto place = [&](int width) {
        const QRect logical(x, option->rect.top(), width, option->rect.height());
        x += width;
        return visualRect(option->direction, option->rect, logical);
    };
    if (hasIcon) {
        const QRect slot = place(px(16));
        QRect glyph(0, 0, px(16), px(16));
        glyph.moveCenter(slot.center());
        if (paint.icon == QIcon::Normal && kind != ButtonKind::Normal) {
            // The icon follows the text's colour, whatever tone it was made with.
            QPixmap pixmap = option->icon.pixmap(glyph.size(), painter.device()->devicePixelRatioF());
            QPainter tint(&pixmap);
            tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
            tint.fillRect(pixmap.rect(), paint.text);
            tint.end();
            painter.drawPixmap(glyph, pixmap);
        } else {
            option->icon.paint(&painter, glyph, Qt::AlignCenter, paint.icon);
        }
        if (!text.isEmpty())
            x += px(7);
    }
    painter.setFont(textFont);
    painter.setPen(paint.text);
    painter.drawText(place(textWidth), Qt::AlignCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, isolated(text));
    if (!hint.isEmpty()) {
        x += px(9);
        painter.setFont(font(TextStyle::Code));
        painter.setPen(kind == ButtonKind::Primary ? paint.text : m_look.tokens.text3);
        painter.drawText(place(hintWidth - px(9)), Qt::AlignCenter, hint);
    }
    if (hasMenu) {
        x += px(7);
        QRect glyph(0, 0, px(16), px(16));
        glyph.moveCenter(place(px(16)).center());
        paintIcon(painter, glyph, Icon::ChevronDown, paint.text);
    }
}

void Style::drawToolButton(const QStyleOptionToolButton *option, QPainter &painter, const QWidget *widget) const
{
    const PainterGuard guard(painter);
    const ButtonKind kind = widget && widget->property("buttonKind").isValid() ? buttonKind(widget) : ButtonKind::Quiet;
    const Paint paint = paintFor(kind, option->state, m_look.tokens);
    paintBox(painter, option->rect, paint.fill, paint.border, controlRadius);
    const bool hasText = !option->text.isEmpty() && (option->toolButtonStyle != Qt::ToolButtonIconOnly);
    const bool hasIcon = !option->icon.isNull() && option->toolButtonStyle != Qt::ToolButtonTextOnly;
    QRect inner = option->rect.adjusted(px(hasText ? 8 : 0), 0, -px(hasText ? 8 : 0), 0);
    if (hasIcon) {
        QRect glyph(QPoint(), option->iconSize);
        glyph.moveCenter(inner.center());
        if (hasText)
            glyph.moveLeft(inner.left());
        option->icon.paint(&painter, visualRect(option->direction, option->rect, glyph), Qt::AlignCenter, paint.icon);
        inner.setLeft(hasText ? glyph.right() + px(7) : inner.left());
    }
    if (hasText) {
        painter.setFont(option->font);
        painter.setPen(paint.text);
        const QRect textRect = visualRect(option->direction, option->rect, inner);
        painter.drawText(textRect, Qt::AlignCenter | Qt::TextHideMnemonic,
                         isolated(painter.fontMetrics().elidedText(option->text, Qt::ElideRight, textRect.width())));
    }
}

void Style::drawCheck(const QStyleOption *option, QPainter &painter, bool round) const
{
    const Tokens &t = m_look.tokens;
    const bool on = option->state.testFlag(State_On) || option->state.testFlag(State_NoChange);
    const bool enabled = option->state.testFlag(State_Enabled);
    const qreal radius = round ? option->rect.height() / 2.0 : 4;
    const QColor border = enabled ? t.control : t.lineStrong;
    if (!on) {
        const bool hover = enabled && option->state.testFlag(State_MouseOver);
        paintBox(painter, option->rect, hover ? t.hover : t.base, border, radius);
        return;
    }
    paintBox(painter, option->rect, enabled ? t.accent : t.disabled, QColor(), radius);
    const qreal inset = option->rect.width() * (round ? 0.31 : 0.12);
    const QRectF inner = QRectF(option->rect).adjusted(inset, inset, -inset, -inset);
    if (round)
        paintBox(painter, inner, t.onAccent, QColor(), inner.height() / 2);
    else
        paintIcon(painter, inner, option->state.testFlag(State_NoChange) ? Icon::Minus : Icon::Check, t.onAccent);
}

} // namespace tilldeck::ui
