// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/tab_chain.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>

namespace tilldeck::ui {

namespace {

void collect(QLayout *layout, QList<QWidget *> &chain);

void collect(QWidget *widget, QList<QWidget *> &chain)
{
    // A proxy takes the focus for its widget and is met on its own. What takes it by a click only has its place too:
    // of a control with segments the Tab key stops at another one as soon as that is chosen.
    if (widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy())
        chain << widget;
    if (auto *scroll = qobject_cast<QScrollArea *>(widget); scroll && scroll->widget())
        collect(scroll->widget(), chain);
    else if (auto *splitter = qobject_cast<QSplitter *>(widget))
        for (int at = 0; at < splitter->count(); ++at)
            collect(splitter->widget(at), chain);
    else if (widget->layout())
        collect(widget->layout(), chain);
}

void collect(QLayout *layout, QList<QWidget *> &chain)
{
    QList<QWidget *> last;
    for (int at = 0; at < layout->count(); ++at) {
        QLayoutItem *item = layout->itemAt(at);
        if (item->layout())
            collect(item->layout(), chain);
        else if (item->widget() && item->widget()->property("focusLast").toBool())
            last << item->widget();
        else if (item->widget())
            collect(item->widget(), chain);
    }
    for (QWidget *widget : last)
        collect(widget, chain);
}

} // namespace

void chainTabs(const QList<QWidget *> &roots)
{
    QList<QWidget *> chain;
    for (QWidget *root : roots)
        collect(root, chain);
    for (int at = 1; at < chain.size(); ++at)
        QWidget::setTabOrder(chain[at - 1], chain[at]);
}

} // namespace tilldeck::ui
