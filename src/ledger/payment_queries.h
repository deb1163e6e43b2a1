// SPDX-License-Identifier: GPL-3.0-or-later
// The list of payments. Every function runs on a database's thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/known_statuses.h"
#include "ledger/ledger.h"
#include "ledger/shown_accounts.h"

namespace tilldeck::ledger {

RecordPage<TransactionRecord> paymentPage(const Connection &connection, const TransactionFilter &filter,
                                          const ShownAccounts &shown, const KnownStatuses &known, const PageKey &after,
                                          int limit);
/// Reads what Ledger::transactionsAt() returns, and where one of them stands.
RowWindow<PaymentRow> paymentWindow(const Connection &connection, const TransactionFilter &filter,
                                    const ShownAccounts &shown, const KnownStatuses &known,
                                    const TransactionOrder &order, const RowRange &range);
std::optional<qint64> paymentPosition(const Connection &connection, const TransactionFilter &filter,
                                      const ShownAccounts &shown, const KnownStatuses &known,
                                      const TransactionOrder &order, qint64 key);
qint64 paymentCount(const Connection &connection, const TransactionFilter &filter, const ShownAccounts &shown,
                    const KnownStatuses &known);

} // namespace tilldeck::ledger
