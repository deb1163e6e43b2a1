// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the webhook events of the ledger.
#include "ledger/ledger_store.h"
#include "ledger/webhook_rows.h"

namespace tilldeck::ledger {

using checkout::Result;

namespace {

/// Returns whether rows are looked at one by one, which takes the longer the more there are.
bool maySearchLong(const WebhookFilter &filter, const WebhookOrder &order = {})
{
    return !filter.text.trimmed().isEmpty() || order.by != WebhookOrder::By::Created;
}

} // namespace

QFuture<Result<RecordPage<WebhookEvent>>> Ledger::webhookEvents(WebhookFilter filter, PageKey after, int limit)
{
    return m_store->read<RecordPage<WebhookEvent>>(
        [filter = std::move(filter), after, limit](const Connection &connection) {
            return webhookPage(connection, filter, after, limit);
        });
}

QFuture<Result<RowWindow<WebhookEvent>>> Ledger::webhookEventsAt(WebhookFilter filter, WebhookOrder order,
                                                                 RowRange range)
{
    const bool mayTakeLong = maySearchLong(filter, order);
    return m_store->readOrAsk<RowWindow<WebhookEvent>>(
        mayTakeLong, [filter = std::move(filter), order, range](const Connection &connection) {
            return webhookWindow(connection, filter, order, range);
        });
}

QFuture<Result<std::optional<qint64>>> Ledger::positionOf(WebhookFilter filter, WebhookOrder order, qint64 key)
{
    const bool mayTakeLong = maySearchLong(filter, order);
    return m_store->readOrAsk<std::optional<qint64>>(
        mayTakeLong, [filter = std::move(filter), order, key](const Connection &connection) {
            return webhookPosition(connection, filter, order, key);
        });
}

QFuture<Result<qint64>> Ledger::countWebhookEvents(WebhookFilter filter)
{
    const bool mayTakeLong = maySearchLong(filter);
    return m_store->readOrAsk<qint64>(mayTakeLong, [filter = std::move(filter)](const Connection &connection) {
        return webhookCount(connection, filter);
    });
}

} // namespace tilldeck::ledger
