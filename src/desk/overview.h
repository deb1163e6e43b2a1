// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/needs_attention.h"

#include <QPointer>
#include <QTimeZone>

namespace tilldeck::desk {

/// Sums up the accounts over some days. Amounts of two currencies are never added.
struct Overview
{
    std::vector<ledger::DayVolume> volume;     ///< Oldest first.
    std::vector<ledger::CurrencyTotal> totals; ///< Of the same days.
    ledger::SessionCounts sessions;            ///< Created in those days.
    ledger::SessionCounts now;                 ///< Of all time.
    qint64 failedPayments = 0;                 ///< In those days.
    qint64 failedWebhooks = 0;                 ///< Of all time: events whose last delivery failed.
    NeedsAttention attention;
};

/// Returns the overview of the last @p days, today included, in @p zone.
http::Task<checkout::Result<Overview>> overview(QPointer<Desk> desk, QStringList accountIds, int days, QTimeZone zone);

} // namespace tilldeck::desk
