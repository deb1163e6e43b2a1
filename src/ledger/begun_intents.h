// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger remembers which intents were begun, so that a journal of an earlier time is noticed.
#pragma once

#include "ledger/journal.h"

namespace tilldeck::ledger {

class Connection;

/// Holds what the ledger remembers of an intent. A creation has its row beside it.
struct BegunIntent
{
    qint64 key = 0; ///< The row of the journal, which grows with time.
    Intent intent;  ///< Without body, draft and answer.
};

/// Returns the table of a ledger that holds what it remembers. It stands beside the versions of the schema, as the pair
/// does, so that a ledger of any version can hold it and none has to.
QString begunTable();
/// Returns the statements that make it where it is not there.
QStringList begunSchema();

/// Returns the intents of a journal that were begun after the one with the row @p key and that a ledger keeps, oldest
/// first.
std::vector<BegunIntent> begunAfter(const Connection &journal, qint64 key);

/// Writes @p begun into the ledger. To be called inside a transaction. Every refund is kept, and the
/// newest thousand rows of all kinds.
void noteBegun(const Connection &ledger, const std::vector<BegunIntent> &begun);

/// Returns the intents that the ledger remembers, oldest first.
std::vector<BegunIntent> notedIntents(const Connection &ledger);

/// Returns the id of the newest intent that the ledger remembers; empty when there is none.
QString newestNoted(const Connection &ledger);

/// Makes the ledger forget the intents of a journal that it does not belong to any more.
void forgetBegun(const Connection &ledger);

} // namespace tilldeck::ledger
