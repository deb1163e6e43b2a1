// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/transaction.h"

#include <utility>
#include <vector>

namespace tilldeck::ledger {

/// Holds payments, by their keys, whose status as far as is known is another than the reported one; see knownStatus().
using KnownStatuses = std::vector<std::pair<qint64, checkout::TransactionStatus>>;

} // namespace tilldeck::ledger
