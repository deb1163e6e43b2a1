// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

namespace tilldeck::ledger {

/// Combines an answer with the stored row: what was asked for later wins, and what it leaves out stays; so does what
/// was given back where the answer @p isLagging. Of two different payments the later one is the row, and nothing of the
/// other.
TransactionRecord combinedPayment(const TransactionRecord &stored, const TransactionRecord &incoming, bool isOlder,
                                  bool isLagging);

} // namespace tilldeck::ledger
