// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table "session", and what stands apart of each in "session_detail". Every function runs on a database's
// thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace tilldeck::ledger {

class ShownAccounts;

/// Returns, for SQL, the sessions with all of their columns.
QString wholeSessions();
/// Reads sessions. @p condition is everything that may follow WHERE, with a mark for each of @p values.
std::vector<SessionRecord> sessionsWhere(const Connection &connection, const QString &condition,
                                         const QVariantList &values);
/// Reads of them what a list shows.
std::vector<SessionRow> sessionRowsWhere(const Connection &connection, const QString &condition,
                                         const QVariantList &values);
std::optional<SessionRecord> sessionById(const Connection &connection, const QString &accountId,
                                         const QString &sessionId);
/// Returns the newest session that names the payment.
std::optional<SessionRecord> sessionByTransaction(const Connection &connection, const QString &accountId,
                                                  const QString &transactionId);
std::optional<SessionRecord> sessionByIntent(const Connection &connection, const QString &intentId);
/// Returns the sessions of @p accountIds whose rows hold a token, a checkout URL, or secrets of a gateway.
std::vector<SessionRecord> sessionsWithSecrets(const Connection &connection, const QStringList &accountIds);

/// Inserts many rows that are known not to be there, as fast as it goes.
class SessionInsert
{
public:
    explicit SessionInsert(const Connection &connection);
    qint64 add(const SessionRecord &record); ///< Returns the key of the row.

private:
    const Connection &m_connection;
    QSqlQuery m_row;
    QSqlQuery m_detail;
};

/// Writes @p record over its row as it is.
void updateSession(const Connection &connection, const SessionRecord &record);

struct PutAnswer
{
    SessionRecord record;
    bool changed = false; ///< Whether more changed than checkedAt.
};

/// Inserts or updates one row. With @p keepStoredTexts, a draft and labels that are stored win over those of @p record.
/// A row of an account that is shown as that of @p record (@p shown), which has the same session by
/// ShownAccounts::isSame() or by the provider's time and the amount, becomes its row.
PutAnswer putSession(const Connection &connection, const SessionRecord &record, bool keepStoredTexts,
                     const ShownAccounts *shown = nullptr);

} // namespace tilldeck::ledger
