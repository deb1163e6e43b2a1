// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table "payment". Every function runs on a database's thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"
#include "ledger/query_terms.h"

namespace tilldeck::ledger {

/// Inserts or updates by (account, transaction id). What is stored stays where @p record leaves it out, except
/// statuses, the decline code and the amount. Returns whether the row changed.
bool putPayment(const Connection &connection, const TransactionRecord &record);

std::optional<TransactionRecord> paymentById(const Connection &connection, const QString &accountId,
                                             const QString &transactionId);
RecordPage<TransactionRecord> paymentPage(const Connection &connection, const TransactionFilter &filter,
                                          const PageKey &after, int limit);
qint64 paymentCount(const Connection &connection, const TransactionFilter &filter);

/// Returns the terms of @p filter.
Where paymentTerms(const TransactionFilter &filter);
std::vector<CurrencyTotal> paymentTotals(const Connection &connection, const TransactionFilter &filter);
std::vector<DayVolume> paymentVolume(const Connection &connection, const TransactionFilter &filter,
                                     const QTimeZone &zone);

/// Returns an amount typed in major units as it is stored for search: "1.234,50" and "1,234.50" are "1234.50". Empty
/// when @p text is not a number.
QString amountAsTyped(const QString &text);

} // namespace tilldeck::ledger
