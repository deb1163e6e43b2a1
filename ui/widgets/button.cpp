// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include <QDialog>
#include <QKeyEvent>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty("buttonKind", int(kind));
    button->updateGeometry();
    button->update();
}

ButtonKind buttonKind(const QObject *button)
{
    return button ? ButtonKind(button->property("buttonKind").toInt()) : ButtonKind::Normal;
}

bool pressByReturn(QAbstractButton *button, QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QWidget *window = button->window();
    const bool isOfTheDefault = qobject_cast<const QDialog *>(window) && window->focusWidget() != button;
    if (!isReturn || (!event->isAutoRepeat() && isOfTheDefault))
        return false;
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        event->ignore();
    else if (!event->isAutoRepeat())
        button->click();
    return true;
}

Button::Button(const QString &text, ButtonKind kind, QWidget *parent)
    : QPushButton(text, parent)
{
    setButtonKind(this, kind);
    setAutoDefault(kind == ButtonKind::Primary);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

Button::Button(Icon icon, const QString &text, ButtonKind kind, QWidget *parent)
    : Button(text, kind, parent)
{
    setIcon(ui::icon(icon));
}

void Button::setHint(const QString &hint)
{
    setProperty("hint", hint);
    setIcon(icon()); // QPushButton keeps its size hint until text or icon are set
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (!pressByReturn(this, event))
        QPushButton::keyPressEvent(event);
}

IconButton::IconButton(Icon icon, const QString &name, ButtonKind kind, QWidget *parent)
    : QToolButton(parent)
{
    setButtonKind(this, kind);
    setFocusPolicy(Qt::StrongFocus);
    setIconName(icon, name);
}

void IconButton::setIconName(Icon icon, const QString &name)
{
    setIcon(ui::icon(icon, Tone::Text2));
    setAccessibleName(name);
    setToolTip(name);
}

void IconButton::keyPressEvent(QKeyEvent *event)
{
    if (!pressByReturn(this, event))
        QToolButton::keyPressEvent(event);
}

} // namespace tilldeck::ui

#include "moc_button.cpp"
