// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/transaction.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace tilldeck::ledger {

struct TransactionFilter
{
    QStringList accountIds;
    std::optional<checkout::TransactionStatus> status; ///< By what is known to be given back; see knownStatus().
    bool isRefundAsked = false; ///< Only those with a refund that was asked for and is not known to be given back.
    QString text;               ///< Customer, item, id, decline code: each of searchWords(); an amount ("29.00").
    QString sessionId;
    QDateTime createdSince;                     ///< UTC; invalid: any.
    QDateTime createdBefore;                    ///< UTC; invalid: any.
    QString currency;                           ///< ISO code; empty: any.
    std::optional<qint64> amountFrom, amountTo; ///< Minor units, both included; only with a currency.
    std::optional<int> tier;                    ///< From 0.

    friend bool operator==(const TransactionFilter &, const TransactionFilter &) = default;
};

/// Says by what the payments of a list are ordered; those that are equal by it, the newest first. Those without a value
/// come last.
struct TransactionOrder
{
    enum class By { Created, Customer, Item, Status, Amount, Tier };
    By by = By::Created; ///< Amount: by currency, then by amount.
    bool ascending = false;

    friend bool operator==(const TransactionOrder &, const TransactionOrder &) = default;
};

/// Holds a filter of the transactions list that the merchant gave a name. A range of days is kept as days and as the
/// zone they were chosen in, so that it means the same after a restart.
struct SavedFilter
{
    QString id; ///< Made on this computer; empty when it is not saved yet.
    QString name;
    TransactionFilter filter;
    int lastDays = 0; ///< When above 0, the days before now, instead of the filter's own range.

    friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
};

} // namespace tilldeck::ledger
