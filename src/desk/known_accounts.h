// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of accounts beside accounts.json, which may be lost.
#pragma once

#include "accounts/account_store.h"
#include "ledger/journal.h"
#include "ledger/ledger.h"

namespace tilldeck::desk {

/// Parts the accounts that are others at their provider than @p ledger has kept of their ids: accounts.json is of
/// another time, or was changed by hand. What was sent under such an id is not theirs. Blocks until that is read.
void partOthers(ledger::Ledger &ledger, accounts::AccountStore &accounts);

/// Parts the others (partOthers()). Has @p ledger keep what the connected accounts are, as far as it does not know that
/// yet. Does not wait for it.
void noteConnected(ledger::Ledger &ledger, accounts::AccountStore &accounts);

/// Tells @p accounts what is known of those that it does not have: what @p ledger has kept of them, else the provider
/// that the flow of a session, or of a creation of unknown outcome in @p journal, tells. Blocks until that is read.
void tellLostAccounts(ledger::Ledger &ledger, ledger::Journal &journal, accounts::AccountStore &accounts);

} // namespace tilldeck::desk
