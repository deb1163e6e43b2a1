// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/open_outcomes.h"
#include "desk/unsettled_writes.h"

#include <QPointer>
#include <QTimeZone>

namespace tilldeck::desk {

/// Sums up the accounts over some days. Amounts of two currencies are never added.
struct Overview
{
    std::vector<ledger::DayVolume> volume;     ///< Oldest first.
    std::vector<ledger::CurrencyTotal> totals; ///< Of the same days.
    ledger::SessionCounts sessions;            ///< Created in those days.
    ledger::SessionCounts now;                 ///< Of all time: expiring soon, outcome unknown, needs attention.
    qint64 failedPayments = 0;                 ///< In those days.
    qint64 failedWebhooks = 0;                 ///< Of all time: events whose last delivery failed.
    std::vector<OpenOutcome> unknown;          ///< Of all time: creations and refunds of unknown outcome, oldest first.
    std::vector<ledger::Intent> failedRefunds; ///< Of all time: taken by the provider, and not given back after all.
    std::vector<UnsettledWrite> unsettledWrites; ///< Of all time: promotions and routes.
};

/// Returns the overview of the last @p days, today included, in @p zone.
http::Task<checkout::Result<Overview>> overview(QPointer<Desk> desk, QStringList accountIds, int days, QTimeZone zone);

} // namespace tilldeck::desk
