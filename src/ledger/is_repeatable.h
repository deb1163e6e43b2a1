// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/journal.h"

namespace tilldeck::ledger {

/// Returns whether sending the write @p intent again changes nothing more than sending it once: switching off, and the
/// change of a route that exists.
bool isRepeatable(const Intent &intent);

} // namespace tilldeck::ledger
