// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table "session". Every function runs on a database's thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace tilldeck::ledger {

/// What is kept when INCOMING arrives for a row that is STORED. The provider's word is taken from whichever was asked
/// for later; what it does not tell stays. Key, creation time and a session id are never lost.
SessionRecord combined(const SessionRecord &stored, const SessionRecord &incoming, bool keepOwnWords);

/// CONDITION is everything that may follow WHERE, with a mark for each of VALUES.
std::vector<SessionRecord> sessionsWhere(const Connection &connection, const QString &condition,
                                         const QVariantList &values);
std::optional<SessionRecord> sessionById(const Connection &connection, const QString &accountId,
                                         const QString &sessionId);
/// The newest that names the payment.
std::optional<SessionRecord> sessionByTransaction(const Connection &connection, const QString &accountId,
                                                  const QString &transactionId);
std::optional<SessionRecord> sessionByIntent(const Connection &connection, const QString &intentId);

struct PutAnswer
{
    SessionRecord record;
    bool changed = false; ///< More than the time of the last look.
};

/// Inserts or updates one row. KEEP_OWN_WORDS: a draft and labels that are stored win over RECORD's.
PutAnswer putSession(const Connection &connection, const SessionRecord &record, bool keepOwnWords);

RecordPage<SessionRecord> sessionPage(const Connection &connection, const SessionFilter &filter, const PageKey &after,
                                      int limit);
/// See Ledger::unsettled().
std::vector<SessionRecord> unsettledSessions(const Connection &connection, const QString &accountId, int limit,
                                             const QStringList &exceptFlows);
SessionCounts sessionCounts(const Connection &connection, const SessionFilter &filter);

} // namespace tilldeck::ledger
