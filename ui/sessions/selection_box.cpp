// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/selection_box.h"

#include "ui/sessions/session_selection.h"
#include "ui/widgets/button.h"
#include "ui/widgets/follow_action.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

SelectionBox::SelectionBox(SessionSelection *selection, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"selectionBox"_s);
    auto *column = makeColumnLayout(this, px(8));
    const auto add = [column](Icon icon, QAction *action, const QString &name, ButtonKind kind) {
        auto *button = new Button(icon, action->text(), kind);
        button->setObjectName(name);
        followAction(button, action);
        column->addWidget(button);
    };
    add(Icon::Copy, selection->copyLinks, u"copyLinks"_s, ButtonKind::Primary);
    add(Icon::Refresh, selection->refresh, u"refreshMany"_s, ButtonKind::Normal);
    add(Icon::Clock, selection->expire, u"expireMany"_s, ButtonKind::Danger);
    add(Icon::Export, selection->exportCsv, u"exportMany"_s, ButtonKind::Normal);
    auto *hint = new Label(tr("What cannot be handed out or ended is left out."), TextStyle::Secondary, Tone::Text3);
    hint->setWordWrap(true);
    column->addWidget(hint);
}

} // namespace tilldeck::ui

#include "moc_selection_box.cpp"
