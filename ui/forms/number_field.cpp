// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/number_field.h"

#include "ui/forms/whole_number.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QStyleOptionSpinBox>
#include <QWheelEvent>

#include <algorithm>

namespace tilldeck::ui {

NumberField::NumberField(const QString &accessibleName, QWidget *parent)
    : QAbstractSpinBox(parent)
{
    setAccessibleName(accessibleName);
    lineEdit()->setAccessibleName(accessibleName);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this](const QString &text) {
        m_text = text.trimmed();
        updateGeometry();
        emit textEdited(m_text);
    });
}

void NumberField::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    show();
}

void NumberField::setSteps(qint64 least, qint64 most, qint64 start)
{
    m_least = least;
    m_most = most;
    m_start = start;
}

void NumberField::setPlaceholder(const QString &text)
{
    lineEdit()->setPlaceholderText(text);
}

void NumberField::setSuffix(const QString &suffix)
{
    m_suffix = suffix;
    show();
}

void NumberField::show()
{
    // The caret stays while the merchant types; the unit only stands behind a number that is not being edited.
    const bool plain = hasFocus() || lineEdit()->hasFocus() || m_text.isEmpty() || !WholeNumber(m_text).value();
    const QString shown = plain || m_suffix.isEmpty() ? m_text : shownText();
    if (lineEdit()->text() == shown)
        return;
    lineEdit()->setText(shown);
    updateGeometry();
}

QSize NumberField::sizeHint() const
{
    constexpr int mostCharacters = 16;
    constexpr int marginsAndCursor = 6;
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    option.rect = QRect(0, 0, px(200), px(30));
    const QRect edit = style()->subControlRect(QStyle::CC_SpinBox, &option, QStyle::SC_SpinBoxEditField, this);
    const QString text = m_text.isEmpty() ? lineEdit()->placeholderText() : lineEdit()->text();
    const int shown = lineEdit()->fontMetrics().horizontalAdvance(text.left(mostCharacters));
    return {shown + marginsAndCursor + option.rect.width() - edit.width(), QAbstractSpinBox::sizeHint().height()};
}

QString NumberField::shownText() const
{
    return tr("%1 %2", "number and unit").arg(m_text, m_suffix);
}

QValidator::State NumberField::validate(QString &, int &) const
{
    return QValidator::Acceptable;
}

std::optional<qint64> NumberField::value() const
{
    return problem().isEmpty() ? WholeNumber(m_text).value() : std::nullopt;
}

QString NumberField::problem() const
{
    const auto number = WholeNumber(m_text).value();
    const bool isMeant = m_text.isEmpty() && !lineEdit()->placeholderText().isEmpty();
    if (isMeant || (number && *number >= m_least && *number <= m_most))
        return {};
    return tr("Type a whole number from %1 to %2.").arg(locale().toString(m_least), locale().toString(m_most));
}

void NumberField::stepBy(int steps)
{
    const auto now = WholeNumber(m_text).value();
    const qint64 next = now ? std::clamp(std::clamp(*now, m_least, m_most) + steps, m_least, m_most) : m_start;
    setText(QString::number(next));
    lineEdit()->selectAll();
    emit textEdited(m_text);
}

QAbstractSpinBox::StepEnabled NumberField::stepEnabled() const
{
    const auto now = WholeNumber(m_text).value();
    StepEnabled enabled = StepNone;
    if (!now || *now < m_most)
        enabled |= StepUpEnabled;
    if (!now || *now > m_least)
        enabled |= StepDownEnabled;
    return enabled;
}

void NumberField::keyPressEvent(QKeyEvent *event)
{
    // Alt+Up and Alt+Down move the row that the field stands in.
    if (event->modifiers() & Qt::AltModifier)
        event->ignore();
    else
        QAbstractSpinBox::keyPressEvent(event);
}

void NumberField::wheelEvent(QWheelEvent *event)
{
    // Scrolling the form must not change a quantity on the way.
    event->ignore();
}

void NumberField::focusInEvent(QFocusEvent *event)
{
    QAbstractSpinBox::focusInEvent(event);
    show();
    lineEdit()->selectAll();
}

void NumberField::focusOutEvent(QFocusEvent *event)
{
    QAbstractSpinBox::focusOutEvent(event);
    show();
}

} // namespace tilldeck::ui

#include "moc_number_field.cpp"
