// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"
#include "ui/widgets/timeline.h"

#include <QLocale>
#include <QTimeZone>

namespace tilldeck::ui {

/// Returns what is known to have happened to a payment, newest first: its session was created and opened here, the
/// attempts on each tier, the provider's own steps, refunds and webhook events. An entry has no time where the provider
/// reported none.
QList<TimelineEvent> paymentTimeline(const ledger::TransactionRecord &record, const QDateTime &sessionCreatedAt,
                                     const std::vector<ledger::TimelineEvent> &sessionEvents,
                                     const std::vector<ledger::WebhookEvent> &events, const QDateTime &now,
                                     const QTimeZone &zone, const QLocale &locale);

} // namespace tilldeck::ui
