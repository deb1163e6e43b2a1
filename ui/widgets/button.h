// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of buttons. The style paints any QPushButton or QToolButton by its kind.
#pragma once

#include "ui/style/icon.h"

#include <QPushButton>
#include <QToolButton>

namespace tilldeck::ui {

enum class ButtonKind {
    Normal,  ///< framed
    Primary, ///< filled with the accent colour: one a screen
    Quiet,   ///< no frame until the pointer is over it
    Danger,  ///< red frame and text: moves money or destroys
    Link,    ///< looks like a link: "Add item"
};

void setButtonKind(QAbstractButton *button, ButtonKind kind);
ButtonKind buttonKind(const QObject *button);

/// A 28 px button. HINT is the shortcut in small letters behind the text ("Ctrl+N").
class Button : public QPushButton
{
    Q_OBJECT

public:
    explicit Button(const QString &text, ButtonKind kind = ButtonKind::Normal, QWidget *parent = nullptr);
    Button(Icon icon, const QString &text, ButtonKind kind = ButtonKind::Normal, QWidget *parent = nullptr);

    void setHint(const QString &hint);
};

/// A 28 x 28 button with an icon only; NAME is its accessible name and its tooltip.
class IconButton : public QToolButton
{
    Q_OBJECT

public:
    IconButton(Icon icon, const QString &name, ButtonKind kind = ButtonKind::Quiet, QWidget *parent = nullptr);

    void setIconName(Icon icon, const QString &name);
};

} // namespace tilldeck::ui
