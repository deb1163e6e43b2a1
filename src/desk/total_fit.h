// SPDX-License-Identifier: GPL-3.0-or-later
// What the total of a provider says about one refund.
#pragma once

#include "checkout/transaction.h"
#include "ledger/journal.h"

namespace tilldeck::desk {

/// Returns @p first with all entries of the list of @p payment that did not fail: what was given back according to it.
/// Nothing where that is beyond all bounds.
std::optional<money::Money> sumOfEntries(const checkout::Transaction &payment, money::Money first);

/// Returns whether the provider's total is above what was reported before @p intent and what was taken since of others
/// that were sent from here.
bool totalHasRisen(const checkout::Transaction &payment, const ledger::Intent &intent,
                   const std::vector<ledger::Intent> &refunds);

/// Returns whether the provider's total holds one more refund of @p amount than its list.
bool totalHoldsMore(const checkout::Transaction &payment, money::Money amount);

/// Returns whether the provider's total of @p payment holds one more refund of the amount of @p intent than its list
/// and, beside what was reported before, the others that were taken since account for.
bool totalMayHold(const checkout::Transaction &payment, const ledger::Intent &intent,
                  const std::vector<ledger::Intent> &refunds);

} // namespace tilldeck::desk
