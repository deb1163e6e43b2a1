// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/filter_rows.h"

#include "ledger/columns.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

QVariant zoneColumn(const QDateTime &time)
{
    return time.isValid() ? QVariant(QString::fromLatin1(time.timeZone().id())) : QVariant();
}

/// The moment in the zone it was chosen in; in UTC where this computer does not know that zone.
QDateTime momentIn(const QVariant &moment, const QVariant &zone)
{
    const QDateTime time = timeFrom(moment);
    const QTimeZone chosen(zone.toString().toLatin1());
    return time.isValid() && chosen.isValid() ? time.toTimeZone(chosen) : time;
}

QVariant numberColumn(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant();
}

std::optional<qint64> numberFrom(const QVariant &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.toLongLong());
}

/// Stands in the column of the status for TransactionFilter::isRefundAsked.
constexpr QLatin1StringView refundAsked("refund_asked");

QVariant statusColumn(const TransactionFilter &filter)
{
    if (filter.isRefundAsked)
        return QString(refundAsked);
    return filter.status ? QVariant(storedName(*filter.status)) : QVariant();
}

} // namespace

void putFilter(const Connection &connection, const SavedFilter &saved)
{
    const TransactionFilter &filter = saved.filter;
    connection.exec(u"INSERT OR REPLACE INTO saved_filter (id, name, last_days, account_ids, status, text, session_id, "
                    "since, since_zone, before, before_zone, currency, amount_from, amount_to) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                    {saved.id, textColumn(saved.name), saved.lastDays, textColumn(filter.accountIds.join(u'\n')),
                     statusColumn(filter), textColumn(filter.text), textColumn(filter.sessionId),
                     timeColumn(filter.createdSince), zoneColumn(filter.createdSince), timeColumn(filter.createdBefore),
                     zoneColumn(filter.createdBefore), textColumn(filter.currency), numberColumn(filter.amountFrom),
                     numberColumn(filter.amountTo)});
}

std::vector<SavedFilter> filters(const Connection &connection)
{
    QSqlQuery query =
        connection.exec(u"SELECT id, name, last_days, account_ids, status, text, session_id, since, since_zone, "
                        "before, before_zone, currency, amount_from, amount_to FROM saved_filter "
                        "ORDER BY name COLLATE NOCASE, id"_s);
    std::vector<SavedFilter> saved;
    while (connection.next(query)) {
        int column = 0;
        const auto next = [&] { return query.value(column++); };
        const auto moment = [&] {
            const QVariant at = next();
            return momentIn(at, next());
        };
        SavedFilter one;
        TransactionFilter &filter = one.filter;
        one.id = next().toString();
        one.name = next().toString();
        one.lastDays = next().toInt();
        filter.accountIds = next().toString().split(u'\n', Qt::SkipEmptyParts);
        const QVariant status = next();
        filter.isRefundAsked = status.toString() == refundAsked;
        if (!status.isNull() && !filter.isRefundAsked)
            filter.status = valueOf(status, TransactionStatus::Unrecognised);
        filter.text = next().toString();
        filter.sessionId = next().toString();
        filter.createdSince = moment();
        filter.createdBefore = moment();
        filter.currency = next().toString();
        filter.amountFrom = numberFrom(next());
        filter.amountTo = numberFrom(next());
        saved.push_back(std::move(one));
    }
    return saved;
}

} // namespace tilldeck::ledger
