// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table "payment", and what stands apart of each in "payment_detail". Every function runs on a database's
// thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"
#include "ledger/payment_sums.h"
#include "ledger/shown_accounts.h"

namespace tilldeck::ledger {

/// Inserts many rows that are known not to be there, as fast as it goes.
class PaymentInsert
{
public:
    explicit PaymentInsert(const Connection &connection);
    void add(const TransactionRecord &record, const QDateTime &askedAt);

private:
    const Connection &m_connection;
    QSqlQuery m_row;
    QSqlQuery m_detail;
};

/// Says what an answer on one payment changed.
struct MergedPayment
{
    bool changed = false; ///< Whether more of its row changed than the moment at which it was asked for.
    bool changedSession = false;
};

/// Writes one payment of an answer as Ledger::mergeTransactions() describes. A row of an account that is shown
/// as that of @p record (@p shown), which has the same payment by ShownAccounts::isSame() or by time and amount,
/// becomes its row. What was given back stays for a day where the answer lacks it and @p mayLag.
MergedPayment mergePayment(const Connection &connection, TransactionRecord record, const QDateTime &askedAt,
                           const ApplyPayment &apply, const ShownAccounts *shown = nullptr, bool mayLag = false);

/// Returns, for SQL, the payments with all of their columns.
QString wholePayments();
std::vector<TransactionRecord> paymentsWhere(const Connection &connection, const QString &condition,
                                             const QVariantList &values);
/// Reads of them what a list shows.
std::vector<PaymentRow> paymentRowsWhere(const Connection &connection, const QString &condition,
                                         const QVariantList &values);
std::optional<TransactionRecord> paymentById(const Connection &connection, const QString &accountId,
                                             const QString &transactionId);

/// Returns an amount typed in major units as it is stored for search: "1.234,50" and "1,234.50" are "1234.50". Empty
/// when @p text is not a number.
QString amountAsTyped(const QString &text);

} // namespace tilldeck::ledger
