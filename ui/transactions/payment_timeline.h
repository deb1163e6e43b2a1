// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/refund_history.h"
#include "ui/widgets/timeline.h"

#include <QLocale>
#include <QTimeZone>

namespace tilldeck::ui {

/// Returns what is known to have happened to a payment, newest first: its session was created and opened here, the
/// attempts on each tier, the provider's own steps, refunds and webhook events. Of a refund that was sent from here
/// every step is listed, in the place of what the provider lists of it. An entry has no time where none is known. @p
/// providerName is the provider of the payment.
QList<TimelineEvent> paymentTimeline(const ledger::TransactionRecord &record, const QDateTime &sessionCreatedAt,
                                     const std::vector<ledger::TimelineEvent> &sessionEvents,
                                     const std::vector<ledger::WebhookEvent> &events,
                                     const std::vector<desk::RefundHistory> &refunds, const QString &providerName,
                                     const QDateTime &now, const QTimeZone &zone, const QLocale &locale);

} // namespace tilldeck::ui
