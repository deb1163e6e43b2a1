// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/close_dialogs.h"

#include <QDialog>
#include <QPointer>

#include <algorithm>

namespace tilldeck::ui {

void closeDialogs(const QWidget *page)
{
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
