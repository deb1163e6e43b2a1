// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/shell/main_window.h"

namespace tilldeck::faults {

/// Returns what the lists of a window, that of the desk and the cards of the overview, do not have of what is unsettled
/// in the journal of @p dataFolder, or have although it is settled, in sentences. What is being read is waited for.
QStringList missingInWindow(desk::Desk &desk, ui::MainWindow &window, const QString &accountId,
                            const QString &dataFolder);

} // namespace tilldeck::faults
