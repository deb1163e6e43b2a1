// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/number_field.h"

#include "ui/forms/whole_number.h"

#include <QKeyEvent>
#include <QLineEdit>
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
    if (lineEdit()->text() != shown)
        lineEdit()->setText(shown);
}

QString NumberField::shownText() const
{
    return tr("%1 %2", "number and unit").arg(m_text, m_suffix);
}

QValidator::State NumberField::validate(QString &text, int &) const
{
    // Texts with a unit are shown, not typed. What else is wrong with a number is said below the field.
    const bool isNumber = std::ranges::none_of(text, [](QChar character) { return character.isLetter(); });
    return isNumber || text == shownText() ? QValidator::Acceptable : QValidator::Invalid;
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
