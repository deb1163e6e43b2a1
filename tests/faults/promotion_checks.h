// SPDX-License-Identifier: GPL-3.0-or-later
// What has to hold of promotion codes and coupons.
#pragma once

#include "faults/action.h"
#include "faults/world.h"

namespace tilldeck::faults {

/// Returns what does not hold of the codes and coupons that @p actions asked for, in sentences. @p dataFolder has the
/// journal.
QStringList wrongPromotions(const Truth &truth, const QList<Action> &actions, const QString &dataFolder);

} // namespace tilldeck::faults
