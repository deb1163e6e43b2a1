// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/counts.h"
#include "faults/schedule.h"
#include "faults/world.h"

namespace tilldeck::faults {

/// Looks up every unknown outcome with nothing in the way, goes on with every batch of codes, and refreshes the
/// account. Returns what did not work, and where an answer is another one than what the journal says then, in
/// sentences.
QStringList recover(World &world, const Schedule &schedule, Counts &counts);

} // namespace tilldeck::faults
