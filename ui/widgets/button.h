// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of buttons. The style paints any QPushButton or QToolButton by its kind.
#pragma once

#include "ui/style/icon.h"

#include <QPushButton>
#include <QToolButton>

namespace tilldeck::ui {

enum class ButtonKind {
    Normal,  ///< Framed.
    Primary, ///< Filled with the accent colour: one on a screen.
    Quiet,   ///< No frame until the pointer is over it.
    Danger,  ///< Red frame and text: moves money or destroys.
    Link,    ///< Looks like a link: "Add item".
};

void setButtonKind(QAbstractButton *button, ButtonKind kind);
ButtonKind buttonKind(const QObject *button);

/// Presses @p button on Return or Enter, as Space does, once however long the key is held; returns whether @p event
/// needs nothing more. In a dialog only the button that has the focus is pressed: elsewhere these keys belong to the
/// default button.
bool pressByReturn(QAbstractButton *button, QKeyEvent *event);

/// A 28 px button. Its hint is a shortcut in small letters behind the text ("Ctrl+N").
class Button : public QPushButton
{
    Q_OBJECT

public:
    explicit Button(const QString &text, ButtonKind kind = ButtonKind::Normal, QWidget *parent = nullptr);
    Button(Icon icon, const QString &text, ButtonKind kind = ButtonKind::Normal, QWidget *parent = nullptr);

    void setHint(const QString &hint);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

/// A 28 x 28 button with an icon only; its name is the accessible name and the tooltip.
class IconButton : public QToolButton
{
    Q_OBJECT

public:
    IconButton(Icon icon, const QString &name, ButtonKind kind = ButtonKind::Quiet, QWidget *parent = nullptr);

    void setIconName(Icon icon, const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tilldeck::ui
