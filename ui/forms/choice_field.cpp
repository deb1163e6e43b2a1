// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choice_field.h"

#include "ui/widgets/button.h"

#include <QKeyEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QWheelEvent>

#include <algorithm>

namespace tilldeck::ui {

ChoiceField::ChoiceField(ChoiceText texts, std::function<std::vector<Choice>()> choices, QWidget *parent)
    : QComboBox(parent)
    , m_texts(std::move(texts))
    , m_choices(std::move(choices))
{
    setAccessibleName(m_texts.name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    // The one entry is what assistive technology reads as the value.
    addItem(m_texts.placeholder);
}

void ChoiceField::setShown(const QString &id, const QString &title, const QString &secondary, const QString &code)
{
    m_id = id;
    m_title = title;
    m_secondary = secondary;
    m_code = code;
    setItemText(0, title.isEmpty() ? m_texts.placeholder : title);
    setToolTip(code.isEmpty() ? secondary : code);
    if (m_clear)
        m_clear->setVisible(!id.isEmpty());
    update();
}

void ChoiceField::setClearable(bool clearable)
{
    if (!clearable || m_clear)
        return;
    m_clear = new IconButton(Icon::Close, tr("Remove"), ButtonKind::Quiet, this);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setVisible(false);
    connect(m_clear, &IconButton::clicked, this, [this] { emit chosen(QString()); });
}

void ChoiceField::showPopup()
{
    open({});
}

void ChoiceField::open(const QString &typed)
{
    auto *popup = new ChoicePopup(m_texts, m_choices(), m_id, this);
    connect(popup, &ChoicePopup::chosen, this, &ChoiceField::chosen);
    popup->openWith(typed);
}

QSize ChoiceField::sizeHint() const
{
    return {px(150), QComboBox::sizeHint().height()};
}

QSize ChoiceField::minimumSizeHint() const
{
    return {px(90), QComboBox::minimumSizeHint().height()};
}

QRect ChoiceField::textRect() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
}

void ChoiceField::resizeEvent(QResizeEvent *event)
{
    QComboBox::resizeEvent(event);
    if (!m_clear)
        return;
    const int side = height() - 2;
    m_clear->setGeometry(
        QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter, QSize(side, side), textRect()));
}

void ChoiceField::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText.clear();
    painter.drawComplexControl(QStyle::CC_ComboBox, option);

    const auto ink = [this](Tone tone) { return isEnabled() ? color(tone) : tokens().disabled; };
    const auto direction = layoutDirection();
    const bool rtl = direction == Qt::RightToLeft;
    QRect rect = textRect();
    const auto cut = [&](int width, bool leading) {
        rect.adjust(leading != rtl ? width : 0, 0, leading != rtl ? 0 : -width, 0);
    };
    const auto text = [&](const QString &texts, TextStyle style, const QColor &pen, Qt::Alignment side,
                          Qt::TextElideMode elide) {
        painter.setFont(ui::font(style));
        painter.setPen(pen);
        const QString shown = painter.fontMetrics().elidedText(texts, elide, rect.width());
        const int width = std::min(rect.width(), painter.fontMetrics().horizontalAdvance(shown));
        const QRect cell = QStyle::alignedRect(direction, side | Qt::AlignVCenter, QSize(width, rect.height()), rect);
        painter.drawText(cell, int(Qt::AlignVCenter | Qt::AlignLeft), shown);
        cut(width + px(6), !(side & Qt::AlignRight));
    };

    cut(px(2), true);
    if (m_leading) {
        const QRect cell =
            QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(px(16), px(16)), rect);
        paintIcon(painter, cell, *m_leading, ink(Tone::Text2));
        cut(px(22), true);
    }
    if (m_title.isEmpty()) {
        text(m_texts.placeholder, TextStyle::Body, ink(Tone::Text3), Qt::AlignLeft, Qt::ElideRight);
        return;
    }
    if (m_clear && m_clear->isVisible()) {
        cut(m_clear->width(), false);
        if (!m_code.isEmpty())
            text(m_code, TextStyle::MonoSmall, ink(Tone::Text2), Qt::AlignRight, Qt::ElideMiddle);
    }
    // A bare id is written as an id.
    text(m_title, m_title == m_id ? TextStyle::Mono : TextStyle::Body, ink(Tone::Text), Qt::AlignLeft, Qt::ElideRight);
    if (!m_secondary.isEmpty())
        text(m_secondary, TextStyle::Body, ink(Tone::Text2), Qt::AlignLeft, Qt::ElideRight);
    if (!m_clear && !m_code.isEmpty())
        text(m_code, TextStyle::MonoSmall, ink(Tone::Text3), Qt::AlignLeft, Qt::ElideMiddle);
}

void ChoiceField::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const int key = event->key();
    if (plain && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        if (m_clear && !m_id.isEmpty())
            emit chosen(QString());
    } else if (plain && (key == Qt::Key_Down || key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter ||
                         key == Qt::Key_F4)) {
        open({});
    } else if (plain && !typed.isEmpty() && typed.at(0).isPrint()) {
        open(typed);
    } else {
        event->ignore();
    }
}

void ChoiceField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace tilldeck::ui

#include "moc_choice_field.cpp"
