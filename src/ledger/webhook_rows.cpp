// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/webhook_rows.h"

#include "ledger/columns.h"
#include "ledger/query_terms.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

// One order for reading and writing.
const QString webhookColumns = u"account_id, event_id, type, about, body, signature_header, signature, url, delivery, "
                               "attempts, http_status, created_at, search"_s;
constexpr int webhookColumnCount = 13;

QVariantList webhookValues(const WebhookEvent &event)
{
    return {
        event.accountId,
        event.eventId,
        textColumn(event.type),
        textColumn(event.about),
        event.body,
        event.signatureHeader,
        event.signature,
        textColumn(event.url),
        storedName(event.delivery),
        event.attempts,
        event.httpStatus,
        event.at.isValid() ? event.at.toMSecsSinceEpoch() : 0,
        searchColumn({event.type, event.eventId, event.about}),
    };
}

WebhookEvent eventFrom(const QSqlQuery &query)
{
    int column = 0;
    const auto next = [&] { return query.value(column++); };
    WebhookEvent event;
    event.key = next().toLongLong();
    event.accountId = next().toString();
    event.eventId = next().toString();
    event.type = next().toString();
    event.about = next().toString();
    event.body = next().toByteArray();
    event.signatureHeader = next().toByteArray();
    event.signature = next().toByteArray();
    event.url = next().toString();
    event.delivery = valueOf(next(), WebhookEvent::Delivery::Kept);
    event.attempts = next().toInt();
    event.httpStatus = next().toInt();
    event.at = timeFrom(next());
    return event;
}

std::vector<WebhookEvent> eventsWhere(const Connection &connection, const QString &condition,
                                      const QVariantList &values)
{
    QSqlQuery query =
        connection.exec(u"SELECT key, %1 FROM webhook_event WHERE %2"_s.arg(webhookColumns, condition), values);
    std::vector<WebhookEvent> events;
    while (connection.next(query))
        events.push_back(eventFrom(query));
    return events;
}

Where filterTerms(const WebhookFilter &filter)
{
    Where where = accountTerm(filter.accountIds);
    const QString text = filter.text.trimmed();
    if (!text.isEmpty()) {
        where.terms << u"instr(search, ?) > 0"_s;
        where.values << searchable(text);
    }
    if (filter.delivery) {
        where.terms << u"delivery = ?"_s;
        where.values << storedName(*filter.delivery);
    }
    where.addRange(filter.createdSince, {});
    return where;
}

QString orderOf(const WebhookOrder &order)
{
    using By = WebhookOrder::By;
    switch (order.by) {
    case By::Created:
        return order.ascending ? u"created_at, key"_s : u"created_at DESC, key DESC"_s;
    case By::Delivery:
        return orderedBy({u"delivery"_s}, order.ascending);
    case By::Type:
        return orderedBy({u"type COLLATE NOCASE"_s}, order.ascending);
    case By::About:
        return orderedBy({u"nullif(about, '') COLLATE NOCASE"_s}, order.ascending);
    case By::Answer:
        return orderedBy({u"CASE WHEN attempts > 0 THEN http_status END"_s}, order.ascending);
    }
    Q_UNREACHABLE();
}

} // namespace

bool putWebhook(const Connection &connection, const WebhookEvent &event)
{
    const auto stored = eventsWhere(connection, u"account_id = ? AND event_id = ?"_s, {event.accountId, event.eventId});
    if (stored.empty()) {
        const QString marks = QStringList(webhookColumnCount, u"?"_s).join(u", "_s);
        connection.exec(u"INSERT INTO webhook_event (%1) VALUES (%2)"_s.arg(webhookColumns, marks),
                        webhookValues(event));
        return true;
    }
    WebhookEvent after = event;
    after.key = stored.front().key;
    // A row's place in the list does not move once it is shown.
    after.at = stored.front().at;
    if (after == stored.front())
        return false;
    const QStringList assignments = webhookColumns.split(u", "_s);
    connection.exec(u"UPDATE webhook_event SET %1 = ? WHERE key = ?"_s.arg(assignments.join(u" = ?, "_s)),
                    webhookValues(after) << after.key);
    return true;
}

RecordPage<WebhookEvent> webhookPage(const Connection &connection, const WebhookFilter &filter, const PageKey &after,
                                     int limit)
{
    Where where = filterTerms(filter);
    where.after(after);
    return pageOf(eventsWhere(connection, where.newestFirst(limit), where.values), limit);
}

qint64 webhookCount(const Connection &connection, const WebhookFilter &filter)
{
    return countIn(connection, u"webhook_event"_s, filterTerms(filter));
}

RowWindow<WebhookEvent> webhookWindow(const Connection &connection, const WebhookFilter &filter,
                                      const WebhookOrder &order, const RowRange &range)
{
    return windowOf<WebhookEvent>(connection, filterTerms(filter), orderOf(order), range, eventsWhere,
                                  [&] { return webhookCount(connection, filter); });
}

std::optional<qint64> webhookPosition(const Connection &connection, const WebhookFilter &filter,
                                      const WebhookOrder &order, qint64 key)
{
    return positionIn(connection, u"webhook_event"_s, filterTerms(filter), orderOf(order), key);
}

} // namespace tilldeck::ledger
