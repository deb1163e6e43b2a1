// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace tilldeck::ledger {

/// Filters the sessions list. Statuses are the effective ones at `now`: an open session whose time is over is
/// expired.
struct SessionFilter
{
    enum class Status {
        All,
        Open,
        Completed,
        Expired,
        Failed,
        OutcomeUnknown,
        Creating,
        NeedsAttention,
        ExpiringSoon,
        NotAsked
    };
    QStringList accountIds;      ///< An empty list finds none, so that live and test never mix by accident.
    Status status = Status::All; ///< Open includes Unrecognised; ExpiringSoon: open and over within an hour;
                                 ///< NeedsAttention includes a creation that is sent again.
    QString text;                ///< Customer, item, id: each of searchWords(), without case; a whole URL or token.
    QString discount;            ///< Promotion code or coupon id that was asked for, without case; empty: any.
    QDateTime createdSince;      ///< UTC; invalid: any.
    QDateTime createdBefore;     ///< UTC; invalid: any.
    QString currency;            ///< ISO code; empty: any.
    std::optional<qint64> amountFrom, amountTo; ///< Minor units, both included; only with a currency.
    std::optional<int> tier;                    ///< That was paid, from 0.
    QDateTime now;                              ///< UTC

    friend bool operator==(const SessionFilter &, const SessionFilter &) = default;
};

/// Says by what the sessions of a list are ordered; those that are equal by it, the newest first. Those without a value
/// come last.
struct SessionOrder
{
    enum class By { Created, Customer, Items, Status, Amount, Expires };
    By by = By::Created; ///< Amount: by currency, then by amount. Status: by the effective one.
    bool ascending = false;

    friend bool operator==(const SessionOrder &, const SessionOrder &) = default;
};

} // namespace tilldeck::ledger
