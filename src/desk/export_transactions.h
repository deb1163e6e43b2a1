// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/account_names.h"
#include "ledger/ledger.h"

#include <QTimeZone>

namespace tilldeck::desk {

enum class TransactionColumn {
    Time,
    Status,
    Amount,
    Currency,
    Refunded,
    RefundAsked,
    RefundUnknown,
    Fee,
    Priced,
    PricedCurrency,
    Provider,
    Account,
    Gateway,
    Route,
    Tier,
    Customer,
    Items,
    Method,
    Reference,
    SessionId,
    TransactionId,
    DeclineCode,
};

/// Returns every column, in the standard order.
std::vector<TransactionColumn> transactionColumns();
QString columnTitle(TransactionColumn column, const QTimeZone &zone);

/// Returns payments as CSV, one a line below the titles of @p columns. Times are in @p zone.
QByteArray exportTransactions(const std::vector<ledger::TransactionRecord> &records,
                              const std::vector<TransactionColumn> &columns, const AccountNames &names,
                              const QTimeZone &zone);

} // namespace tilldeck::desk
