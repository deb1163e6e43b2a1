// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/needs_writes.h"

#include "desk/desk.h"

#include <QWidget>

namespace tilldeck::ui {

void needWrites(QWidget *button, desk::Desk &desk)
{
    const auto follow = [button, &desk] {
        const QString why = desk.whyNoWrites();
        button->setEnabled(why.isEmpty());
        button->setToolTip(why);
    };
    QObject::connect(&desk, &desk::Desk::storageChanged, button, follow);
    follow();
}

} // namespace tilldeck::ui
