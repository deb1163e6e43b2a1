// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/close_dialogs.h"

#include <QApplication>
#include <QDialog>
#include <QPointer>

#include <algorithm>

namespace tilldeck::ui {

void closeDialogs(const QWidget *page)
{
    // A menu, too, acts on what was current when it was opened. It is a window of its own: only its parents tell whose.
    for (QWidget *popup = QApplication::activePopupWidget(); popup;) {
        const QObject *parent = popup;
        while (parent && parent != page)
            parent = parent->parent();
        if (!parent || !popup->close())
            break;
        popup = QApplication::activePopupWidget();
    }
    QList<QPointer<QDialog>> open;
    const auto dialogs = page->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        open << dialog;
    for (const QPointer<QDialog> &dialog : std::as_const(open))
        if (dialog && dialog->isVisible())
            dialog->reject();
}

void closeDialogs(const QWidget *page, const QStringList &before, const QStringList &after)
{
    if (!std::ranges::all_of(before, [&after](const QString &id) { return after.contains(id); }))
        closeDialogs(page);
}

} // namespace tilldeck::ui
