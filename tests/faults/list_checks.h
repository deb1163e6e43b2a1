// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is not settled in the journal stands in the lists of what needs attention.
#pragma once

#include "faults/stored_rows.h"
#include "faults/world.h"

namespace tilldeck::faults {

/// Returns what the desk's list of what needs attention, which the window shows, does not have, or has although it is
/// settled, in sentences.
QStringList missingInLists(desk::Desk &desk, const QString &accountId, const QList<JournalRow> &journal);

/// Returns what the lists of the command line at @p commandLine do not have. It is started only where there is
/// something to list.
QStringList missingAtCommandLine(const World &world, const QString &provider, const QString &commandLine);

} // namespace tilldeck::faults
