// SPDX-License-Identifier: GPL-3.0-or-later
// A key that is pressed in the wrong account must not move real money.
#pragma once

#include "desk/desk.h"

#include <QObject>

#include <functional>

class QAbstractButton;

namespace tilldeck::ui {

/// Tells a click of the mouse, a press and a release of the left button on one button, from everything else that
/// presses it: keys, menus, assistive programs.
class MouseWatch : public QObject
{
    Q_OBJECT

public:
    explicit MouseWatch(QAbstractButton *button);

    /// Returns whether the mouse has pressed the button; to be called once while that emits clicked().
    bool takeIsMouse();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_isPressed = false; ///< The left button was pressed here and is held.
    bool m_isMouse = false;
};

/// What is about to be done with real money.
enum class MoneyMove { Create, Refund };

/// Calls @p then at once when the account is not live, or when this was confirmed for it in this run. Otherwise asks
/// first, in a dialog of @p parent that names the account, and calls @p then after a yes.
void confirmRealMoney(desk::Desk &desk, const QString &accountId, MoneyMove move, QWidget *parent,
                      const std::function<void()> &then);

} // namespace tilldeck::ui
