// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of a list, as the keyboard reaches it.
#pragma once

#include <QAction>
#include <QMenu>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace tilldeck::test {

/// Opens the menu of the list that @p page shows and chooses @p texts, one after the other.
inline void chooseInListMenu(const QWidget &page, const QStringList &texts)
{
    using namespace Qt::StringLiterals;
    const auto buttons = page.findChildren<QToolButton *>(u"listMenu"_s);
    const auto shown = std::ranges::find_if(buttons, [](const QToolButton *button) { return !button->isHidden(); });
    QVERIFY(shown != buttons.end());
    QMenu *menu = (*shown)->menu();
    emit menu->aboutToShow();
    for (const QString &text : texts) {
        const auto actions = menu->actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        QVERIFY2(found != actions.end() && (*found)->isEnabled(), qPrintable(text));
        if (!(*found)->menu())
            return (*found)->trigger();
        menu = (*found)->menu();
    }
}

} // namespace tilldeck::test
