// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"
#include "ui/widgets/timeline.h"

#include <QLocale>
#include <QTimeZone>

namespace tilldeck::ui {

/// Everything that is known to have happened to a payment, newest first: its session's creation, that it was opened
/// here, the attempts on each tier, the provider's own steps, refunds, and the events that told of it. What has no time
/// that was told has none here.
QList<TimelineEvent> paymentTimeline(const ledger::TransactionRecord &record, const QDateTime &sessionCreatedAt,
                                     const std::vector<ledger::TimelineEvent> &sessionEvents,
                                     const std::vector<ledger::WebhookEvent> &events, const QDateTime &now,
                                     const QTimeZone &zone, const QLocale &locale);

} // namespace tilldeck::ui
