// SPDX-License-Identifier: GPL-3.0-or-later
// What is filtered, as CSV: UTF-8, amounts as plain numbers in major units with their currency beside them, times in a
// stated zone, texts that a spreadsheet would take for a formula guarded.
#pragma once

#include "accounts/account.h"
#include "ledger/ledger.h"

#include <QTimeZone>

namespace tilldeck::desk {

enum class TransactionColumn {
    Time,
    Status,
    Amount,
    Currency,
    Refunded,
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

/// Every column, in the standard order.
std::vector<TransactionColumn> transactionColumns();
QString columnTitle(TransactionColumn column, const QTimeZone &zone);

struct AccountNames
{
    QHash<QString, QString> account;  ///< By account id.
    QHash<QString, QString> provider; ///< By account id.
};

AccountNames namesOf(const std::vector<accounts::Account> &accounts);

QByteArray transactionsCsv(const std::vector<ledger::TransactionRecord> &records,
                           const std::vector<TransactionColumn> &columns, const AccountNames &names,
                           const QTimeZone &zone);
QByteArray sessionsCsv(const std::vector<ledger::SessionRecord> &records, const AccountNames &names,
                       const QTimeZone &zone, const QDateTime &now);

/// A text as a CSV cell: quoted where needed; one that begins like a formula gets an apostrophe before it.
QByteArray csvCell(const QString &text);

} // namespace tilldeck::desk
