// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table "payment". Every function runs on a database's thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace tilldeck::ledger {

/// Inserts or updates by (account, transaction id); what is stored stays where RECORD leaves out labels,
/// gateway, reference, priced amount, fees or split. True when it
/// changed.
bool putPayment(const Connection &connection, const TransactionRecord &record);

RecordPage<TransactionRecord> paymentPage(const Connection &connection, const TransactionFilter &filter,
                                          const PageKey &after, int limit);
qint64 paymentCount(const Connection &connection, const TransactionFilter &filter);

/// An amount typed in major units as it is stored for search: "1.234,50" and "1,234.50" are "1234.50". Empty when TEXT
/// is not a number.
QString amountAsTyped(const QString &text);

} // namespace tilldeck::ledger
