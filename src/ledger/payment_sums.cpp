// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/payment_sums.h"

#include "ledger/columns.h"
#include "ledger/payment_rows.h"
#include "ledger/search_index.h"

#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

/// Payments that were paid, also when they were given back later.
const QString paid = u"status IN ('succeeded', 'refunded', 'partly_refunded')"_s;

/// Which day a moment is on. Moments that come in order ask the time zone once for each day.
class Days
{
public:
    explicit Days(const QTimeZone &zone)
        : m_zone(zone)
    {
    }

    QDate dayOf(qint64 moment)
    {
        if (moment < m_from || moment >= m_to) {
            m_day = QDateTime::fromMSecsSinceEpoch(moment, m_zone).date();
            m_from = m_day.startOfDay(m_zone).toMSecsSinceEpoch();
            m_to = m_day.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch();
        }
        return m_day;
    }

private:
    QTimeZone m_zone;
    QDate m_day;
    qint64 m_from = 0;
    qint64 m_to = 0;
};

/// Returns the columns that add up @p amount without an end: SQLite's own sum() fails where 64 bits are too few.
QString wideSum(const QString &amount)
{
    return u"sum((%1) >> 32), sum((%1) & 4294967295)"_s.arg(amount);
}

/// Reads the sum of the two columns of wideSum() from @p column on. Returns nothing where 64 bits are too few.
std::optional<qint64> wideSumFrom(const QSqlQuery &query, int column)
{
    constexpr qint64 high = 1LL << 32;
    qint64 sum = 0;
    const bool isTooLarge = __builtin_mul_overflow(query.value(column).toLongLong(), high, &sum) ||
                            __builtin_add_overflow(sum, query.value(column + 1).toLongLong(), &sum);
    return isTooLarge ? std::nullopt : std::optional(sum);
}

/// Returns the term for payments of @p status, whose name is its value.
QString statusTerm(checkout::TransactionStatus status, const KnownStatuses &known)
{
    if (known.others.empty())
        return u"status = ?"_s;
    QStringList others;
    QStringList fitting;
    for (const auto &[key, knownStatus] : known.others)
        (knownStatus == status ? fitting : others) << QString::number(key);
    return u"((status = ? AND key NOT IN (%1)) OR key IN (%2))"_s.arg(others.join(u','), fitting.join(u','));
}

} // namespace

Where paymentTerms(const Connection &connection, const TransactionFilter &filter, const ShownAccounts &shown,
                   const KnownStatuses &known)
{
    Where where = shown.rowsOf(ShownAccounts::Table::Payment);
    where.add(textTerms(connection, Searched::Payments, filter.text));
    if (filter.status)
        where.add(statusTerm(*filter.status, known), storedName(*filter.status));
    if (filter.isRefundAsked) {
        QStringList asked;
        for (const qint64 key : known.asked)
            asked << QString::number(key);
        where.terms << u"key IN (%1)"_s.arg(asked.join(u','));
    }
    if (!filter.sessionId.isEmpty())
        where.add(u"session_id = ?"_s, filter.sessionId);
    where.addCommon(filter, u"tier"_s);
    return where;
}

QString refundedColumn()
{
    // A payment that is wholly given back may be reported without a figure.
    return u"CASE WHEN refunded_currency = currency THEN refunded_amount "
           "WHEN refunded_amount IS NULL AND status = 'refunded' THEN amount ELSE 0 END"_s;
}

std::vector<CurrencyTotal> paymentTotals(const Connection &connection, const TransactionFilter &filter,
                                         const ShownAccounts &shown, const KnownStatuses &known)
{
    const Where where = paymentTerms(connection, filter, shown, known);
    QSqlQuery query = connection.exec(
        u"SELECT currency, count(*), sum(paid), count(fee), %3, %4, %5, count(untold) FROM ("
        "SELECT currency, amount, %1 AS paid, %6 AS back, "
        "CASE WHEN %1 AND fee_currency = currency THEN fee_amount END AS fee, "
        "CASE WHEN status = 'succeeded' AND refunded_amount IS NULL THEN 1 END AS untold "
        "FROM %7 WHERE %2) GROUP BY currency ORDER BY currency"_s.arg(
            paid, where.condition(), wideSum(u"CASE WHEN paid THEN amount ELSE 0 END"_s), wideSum(u"back"_s),
            wideSum(u"CASE WHEN fee IS NULL THEN 0 ELSE amount - fee END"_s), refundedColumn(), wholePayments()),
        where.values);
    std::vector<CurrencyTotal> totals;
    while (connection.next(query)) {
        const auto currency = money::Currency::fromCode(query.value(0).toString());
        if (!currency)
            continue;
        CurrencyTotal total(*currency);
        total.payments = query.value(1).toLongLong();
        total.succeeded = query.value(2).toLongLong();
        total.withFee = query.value(3).toLongLong();
        const auto paidSum = wideSumFrom(query, 4);
        const auto refunded = wideSumFrom(query, 6);
        const auto net = wideSumFrom(query, 8);
        total.withoutRefunds = query.value(10).toLongLong();
        total.paid = paidSum.value_or(0);
        total.refunded = refunded.value_or(0);
        total.net = net.value_or(0);
        total.isTooLarge = !paidSum || !refunded || !net;
        totals.push_back(total);
    }
    return totals;
}

std::vector<DayVolume> paymentVolume(const Connection &connection, const TransactionFilter &filter,
                                     const ShownAccounts &shown, const KnownStatuses &known, const QTimeZone &zone)
{
    Where where = paymentTerms(connection, filter, shown, known);
    where.terms << paid;
    QSqlQuery query = connection.exec(u"SELECT created_at, currency, amount FROM %1 WHERE %2 ORDER BY created_at"_s.arg(
                                          wholePayments(), where.condition()),
                                      where.values);
    Days days(zone);
    struct Sum
    {
        qint64 payments = 0, amount = 0;
        bool isTooLarge = false;
    };
    std::map<std::pair<QDate, QString>, Sum> sums;
    while (connection.next(query)) {
        Sum &sum = sums[{days.dayOf(query.value(0).toLongLong()), query.value(1).toString()}];
        ++sum.payments;
        if (__builtin_add_overflow(sum.amount, query.value(2).toLongLong(), &sum.amount))
            sum.isTooLarge = true;
    }
    std::vector<DayVolume> volume;
    for (const auto &[where, sum] : sums) {
        const auto currency = money::Currency::fromCode(where.second);
        if (!currency)
            continue;
        DayVolume day(where.first, *currency);
        day.payments = sum.payments;
        day.paid = sum.isTooLarge ? std::numeric_limits<qint64>::max() : sum.amount;
        day.isTooLarge = sum.isTooLarge;
        volume.push_back(day);
    }
    return volume;
}

} // namespace tilldeck::ledger
