// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAction>

namespace tilldeck::ui {

/// Makes @p trigger, a button or another action, trigger @p action and be enabled with it.
template <class Trigger> void followAction(Trigger *trigger, QAction *action)
{
    if constexpr (std::is_base_of_v<QAbstractButton, Trigger>)
        QObject::connect(trigger, &QAbstractButton::clicked, action, &QAction::trigger);
    else
        QObject::connect(trigger, &QAction::triggered, action, &QAction::trigger);
    const auto sync = [trigger, action] { trigger->setEnabled(action->isEnabled()); };
    QObject::connect(action, &QAction::changed, trigger, sync);
    sync();
}

} // namespace tilldeck::ui
