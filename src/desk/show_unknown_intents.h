// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account_store.h"
#include "ledger/journal.h"
#include "ledger/ledger.h"

namespace tilldeck::desk {

/// Puts every creation of @p unknown on the sessions list, where the merchant will see it; those of accounts that are
/// not connected have no list. Blocks.
checkout::Result<void> showUnknownIntents(const std::vector<ledger::Intent> &unknown, ledger::Ledger &ledger,
                                          ledger::Journal &journal, const accounts::AccountStore &accounts);

} // namespace tilldeck::desk
