// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/transaction.h"

#include <utility>
#include <vector>

namespace tilldeck::ledger {

/// Holds what is known here of payments beyond what their rows say, by the keys of the rows.
struct KnownStatuses
{
    /// Those whose status as far as is known is another than the reported one; see knownStatus().
    std::vector<std::pair<qint64, checkout::TransactionStatus>> others;
    std::vector<qint64> asked; ///< Those of which a refund was asked for that is not known to be given back.
};

} // namespace tilldeck::ledger
