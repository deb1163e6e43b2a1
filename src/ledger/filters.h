// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the lists of the ledger.
#pragma once

#include "checkout/transaction.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace tilldeck::ledger {

/// Filters the sessions list. Statuses are the effective ones at `now`: an open session whose time is over is
/// expired.
struct SessionFilter
{
    enum class Status { All, Open, Completed, Expired, Failed, OutcomeUnknown, Creating, NeedsAttention, ExpiringSoon };
    QStringList accountIds;      ///< An empty list finds none, so that live and test never mix by accident.
    Status status = Status::All; ///< Open includes Unrecognised; ExpiringSoon: open and over within an hour.
    QString text;                ///< Customer, item, id, URL; substring without case.
    QString discount;            ///< Promotion code or coupon id that was asked for, without case; empty: any.
    QDateTime createdSince;      ///< UTC; invalid: any.
    QDateTime now;               ///< UTC

    friend bool operator==(const SessionFilter &, const SessionFilter &) = default;
};

struct TransactionFilter
{
    QStringList accountIds;
    std::optional<checkout::TransactionStatus> status; ///< By what is known to be given back; see knownStatus().
    bool isRefundAsked = false; ///< Only those with a refund that was asked for and is not known to be given back.
    QString text;               ///< Customer, item, id, decline code; an amount as typed ("29.00").
    QString sessionId;
    QDateTime createdSince;                     ///< UTC; invalid: any.
    QDateTime createdBefore;                    ///< UTC; invalid: any.
    QString currency;                           ///< ISO code; empty: any.
    std::optional<qint64> amountFrom, amountTo; ///< Minor units, both included; only with a currency.

    friend bool operator==(const TransactionFilter &, const TransactionFilter &) = default;
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

/// Says where a page begins: after this row, the last of the page before. The default is the first page.
struct PageKey
{
    QDateTime createdAt;
    qint64 key = 0;
};

} // namespace tilldeck::ledger
