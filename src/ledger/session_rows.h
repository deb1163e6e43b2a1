// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table "session". Every function runs on a database's thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace tilldeck::ledger {

/// Returns whether an answer that was asked for at @p askedAt is older than one that was asked for at @p storedAt. An
/// invalid time is older than any other.
bool isOlderAnswer(const QDateTime &askedAt, const QDateTime &storedAt);

/// Combines @p incoming with the row @p stored. The provider's answer that was asked for later wins; what it leaves out
/// stays. Key, creation time and a session id are never lost, and a completed session never becomes open again.
SessionRecord combined(const SessionRecord &stored, const SessionRecord &incoming, bool keepStoredTexts);

/// Reads sessions. @p condition is everything that may follow WHERE, with a mark for each of @p values.
std::vector<SessionRecord> sessionsWhere(const Connection &connection, const QString &condition,
                                         const QVariantList &values);
std::optional<SessionRecord> sessionById(const Connection &connection, const QString &accountId,
                                         const QString &sessionId);
/// Returns the newest session that names the payment.
std::optional<SessionRecord> sessionByTransaction(const Connection &connection, const QString &accountId,
                                                  const QString &transactionId);
std::optional<SessionRecord> sessionByIntent(const Connection &connection, const QString &intentId);

struct PutAnswer
{
    SessionRecord record;
    bool changed = false; ///< Whether more changed than checkedAt.
};

/// Inserts or updates one row. With @p keepStoredTexts, a draft and labels that are stored win over those of @p record.
PutAnswer putSession(const Connection &connection, const SessionRecord &record, bool keepStoredTexts);

RecordPage<SessionRecord> sessionPage(const Connection &connection, const SessionFilter &filter, const PageKey &after,
                                      int limit);
/// Reads what Ledger::unfinished() returns.
std::vector<SessionRecord> unfinishedSessions(const Connection &connection, const QString &accountId, int limit,
                                              const QStringList &exceptFlows);
/// Adds one event to the timeline of a session.
void insertEvent(const Connection &connection, const QString &accountId, const QString &sessionId,
                 const TimelineEvent &event);
/// Reads the timeline of a session, newest first.
std::vector<TimelineEvent> eventsOf(const Connection &connection, const QString &accountId, const QString &sessionId);
SessionCounts sessionCounts(const Connection &connection, const SessionFilter &filter);

} // namespace tilldeck::ledger
