// SPDX-License-Identifier: GPL-3.0-or-later
// Tells an answer about a payment that comes from an older copy of the provider's data: what it does not hold proves
// nothing.
#pragma once

#include "checkout/transaction.h"
#include "ledger/journal.h"

namespace tilldeck::desk {

/// Returns what @p payment, an answer of the provider, lacks of what it said before, in a sentence; empty where it
/// lacks nothing. @p refunds are those of the payment that were begun on this computer, oldest first.
///
/// A list lacks an entry that a refund ended by, or that stood in it right before a refund was sent. A total lacks
/// something where it is less than what was reported before a refund: by more than the entries that failed where the
/// provider lists them, else by more than the earlier refunds that are not known to be given back, for they may have
/// been counted and have failed.
QString whatItLacks(const checkout::Transaction &payment, const std::vector<ledger::Intent> &refunds,
                    const QString &providerName);

/// Returns the same of what @p known, the payment in the ledger, has; see checkout::lacksRefunds().
QString whatItLacks(const checkout::Transaction &payment, const checkout::Transaction &known,
                    const QString &providerName);

/// Returns whether @p payment lacks something of what the provider said before, so that it proves nothing about what it
/// does not hold.
bool isOlderCopy(const checkout::Transaction &payment, const std::vector<ledger::Intent> &refunds);

} // namespace tilldeck::desk
