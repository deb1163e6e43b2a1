// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"

#include "ui/widgets/icon.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

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
    setTextMargins(-px(5), 0, 0, 0); // Qt leaves much air behind the icon
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

void SearchField::report()
{
    m_delay.stop();
    const QString wanted = text().trimmed();
    if (wanted == m_reported)
        return;
    m_reported = wanted;
    emit searchChanged(wanted);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down) {
        report();
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
    const QRect slot = QStyle::visualRect(layoutDirection(), rect(), QRect(width() - hint - px(9), 0, hint, height()));
    painter.drawText(slot, Qt::AlignCenter, m_hint);
}

} // namespace tilldeck::ui
