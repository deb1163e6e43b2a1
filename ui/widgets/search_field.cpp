// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"

#include "ui/style/icon.h"

#include <QAbstractItemView>
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QPainter>

#include <chrono>

namespace tilldeck::ui {

SearchField::SearchField(const QString &placeholder, const QString &shortcutHint, QWidget *parent)
    : QLineEdit(parent)
    , m_hint(shortcutHint)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(icon(Icon::Search, Tone::Text3), LeadingPosition);
    setMinimumWidth(px(150));
    fitMargins();
    m_delay.setSingleShot(true);
    m_delay.setInterval(std::chrono::milliseconds(150));
    connect(&m_delay, &QTimer::timeout, this, &SearchField::report);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            report();
        else
            m_delay.start();
    });
}

void SearchField::fitMargins()
{
    // Qt leaves much air behind the icon.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? px(4) : -px(5), 0, mirrored ? -px(5) : 0, 0);
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        fitMargins();
}

void SearchField::report()
{
    m_delay.stop();
    const QString wanted = text().trimmed();
    if (wanted == m_reported)
        return;
    m_reported = wanted;
    emit searchChanged(wanted);
}

void SearchField::showText(const QString &text)
{
    m_reported = text.trimmed();
    setText(text);
    m_delay.stop();
}

void SearchField::setChoices(QAbstractItemView *choices)
{
    m_choices = choices;
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_choices && m_choices->isVisible()) {
        if (event->key() == Qt::Key_Escape || (isEnter && m_choices->currentIndex().isValid()))
            return event->ignore();
        if (isEnter)
            m_choices->hide();
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        emit choicesRequested();
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (isEnter || event->key() == Qt::Key_Down) {
        report();
        emit entered();
        emit leaveToList();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || m_hint.isEmpty())
        return;
    QPainter painter(this);
    painter.setFont(ui::font(TextStyle::Code));
    const int hint = painter.fontMetrics().horizontalAdvance(m_hint);
    const int placeholder = fontMetrics().horizontalAdvance(placeholderText());
    if (px(34) + placeholder + px(8) + hint + px(9) > width())
        return; // they would run into each other
    painter.setPen(color(Tone::Text3));
    // The placeholder begins where the keyboard would write, whatever the layout; the icon follows the layout.
    const bool onRight = QGuiApplication::inputMethod()->inputDirection() == Qt::LeftToRight;
    const bool besideIcon = onRight == (layoutDirection() == Qt::RightToLeft);
    const int inset = px(besideIcon ? 30 : 9);
    painter.drawText(QRect(onRight ? width() - hint - inset : inset, 0, hint, height()), Qt::AlignCenter, m_hint);
}

} // namespace tilldeck::ui

#include "moc_search_field.cpp"
