// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table "session". Every function runs on a database's thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace tilldeck::ledger {

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

} // namespace tilldeck::ledger
