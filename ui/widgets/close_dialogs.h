// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace tilldeck::ui {

/// Closes the dialogs and the menus that were opened from @p page, as Esc does. One in which a request is under way
/// stays until that has ended.
void closeDialogs(const QWidget *page);

/// Closes them when @p page is about to show the accounts @p after in place of @p before: a dialog acts on the account
/// that it was opened for. While all of those stay, the dialogs stay too.
void closeDialogs(const QWidget *page, const QStringList &before, const QStringList &after);

} // namespace tilldeck::ui
