// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about the sessions and their timelines. Every function runs on a database's thread and may throw
// SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"
#include "ledger/rows_instead.h"
#include "ledger/shown_accounts.h"

namespace tilldeck::ledger {

/// Reads a page of @p filter. Its accounts are not looked at: @p shown holds them.
RecordPage<SessionRecord> sessionPage(const Connection &connection, const SessionFilter &filter,
                                      const ShownAccounts &shown, const RowsInstead &instead, const PageKey &after,
                                      int limit);

/// Reads what Ledger::sessionsAt() returns, and where one of them stands.
RowWindow<SessionRow> sessionWindow(const Connection &connection, const SessionFilter &filter,
                                    const ShownAccounts &shown, const RowsInstead &instead, const SessionOrder &order,
                                    const RowRange &range);
std::optional<qint64> sessionPosition(const Connection &connection, const SessionFilter &filter,
                                      const ShownAccounts &shown, const RowsInstead &instead, const SessionOrder &order,
                                      qint64 key);

/// Reads what Ledger::unfinished() returns.
std::vector<SessionRecord> unfinishedSessions(const Connection &connection, const QString &accountId, int limit,
                                              const QStringList &exceptFlows);

/// Adds one event to the timeline of a session.
void insertEvent(const Connection &connection, const QString &accountId, const QString &sessionId,
                 const TimelineEvent &event);

/// Reads the timeline that a session has under any of @p accountIds, newest first.
std::vector<TimelineEvent> eventsOf(const Connection &connection, const QStringList &accountIds,
                                    const QString &sessionId);

SessionCounts sessionCounts(const Connection &connection, const SessionFilter &filter, const ShownAccounts &shown,
                            const RowsInstead &instead);

} // namespace tilldeck::ledger
