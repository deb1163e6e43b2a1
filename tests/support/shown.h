// SPDX-License-Identifier: GPL-3.0-or-later
// What a window shows, and the way through it by the keyboard.
#pragma once

#include <QLabel>
#include <QTest>

namespace tilldeck::test {

/// Returns the texts of the visible labels in @p widget, one in a line.
inline QString textOf(const QWidget *widget)
{
    QString text;
    for (const auto *label : widget->findChildren<QLabel *>()) {
        if (label->isVisible())
            text += label->text() + u'\n';
    }
    return text.replace(QChar::Nbsp, u' ');
}

/// Returns the first visible child of this kind, and of this object name unless it is empty; null when there is none.
template <class Child> Child *visible(const QWidget *parent, const QString &name = {})
{
    for (auto *one : parent->findChildren<Child *>(name)) {
        if (one->isVisible())
            return one;
    }
    return nullptr;
}

/// Presses Tab until the focus is where it is wanted.
template <class Is> void tabTo(QWidget *window, Is isThere)
{
    for (int i = 0; i < 80 && !isThere(window->focusWidget()); ++i)
        QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
    QVERIFY(isThere(window->focusWidget()));
}

} // namespace tilldeck::test
