// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// What became of the key of an account that was removed.
enum class KeyRemoval { Gone, MayBeInKeychain };

/// Returns Rejected, with what to do and the ids of the intents or batches under its details, while a creation, a
/// refund or a write into the catalog of an account is not settled (Journal::unsettled()): without the account nobody
/// could look it up or go on with it any more. Returns Storage while journal, ledger or accounts.json cannot be
/// written: its tokens and sessions would stay in the files for ever.
http::Task<checkout::Result<void>> checkRemovable(QPointer<Desk> desk, QString accountId);

/// Removes an account from this computer, with its key, its drafts and its local list; at the provider nothing changes.
/// Looks for what is not settled once more right before that, under the journal's write lock, for another program may
/// have begun it meanwhile.
/// What is left of it is noted (AccountStore::removals()) before anything is taken away.
/// Errors: that of checkRemovable(), and Storage, after which the account is gone if AccountStore no longer has it;
/// what is left of that one is taken away later.
http::Task<checkout::Result<KeyRemoval>> removeAccount(QPointer<Desk> desk, QString accountId);

/// Goes on with the removals that were begun, as at a start after a program was ended in the middle of one, and once
/// there is room on a full disk. An account with which something was begun since stays. What fails is left for the next
/// call.
http::Task<void> resumeRemovals(QPointer<Desk> desk);

} // namespace tilldeck::desk
