// SPDX-License-Identifier: GPL-3.0-or-later
// What an entry in a provider's list of refunds has to be for it to be a refund that was sent from here.
#pragma once

#include "ledger/journal.h"

namespace tilldeck::ledger {

/// Returns whether @p entry was stamped while @p refund was under way.
bool isOfItsTime(const checkout::Refund &entry, const Intent &refund);

/// Returns whether @p entry stood in the list before @p refund was sent, so that it is another one.
bool stoodBefore(const checkout::Refund &entry, const Intent &refund);

} // namespace tilldeck::ledger
