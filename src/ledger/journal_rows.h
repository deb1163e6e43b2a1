// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the journal. Private to the ledger.
#pragma once

#include "ledger/database.h"
#include "ledger/journal.h"

namespace tilldeck::ledger {

/// Returns the intents for which @p condition holds, in which each ? stands for one of @p values.
std::vector<Intent> intentsWhere(const Connection &connection, const QString &condition, const QVariantList &values);

/// Inserts @p intent, which @p owner has begun: the token of its OwnerLock.
void insertIntent(const Connection &connection, const Intent &intent, const QString &owner);

/// Returns the intent of @p kind that belongs to an account. Throws NotFound, in a sentence, where there is none.
Intent intentFor(const Connection &connection, const QString &accountId, Intent::Kind kind, const QString &intentId);

/// Returns whether a process that lives has begun one of the intents for which @p condition holds.
bool isAnyOwnerAlive(const Connection &connection, const QString &directory, const QString &condition,
                     const QVariantList &values);

/// Makes the open intents Unknown whose owner in @p directory has ended.
void closeOrphanedIntents(const Connection &connection, const QString &directory);

} // namespace tilldeck::ledger
