// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account_store.h"
#include "desk/repair_failure.h"
#include "desk/storage_trouble.h"
#include "ledger/journal.h"
#include "ledger/ledger.h"

#include <span>

namespace tilldeck::desk {

/// Returns what the status of a session is called that its provider was not asked about yet.
QString notAskedText();

/// Returns the row of a session of which only its creation is known, as the account's provider makes it.
ledger::SessionRecord rowOfCreation(const ledger::Intent &intent, const QString &flow);

/// Gives @p session what the provider handed out with it, as far as the journal has it and the session does not.
void takeHandedOut(checkout::Session &session, const ledger::Intent &intent);

/// Says which confirmed creations have rows again.
struct RestoredSessions
{
    int restored = 0;        ///< Those that had none.
    int withoutTokens = 0;   ///< Those of @c restored whose token and URL the journal does not have.
    int ofOtherAccounts = 0; ///< Those that get none, because their accounts are not connected.
};

/// Gives the sessions of @p confirmed creations their rows, where they have none. Blocks.
checkout::Result<RestoredSessions> restoreConfirmed(ledger::Ledger &ledger, const accounts::AccountStore &accounts,
                                                    std::span<const ledger::Intent> confirmed);

/// Writes rows that may be many, some hundred in each transaction. Blocks.
checkout::Result<void> putRows(ledger::Ledger &ledger, const std::vector<ledger::SessionRecord> &rows);

/// Brings back the sessions that were confirmed after the newest intent that the ledger remembers and that have no row,
/// as in a ledger of an earlier time, and makes it remember the intents since. Sessions of accounts that are not
/// connected have no list. Returns how many came back. Blocks.
std::expected<int, RepairFailure> followJournal(ledger::Ledger &ledger, ledger::Journal &journal,
                                                const accounts::AccountStore &accounts);

/// Makes the ledger remember the intents of the journal that it belongs to from now on. Blocks.
checkout::Result<void> rememberJournal(ledger::Ledger &ledger, ledger::Journal &journal);

/// Says that followJournal() has brought sessions back.
StorageTrouble restoredTrouble(const QString &dataDirectory, int sessions);

/// Names the intents of unknown outcome that no list shows, because their account is not connected. Blocks.
std::optional<StorageTrouble> unknownWithoutAccount(ledger::Journal &journal, const accounts::AccountStore &accounts);

} // namespace tilldeck::desk
