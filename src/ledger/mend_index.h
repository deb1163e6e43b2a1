// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/database.h"

namespace tilldeck::ledger {

/// Looks the indexes of words over, and empties those that are damaged: what is in them stands in the rows, which get
/// into them anew by indexMore() and are found without them until then. With @p isMet, damage was met in one of them:
/// if it cannot be seen in which, both are emptied. Returns whether one was. It runs within a write of a database's
/// thread and may throw SqlFailure.
bool emptyDamagedIndexes(const Connection &connection, bool isMet);

} // namespace tilldeck::ledger
