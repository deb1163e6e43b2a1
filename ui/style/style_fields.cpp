// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icon.h"
#include "ui/style/paint.h"
#include "ui/style/style.h"

#include <QLineEdit>
#include <QStyleOption>

namespace tilldeck::ui {

void Style::drawField(const QStyleOption *option, QPainter &painter, const QWidget *widget) const
{
    const Tokens &t = m_look.tokens;
    const auto *edit = qobject_cast<const QLineEdit *>(widget);
    const bool writable = option->state.testFlag(State_Enabled) && (!edit || !edit->isReadOnly());
    paintBox(painter, option->rect, writable ? t.base : t.panel, frameColor(option, widget), controlRadius);
    if (!edit || !edit->property("error").toBool())
        return;
    QRect glyph(0, 0, px(16), px(16));
    glyph.moveCenter(option->rect.center());
    glyph.moveRight(option->rect.right() - px(8));
    paintIcon(painter, visualRect(option->direction, option->rect, glyph), Icon::Attention, t.danger);
}

QRect Style::comboBoxRect(const QStyleOption *option, SubControl sub) const
{
    const QRect r = option->rect;
    QRect logical;
    switch (sub) {
    case SC_ComboBoxFrame:
    case SC_ComboBoxListBoxPopup:
        return r;
    case SC_ComboBoxArrow:
        logical = QRect(r.right() - px(28), r.top(), px(28), r.height());
        break;
    case SC_ComboBoxEditField:
        logical = r.adjusted(px(7), 1, -px(28), -1);
        break;
    default:
        return {};
    }
    return visualRect(option->direction, r, logical);
}

void Style::drawComboBox(const QStyleOptionComboBox *option, QPainter &painter, const QWidget *widget) const
{
    const PainterGuard guard(painter);
    const Tokens &t = m_look.tokens;
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool hover = enabled && !option->editable && option->state.testFlag(State_MouseOver);
    paintBox(painter, option->rect,
             !enabled ? t.panel
             : hover  ? t.hover
                      : t.base,
             frameColor(option, widget), controlRadius);
    QRect glyph(0, 0, px(16), px(16));
    glyph.moveCenter(comboBoxRect(option, SC_ComboBoxArrow).center());
    paintIcon(painter, glyph, Icon::ChevronDown, enabled ? t.text2 : t.disabled);
    QRect text = comboBoxRect(option, SC_ComboBoxEditField);
    text = option->direction == Qt::RightToLeft ? text.adjusted(0, 0, -px(2), 0) : text.adjusted(px(2), 0, 0, 0);
    if (!option->currentIcon.isNull()) {
        QRect icon(QPoint(), option->iconSize);
        icon.moveCenter(text.center());
        const bool mirrored = option->direction == Qt::RightToLeft;
        if (mirrored)
            icon.moveRight(text.right());
        else
            icon.moveLeft(text.left());
        option->currentIcon.paint(&painter, icon, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        text = mirrored ? text.adjusted(0, 0, -icon.width() - px(6), 0) : text.adjusted(icon.width() + px(6), 0, 0, 0);
    }
    if (option->editable)
        return; // the line edit in it has the text
    painter.setPen(enabled ? t.text : t.disabled);
    const auto alignment = visualAlignment(option->direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(text, int(alignment) | Qt::TextSingleLine,
                     option->fontMetrics.elidedText(option->currentText, Qt::ElideRight, text.width()));
}

QRect Style::spinBoxRect(const QStyleOption *option, SubControl sub) const
{
    const QRect r = option->rect;
    const int width = px(24);
    QRect logical;
    switch (sub) {
    case SC_SpinBoxFrame:
        return r;
    case SC_SpinBoxUp:
        logical = QRect(r.right() - width, r.top(), width, r.height() / 2);
        break;
    case SC_SpinBoxDown:
        logical = QRect(r.right() - width, r.top() + r.height() / 2, width, r.height() - r.height() / 2);
        break;
    case SC_SpinBoxEditField:
        logical = r.adjusted(px(7), 1, -width, -1);
        break;
    default:
        return {};
    }
    return visualRect(option->direction, r, logical);
}

void Style::drawSpinBox(const QStyleOptionSpinBox *option, QPainter &painter, const QWidget *widget) const
{
    const Tokens &t = m_look.tokens;
    const bool enabled = option->state.testFlag(State_Enabled);
    paintBox(painter, option->rect, enabled ? t.base : t.panel, frameColor(option, widget), controlRadius);
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const QRect buttons = spinBoxRect(option, SC_SpinBoxUp) | spinBoxRect(option, SC_SpinBoxDown);
    QRect glyph(0, 0, px(16), px(16));
    glyph.moveCenter(buttons.center());
    paintIcon(painter, glyph, Icon::UpDown, enabled ? t.text2 : t.disabled);
}

} // namespace tilldeck::ui
