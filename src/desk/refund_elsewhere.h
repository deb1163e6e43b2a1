// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/transaction.h"
#include "ledger/left_to_refund.h"

namespace tilldeck::desk {

/// Returns the refund of @p amount that @p payment lists, that none of @p refunds from here accounts for, and that is
/// some minutes old by either clock, as an intent without an id: another computer, or the provider's own dashboard, has
/// given back what is asked for here. Nothing where there is none.
std::optional<ledger::Intent> equalRefundElsewhere(const checkout::Transaction &payment,
                                                   const std::vector<ledger::Intent> &refunds, money::Money amount,
                                                   const ledger::TwoClocks &now);

} // namespace tilldeck::desk
