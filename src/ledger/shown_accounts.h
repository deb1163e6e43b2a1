// SPDX-License-Identifier: GPL-3.0-or-later
// Whose rows a read of the ledger returns. Private to the ledger.
#pragma once

#include "ledger/connected_accounts.h"
#include "ledger/database.h"
#include "ledger/query_terms.h"

#include <utility>
#include <vector>

namespace tilldeck::ledger {

/// Returns the accounts that have sessions, payments or drafts.
QStringList accountsWithRows(const Connection &connection);

/// Holds the accounts that were asked for. Of two that are for sure one account at the provider, connected twice, the
/// same row is left out of one: of a payment it is shown under the first, of a session where it was created. Payments
/// of one number are the same where amount, currency and time are: else nobody knows, and both are shown. They come
/// with the lost ones that are shown under them: those that have rows here, are not connected, and may be one of them.
/// Such a row is left out where a connected account has the same, as it has once the provider has listed it there.
class ShownAccounts
{
public:
    /// Names a table whose rows have an account and an id at the provider.
    enum class Table { Session, Payment };

    /// Runs on a database's thread and may throw SqlFailure.
    ShownAccounts(const Connection &connection, const ConnectedAccounts &connected, QStringList asked);

    /// Returns the accounts that were asked for and, behind them, the lost ones.
    QStringList ids() const { return m_asked + m_lost; }
    const QStringList &lost() const { return m_lost; }
    /// Returns whether every row of those accounts is shown, and no other one.
    bool isPlain() const { return m_lost.isEmpty() && m_twins.empty(); }
    /// Returns whether @p accountId, a lost one, is for sure the one under which it is shown. Else a row is the same as
    /// that one's only where time and amount agree, too: an id says little where a provider counts in each shop.
    bool isSame(const QString &accountId) const { return m_same.contains(accountId); }
    /// Returns the term for their rows of @p table, which is named so in the query.
    Where rowsOf(Table table) const;
    /// Returns the account under which a row of @p accountId is shown.
    QString of(const QString &accountId) const { return m_shownUnder.value(accountId, accountId); }
    /// Makes each row one of the account under which it is shown.
    template <class Row> void apply(std::vector<Row> &rows) const
    {
        for (Row &row : rows)
            row.accountId = of(row.accountId);
    }

private:
    void leaveTwinsOut(Where &where, Table table) const;

    QStringList m_asked;
    QStringList m_connected;
    QStringList m_lost;
    std::vector<std::pair<QString, QString>> m_twins; ///< One that was asked for, and an earlier one that it is.
    QStringList m_same;                   ///< Those of the lost ones that are for sure what they are shown as.
    QHash<QString, QString> m_shownUnder; ///< Of each lost one, the one that was asked for.
};

} // namespace tilldeck::ledger
