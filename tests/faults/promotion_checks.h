// SPDX-License-Identifier: GPL-3.0-or-later
// What has to hold of promotion codes and coupons.
#pragma once

#include "faults/action.h"
#include "faults/stored_rows.h"
#include "faults/world.h"

namespace tilldeck::faults {

/// Returns what does not hold of the codes and coupons that @p actions asked for, in sentences. @p isRecovered: every
/// batch of codes was gone on with, so that nothing of them is unknown.
QStringList wrongPromotions(const Truth &truth, const QList<Action> &actions, const QList<JournalRow> &journal,
                            bool isRecovered);

} // namespace tilldeck::faults
