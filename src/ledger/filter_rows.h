// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table "saved_filter". Every function runs on a database's thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace tilldeck::ledger {

/// Inserts or replaces by id.
void putFilter(const Connection &connection, const SavedFilter &filter);
std::vector<SavedFilter> filters(const Connection &connection); ///< Returns them by name.

} // namespace tilldeck::ledger
