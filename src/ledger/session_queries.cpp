// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/session_queries.h"

#include "ledger/columns.h"
#include "ledger/day_list.h"
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
    where.addCommon(filter, u"paid_tier"_s);
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

// Sessions that the provider calls open; the time of some is over.
const QString isCalledOpen = u"state = 'known' AND status = 'open'"_s;
const QString isSentAgain =
    u"shown = 'creating' AND EXISTS (SELECT 1 FROM event WHERE event.account_id = session.account_id AND "
    "event.session_id = session.intent_id AND event.kind = 'sent_again')"_s;

/// Returns the list of @p filter where it is one by time whose counts are kept; nothing for others, whose rows are
/// looked at one by one.
std::optional<DayList> dayList(const SessionFilter &filter, const ShownAccounts &shown, const RowsInstead &instead)
{
    using Status = SessionFilter::Status;
    if (!shown.isPlain() || !instead.isEmpty() || !filter.text.trimmed().isEmpty() || !filter.discount.isEmpty() ||
        !filter.currency.isEmpty() || filter.tier)
        return {};
    DayList list({u"session"_s, u"shown"_s, shown.ids()});
    list.between(filter.createdSince, filter.createdBefore);
    const qint64 now = nowOf(filter);
    switch (filter.status) {
    case Status::All:
        break;
    case Status::Open:
        list.take({u"unrecognised"_s});
        list.takeApart(isCalledOpen + u" AND (expires_at IS NULL OR expires_at > %1)"_s.arg(now));
        break;
    case Status::Completed:
        list.take({u"completed"_s});
        break;
    case Status::Expired:
        list.take({u"expired"_s});
        list.takeApart(isCalledOpen + u" AND expires_at <= %1"_s.arg(now));
        break;
    case Status::Failed:
        list.take({u"failed"_s});
        break;
    case Status::OutcomeUnknown:
        list.take({u"outcome_unknown"_s});
        break;
    case Status::Creating:
        list.take({u"creating"_s});
        break;
    case Status::NeedsAttention:
        list.take({u"outcome_unknown"_s, u"failed"_s, u"unrecognised"_s, u"not_asked"_s});
        list.takeApart(isSentAgain);
        break;
    case Status::NotAsked:
        list.take({u"not_asked"_s});
        break;
    case Status::ExpiringSoon:
        list.take({});
        list.takeApart(isCalledOpen + u" AND expires_at > %1 AND expires_at <= %2"_s.arg(now).arg(now + soonMs));
        break;
    }
    return list.isPossible() ? std::optional(std::move(list)) : std::nullopt;
}

/// Returns the counts of @p filter from those that are kept; @p list is that of all its statuses.
SessionCounts keptCounts(const Connection &connection, const SessionFilter &filter, const DayList &list)
{
    const Snapshot snapshot(connection);
    const auto countOf = [&](const QString &term) {
        DayList some = list;
        some.take({});
        some.takeApart(term);
        return some.count(connection);
    };
    const QString now = QString::number(nowOf(filter));
    const QString soon = QString::number(nowOf(filter) + soonMs);
    const qint64 over = countOf(isCalledOpen + u" AND expires_at <= "_s + now);
    std::map<QString, qint64> words = list.countsOfWords(connection);
    SessionCounts counts;
    for (const auto &[word, count] : words)
        counts.all += count;
    counts.open = words[u"open"_s] - over + words[u"unrecognised"_s];
    counts.completed = words[u"completed"_s];
    counts.expired = words[u"expired"_s] + over;
    counts.failed = words[u"failed"_s];
    counts.outcomeUnknown = words[u"outcome_unknown"_s];
    counts.notAsked = words[u"not_asked"_s];
    counts.expiringSoon = countOf(isCalledOpen + u" AND expires_at > %1 AND expires_at <= %2"_s.arg(now, soon));
    counts.needsAttention =
        counts.outcomeUnknown + counts.failed + words[u"unrecognised"_s] + counts.notAsked + countOf(isSentAgain);
    return counts;
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
    if (const auto list = dayList(filter, shown, instead)) {
        const Where where = list->rowsAfter(after, limit + 1);
        return pageOf(sessionsWhere(connection, where.condition(), where.values), limit);
    }
    Where where = listTerms(connection, filter, shown, instead);
    where.after(after);
    return pageOf(sessionsWhere(connection, where.newestFirst(limit), where.values), limit);
}

RowWindow<SessionRow> sessionWindow(const Connection &connection, const SessionFilter &filter,
                                    const ShownAccounts &shown, const RowsInstead &instead, const SessionOrder &order,
                                    const RowRange &range)
{
    const auto list = dayList(filter, shown, instead);
    if (list && order.by == SessionOrder::By::Created)
        return list->window<SessionRow>(connection, range, order.ascending, sessionRowsWhere);
    const Where where = listTerms(connection, filter, shown, instead);
    return windowOf<SessionRow>(connection, where, orderOf(order, filter, instead), range, sessionRowsWhere, [&] {
        return list ? list->count(connection) : countIn(connection, wholeSessions(), where);
    });
}

std::optional<qint64> sessionPosition(const Connection &connection, const SessionFilter &filter,
                                      const ShownAccounts &shown, const RowsInstead &instead, const SessionOrder &order,
                                      qint64 key)
{
    const auto list = dayList(filter, shown, instead);
    if (list && order.by == SessionOrder::By::Created)
        return list->positionOf(connection, key, order.ascending);
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
    SessionFilter one = filter;
    one.status = Status::All;
    if (const auto list = dayList(one, shown, instead))
        return keptCounts(connection, filter, *list);
    const qint64 now = nowOf(filter);
    QStringList sums;
    for (const Status status : {Status::Open, Status::Completed, Status::Expired, Status::Failed,
                                Status::OutcomeUnknown, Status::ExpiringSoon, Status::NeedsAttention, Status::NotAsked})
        sums << u"total(%1)"_s.arg(statusTerm(status, u"effective"_s, now));
    const Where where = filterTerms(connection, filter, shown, instead);
    QSqlQuery query =
        connection.exec(u"SELECT count(*), %1 FROM (SELECT expires_at, %2 AS effective FROM %3 WHERE %4)"_s.arg(
                            sums.join(u", "_s), effectiveAt(now, instead), wholeSessions(), where.condition()),
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
