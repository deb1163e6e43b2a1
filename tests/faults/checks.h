// SPDX-License-Identifier: GPL-3.0-or-later
// What has to hold after every run, whatever went wrong in it.
#pragma once

#include "faults/play.h"

namespace tilldeck::faults {

/// Returns what does not hold, in sentences. @p actions are those of the run. The desk is opened again first, as a
/// start of the program does it.
QStringList violationsAfterRestart(World &world, const Schedule &schedule, const QList<Action> &actions,
                                   const Lies &lies, const Programs &programs);

/// Looks up every unknown outcome with nothing in the way, goes on with every batch of codes, and refreshes the
/// account; returns what does not hold then.
QStringList violationsAfterRecovery(World &world, const Schedule &schedule, const QList<Action> &actions,
                                    const Lies &lies, Counts &counts);

} // namespace tilldeck::faults
