// SPDX-License-Identifier: GPL-3.0-or-later
// Which payments a filter means, and their sums. Every function runs on a database's thread and may
// throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/known_statuses.h"
#include "ledger/ledger.h"
#include "ledger/shown_accounts.h"

namespace tilldeck::ledger {

/// Returns the terms of @p filter. Its accounts are not looked at, here and below: @p shown holds them. Its status is
/// the known one.
Where paymentTerms(const Connection &connection, const TransactionFilter &filter, const ShownAccounts &shown,
                   const KnownStatuses &known);
/// Returns the column, for SQL, of what the provider reports as refunded of a payment, in the payment's currency.
QString refundedColumn();
std::vector<CurrencyTotal> paymentTotals(const Connection &connection, const TransactionFilter &filter,
                                         const ShownAccounts &shown, const KnownStatuses &known);
std::vector<DayVolume> paymentVolume(const Connection &connection, const TransactionFilter &filter,
                                     const ShownAccounts &shown, const KnownStatuses &known, const QTimeZone &zone);

} // namespace tilldeck::ledger
