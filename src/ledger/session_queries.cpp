// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/session_queries.h"

#include "ledger/columns.h"
#include "ledger/query_terms.h"
#include "ledger/search_index.h"
#include "ledger/session_rows.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

// By which part of the list a row is counted: what is known to be going on comes before the provider's word. A creation
// of unknown outcome waits for the merchant still while it is sent again.
QString effectiveAt(qint64 now, const RowsInstead &instead)
{
    return instead.effective(
        u"CASE WHEN state = 'creating' AND EXISTS (SELECT 1 FROM event WHERE event.account_id = session.account_id AND "
        "event.session_id = session.intent_id AND event.kind = 'sent_again') THEN 'sent_again' "
        "WHEN state <> 'known' THEN state WHEN status = 'open' AND expires_at <= %1 THEN 'expired' ELSE status END"_s
            .arg(now),
        now);
}

constexpr qint64 soonMs = 3'600'000;

QString statusTerm(SessionFilter::Status status, const QString &effective, qint64 now)
{
    using Status = SessionFilter::Status;
    switch (status) {
    case Status::All:
        break;
    case Status::Open:
        return u"(%1) IN ('open', 'unrecognised')"_s.arg(effective);
    case Status::Completed:
        return u"(%1) = 'completed'"_s.arg(effective);
    case Status::Expired:
        return u"(%1) = 'expired'"_s.arg(effective);
    case Status::Failed:
        return u"(%1) = 'failed'"_s.arg(effective);
    case Status::OutcomeUnknown:
        return u"(%1) = 'outcome_unknown'"_s.arg(effective);
    case Status::Creating:
        return u"(%1) IN ('creating', 'sent_again')"_s.arg(effective);
    case Status::NeedsAttention:
        return u"(%1) IN ('outcome_unknown', 'failed', 'unrecognised', 'sent_again', 'not_asked')"_s.arg(effective);
    case Status::NotAsked:
        return u"(%1) = 'not_asked'"_s.arg(effective);
    case Status::ExpiringSoon:
        return u"((%1) = 'open' AND expires_at <= %2)"_s.arg(effective).arg(now + soonMs);
    }
    return u"1"_s;
}

Where filterTerms(const Connection &connection, const SessionFilter &filter, const ShownAccounts &shown,
                  const RowsInstead &instead)
{
    Where where = shown.rowsOf(ShownAccounts::Table::Session);
    if (const QString isShown = instead.isShown(); !isShown.isEmpty())
        where.terms << isShown;
    where.add(textTerms(connection, Searched::Sessions, filter.text));
    if (!filter.discount.isEmpty()) {
        where.terms << u"CASE WHEN json_valid(draft) THEN ? IN (lower(json_extract(draft, '$.promotion_code')), "
                       "lower(json_extract(draft, '$.coupon_id'))) END"_s;
        where.values << filter.discount.trimmed().toLower();
    }
    if (filter.createdSince.isValid()) {
        where.terms << u"created_at >= ?"_s;
        where.values << timeColumn(filter.createdSince);
    }
    return where;
}

qint64 nowOf(const SessionFilter &filter)
{
    return (filter.now.isValid() ? filter.now : QDateTime::currentDateTimeUtc()).toMSecsSinceEpoch();
}

Where listTerms(const Connection &connection, const SessionFilter &filter, const ShownAccounts &shown,
                const RowsInstead &instead)
{
    Where where = filterTerms(connection, filter, shown, instead);
    const qint64 now = nowOf(filter);
    where.terms << statusTerm(filter.status, effectiveAt(now, instead), now);
    return where;
}

QString orderOf(const SessionOrder &order, const SessionFilter &filter, const RowsInstead &instead)
{
    using By = SessionOrder::By;
    switch (order.by) {
    case By::Created:
        return order.ascending ? u"created_at, key"_s : u"created_at DESC, key DESC"_s;
    case By::Customer:
        return orderedBy({u"customer_label COLLATE NOCASE"_s}, order.ascending);
    case By::Items:
        return orderedBy({u"items_label COLLATE NOCASE"_s}, order.ascending);
    case By::Status:
        return orderedBy({u"(%1)"_s.arg(effectiveAt(nowOf(filter), instead))}, order.ascending);
    case By::Amount:
        return orderedBy({u"currency"_s, u"amount"_s}, order.ascending);
    case By::Expires:
        return orderedBy({u"expires_at"_s}, order.ascending);
    }
    Q_UNREACHABLE();
}

} // namespace

