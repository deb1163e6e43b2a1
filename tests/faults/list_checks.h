// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is not settled in the journal stands in the lists of what needs attention.
#pragma once

#include "faults/desk_lists.h"
#include "faults/world.h"

namespace tilldeck::faults {

/// Returns what the lists of the command line at @p commandLine do not have. It is started only where there is
/// something to list.
QStringList missingAtCommandLine(const World &world, const QString &provider, const QString &commandLine);

} // namespace tilldeck::faults
