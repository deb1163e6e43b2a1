// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table "webhook_event". Every function runs on a database's thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace tilldeck::ledger {

/// Inserts or updates by (account, event id); the first time stays. Returns whether the row changed.
bool putWebhook(const Connection &connection, const WebhookEvent &event);

RecordPage<WebhookEvent> webhookPage(const Connection &connection, const WebhookFilter &filter, const PageKey &after,
                                     int limit);
qint64 webhookCount(const Connection &connection, const WebhookFilter &filter);
RowWindow<WebhookEvent> webhookWindow(const Connection &connection, const WebhookFilter &filter,
                                      const WebhookOrder &order, const RowRange &range);
std::optional<qint64> webhookPosition(const Connection &connection, const WebhookFilter &filter,
                                      const WebhookOrder &order, qint64 key);

} // namespace tilldeck::ledger