qint64 SessionCounts::of(SessionFilter::Status status) const
{
    using Status = SessionFilter::Status;
    switch (status) {
    case Status::All:
        return all;
    case Status::Open:
        return open;
    case Status::Completed:
        return completed;
    case Status::Expired:
        return expired;
    case Status::Failed:
        return failed;
    case Status::OutcomeUnknown:
        return outcomeUnknown;
    case Status::NeedsAttention:
        return needsAttention;
    case Status::ExpiringSoon:
        return expiringSoon;
    case Status::NotAsked:
        return notAsked;
    case Status::Creating:
        return 0;
    }
    Q_UNREACHABLE();
}

RecordPage<SessionRecord> sessionPage(const Connection &connection, const SessionFilter &filter,
                                      const ShownAccounts &shown, const RowsInstead &instead, const PageKey &after,
                                      int limit)
{
    Where where = listTerms(connection, filter, shown, instead);
    where.after(after);
    return pageOf(sessionsWhere(connection, where.newestFirst(limit), where.values), limit);
}

RowWindow<SessionRecord> sessionWindow(const Connection &connection, const SessionFilter &filter,
                                       const ShownAccounts &shown, const RowsInstead &instead,
                                       const SessionOrder &order, const RowRange &range)
{
    return windowOf<SessionRecord>(connection, wholeSessions(), listTerms(connection, filter, shown, instead),
                                   orderOf(order, filter, instead), range, sessionsWhere);
}

std::optional<qint64> sessionPosition(const Connection &connection, const SessionFilter &filter,
                                      const ShownAccounts &shown, const RowsInstead &instead, const SessionOrder &order,
                                      qint64 key)
{
    return positionIn(connection, wholeSessions(), listTerms(connection, filter, shown, instead),
                      orderOf(order, filter, instead), key);
}

std::vector<SessionRecord> unfinishedSessions(const Connection &connection, const QString &accountId, int limit,
                                              const QStringList &exceptFlows)
{
    QVariantList values{accountId};
    // A null one, the standard flow, would be bound as NULL, and nothing is outside a list with that.
    for (const QString &flow : exceptFlows)
        values << (flow.isEmpty() ? u""_s : flow);
    const QString marks = QStringList(exceptFlows.size(), u"?"_s).join(u", "_s);
    return sessionsWhere(
        connection,
        u"account_id = ? AND session_id IS NOT NULL AND state = 'known' AND status IN ('open', "
        "'unrecognised', 'not_asked') AND coalesce(flow, '') NOT IN (%1) ORDER BY checked_at, key LIMIT ?"_s.arg(marks),
        values << limit);
}

SessionCounts sessionCounts(const Connection &connection, const SessionFilter &filter, const ShownAccounts &shown,
                            const RowsInstead &instead)
{
    using Status = SessionFilter::Status;
    const qint64 now = nowOf(filter);
    QStringList sums;
    for (const Status status : {Status::Open, Status::Completed, Status::Expired, Status::Failed,
                                Status::OutcomeUnknown, Status::ExpiringSoon, Status::NeedsAttention, Status::NotAsked})
        sums << u"total(%1)"_s.arg(statusTerm(status, u"effective"_s, now));
    const Where where = filterTerms(connection, filter, shown, instead);
    QSqlQuery query =
        connection.exec(u"SELECT count(*), %1 FROM (SELECT expires_at, %2 AS effective FROM %4 WHERE %3)"_s.arg(
                            sums.join(u", "_s), effectiveAt(now, instead), where.condition(), wholeSessions()),
                        where.values);
    connection.next(query);
    int column = 0;
    const auto next = [&] { return query.value(column++).toLongLong(); };
    SessionCounts counts;
    for (qint64 *count : {&counts.all, &counts.open, &counts.completed, &counts.expired, &counts.failed,
                          &counts.outcomeUnknown, &counts.expiringSoon, &counts.needsAttention, &counts.notAsked})
        *count = next();
    return counts;
}

void insertEvent(const Connection &connection, const QString &accountId, const QString &sessionId,
                 const TimelineEvent &event)
{
    connection.exec(
        u"INSERT INTO event (account_id, session_id, kind, word, at) VALUES (?, ?, ?, ?, ?)"_s,
        {accountId, sessionId, storedName(event.kind), textColumn(event.rawStatus), event.at.toMSecsSinceEpoch()});
}

std::vector<TimelineEvent> eventsOf(const Connection &connection, const QStringList &accountIds,
                                    const QString &sessionId)
{
    const Where where = accountIndexTerm(accountIds);
    QSqlQuery query = connection.exec(
        u"SELECT kind, word, at FROM event WHERE %1 AND session_id = ? ORDER BY at DESC, key DESC"_s.arg(
            where.condition()),
        where.values + QVariantList{sessionId});
    std::vector<TimelineEvent> events;
    while (connection.next(query))
        events.push_back(
            {valueOf(query.value(0), EventKind::Checked), query.value(1).toString(), timeFrom(query.value(2))});
    return events;
}

} // namespace tilldeck::ledger
