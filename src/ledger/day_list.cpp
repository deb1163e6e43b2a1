// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/day_list.h"

#include <algorithm>
#include <iterator>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

constexpr qint64 millisecondsOfDay = 86'400'000;

// As SQLite divides: the days before and after the beginning of 1970 are one.
qint64 dayOf(qint64 moment)
{
    return moment / millisecondsOfDay;
}

qint64 beginOf(qint64 day)
{
    return day > 0 ? day * millisecondsOfDay : (day - 1) * millisecondsOfDay + 1;
}

qint64 endOf(qint64 day)
{
    return beginOf(day + 1);
}

QString marksFor(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

std::optional<qint64> millisecondsOf(const QDateTime &time)
{
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

qint64 sumOf(const std::map<qint64, qint64> &days)
{
    return std::accumulate(days.begin(), days.end(), qint64(0),
                           [](qint64 sum, const auto &day) { return sum + day.second; });
}

/// Returns the rows of all @p parts that @p term holds for, as one query of @p columns.
Where together(const QString &table, const QString &columns, const std::vector<Where> &parts, const QString &term)
{
    QStringList selects;
    Where all;
    for (const Where &part : parts) {
        selects << u"SELECT %1 FROM %2 WHERE %3 AND %4"_s.arg(columns, table, part.condition(), term);
        all.values += part.values;
    }
    all.terms << selects.join(u" UNION ALL "_s);
    return all;
}

} // namespace

DayList::DayList(Source source)
    : m_source(std::move(source))
{
    m_source.accounts.removeDuplicates();
}

void DayList::take(QStringList words)
{
    m_words = std::move(words);
}

void DayList::between(const QDateTime &since, const QDateTime &before)
{
    m_since = millisecondsOf(since);
    m_before = millisecondsOf(before);
}

QString DayList::period() const
{
    QStringList terms{u"1"_s};
    if (m_since)
        terms << u"created_at >= %1"_s.arg(*m_since);
    if (m_before)
        terms << u"created_at < %1"_s.arg(*m_before);
    return terms.join(u" AND "_s);
}

std::vector<Where> DayList::wordParts(const QString &others) const
{
    std::vector<Where> parts;
    const auto add = [&](const QStringList &terms, const QVariantList &values) {
        parts.push_back({others.isEmpty() ? terms : terms + QStringList(others), values});
    };
    for (const QString &account : m_source.accounts) {
        if (!m_words)
            add({u"account_id = ?"_s}, {account});
        for (const QString &word : m_words.value_or(QStringList()))
            add({u"account_id = ?"_s, m_source.word + u" = ?"_s}, {account, word});
    }
    return parts;
}

std::vector<Where> DayList::apartParts() const
{
    std::vector<Where> parts;
    for (const QString &account : m_source.accounts) {
        for (const QString &term : m_apart)
            parts.push_back({{u"account_id = ?"_s, term}, {account}});
    }
    return parts;
}

std::vector<Where> DayList::parts() const
{
    std::vector<Where> all =
        wordParts(m_leftOut.isEmpty() ? QString() : u"key NOT IN (%1)"_s.arg(m_leftOut.join(u',')));
    std::ranges::move(apartParts(), std::back_inserter(all));
    return all;
}

void DayList::addRows(Days &days, const Connection &connection, const std::vector<Where> &parts, const QString &term,
                      qint64 sign) const
{
    if (parts.empty())
        return;
    const Where rows = together(m_source.table, u"created_at"_s, parts, term);
    QSqlQuery query = connection.exec(
        u"SELECT created_at / %1, count(*) FROM (%2) GROUP BY 1"_s.arg(millisecondsOfDay).arg(rows.condition()),
        rows.values);
    while (connection.next(query))
        days[query.value(0).toLongLong()] += sign * query.value(1).toLongLong();
}

void DayList::addKept(Days &days, const Connection &connection) const
{
    if (m_words && m_words->isEmpty())
        return;
    Where where{{u"account_id IN (%1)"_s.arg(marksFor(m_source.accounts.size()))}, {}};
    for (const QString &account : m_source.accounts)
        where.values << account;
    if (m_words)
        where.terms << u"%1 IN (%2)"_s.arg(m_source.word, marksFor(m_words->size()));
    for (const QString &word : m_words.value_or(QStringList()))
        where.values << word;
    // The days at both ends of the period belong to it in part.
    if (m_since)
        where.terms << u"day > %1"_s.arg(dayOf(*m_since));
    if (m_before)
        where.terms << u"day < %1"_s.arg(dayOf(*m_before));
    QSqlQuery query = connection.exec(
        u"SELECT day, sum(n) FROM %1_count WHERE %2 GROUP BY day"_s.arg(m_source.table, where.condition()),
        where.values);
    while (connection.next(query))
        days[query.value(0).toLongLong()] += query.value(1).toLongLong();
}

void DayList::addEnds(Days &days, const Connection &connection) const
{
    const auto add = [&](qint64 day) {
        addRows(days, connection, wordParts(QString()),
                u"created_at >= %1 AND created_at < %2 AND %3"_s.arg(beginOf(day)).arg(endOf(day)).arg(period()));
    };
    if (m_since)
        add(dayOf(*m_since));
    if (m_before && (!m_since || dayOf(*m_before) != dayOf(*m_since)))
        add(dayOf(*m_before));
}

std::shared_ptr<const DayList::Days> DayList::days(const Connection &connection) const
{
    // It changes seldom, and a list is asked again at every step of its scroll bar.
    using Kept = std::shared_ptr<const Days>;
    auto kept = connection.kept<Kept>(u"%1|%2|%3|%4"_s.arg(m_source.table, m_source.accounts.join(u' '),
                                                           m_words ? m_words->join(u' ') : u"every"_s, period()),
                                      [&]() -> Kept {
                                          auto days = std::make_shared<Days>();
                                          addKept(*days, connection);
                                          addEnds(*days, connection);
                                          return days;
                                      });
    if (m_leftOut.isEmpty() && m_apart.isEmpty())
        return kept;
    auto days = std::make_shared<Days>(*kept);
    if (!m_leftOut.isEmpty())
        addRows(*days, connection, wordParts(QString()), u"key IN (%1) AND %2"_s.arg(m_leftOut.join(u','), period()),
                -1);
    addRows(*days, connection, apartParts(), period());
    return days;
}

std::map<QString, qint64> DayList::countsOfWords(const Connection &connection) const
{
    // The days at both ends of the period belong to it in part.
    QStringList whole{u"1"_s};
    if (m_since)
        whole << u"day > %1"_s.arg(dayOf(*m_since));
    if (m_before)
        whole << u"day < %1"_s.arg(dayOf(*m_before));
    const Where accounts = accountIndexTerm(m_source.accounts);
    std::map<QString, qint64> counts;
    QSqlQuery query =
        connection.exec(u"SELECT %1, sum(CASE WHEN %2 THEN n ELSE 0 END) FROM %3_count WHERE %4 GROUP BY "
                        "%1"_s.arg(m_source.word, whole.join(u" AND "_s), m_source.table, accounts.condition()),
                        accounts.values);
    while (connection.next(query))
        counts[query.value(0).toString()] += query.value(1).toLongLong();
    for (auto &[word, count] : counts) {
        DayList some = *this;
        some.take({word});
        Days ends;
        some.addEnds(ends, connection);
        count += sumOf(ends);
    }
    return counts;
}

qint64 DayList::count(const Connection &connection) const
{
    return sumOf(*days(connection));
}

Where DayList::ordered(const QString &term, bool ascending, qint64 limit, qint64 offset) const
{
    const QString order = ascending ? u"created_at, key"_s : u"created_at DESC, key DESC"_s;
    const Where rows = together(m_source.table, u"created_at, key"_s, parts(), term);
    return {{u"key IN (SELECT key FROM (%1 ORDER BY %2 LIMIT %3 OFFSET %4)) ORDER BY %2"_s.arg(rows.condition(), order)
                 .arg(limit)
                 .arg(offset)},
            rows.values};
}

Where DayList::rowsAt(const Connection &connection, const RowRange &range, bool ascending, qint64 &total) const
{
    const auto kept = days(connection);
    const Days &all = *kept;
    total = sumOf(all);
    if (range.first >= total)
        return {{u"0"_s}, {}};
    qint64 before = 0;
    const auto dayWith = [&](auto day) {
        while (before + day->second <= range.first)
            before += (day++)->second;
        return day->first;
    };
    const QString from = ascending ? u"created_at >= %1"_s.arg(beginOf(dayWith(all.begin())))
                                   : u"created_at < %1"_s.arg(endOf(dayWith(all.rbegin())));
    return ordered(from + u" AND "_s + period(), ascending, range.limit, range.first - before);
}

Where DayList::rowsAfter(const PageKey &key, int limit) const
{
    const QString after = key.createdAt.isValid()
                              ? u"(created_at, key) < (%1, %2)"_s.arg(key.createdAt.toMSecsSinceEpoch()).arg(key.key)
                              : u"1"_s;
    return ordered(after + u" AND "_s + period(), false, limit, 0);
}

std::optional<qint64> DayList::positionOf(const Connection &connection, qint64 key, bool ascending) const
{
    const Snapshot snapshot(connection);
    const auto firstOf = [&](const QString &select, const QString &term) -> std::optional<qint64> {
        const Where rows = together(m_source.table, u"created_at, key"_s, parts(), term);
        QSqlQuery query = connection.exec(u"SELECT %1 FROM (%2)"_s.arg(select, rows.condition()), rows.values);
        return connection.next(query) ? std::optional(query.value(0).toLongLong()) : std::nullopt;
    };
    const auto created = firstOf(u"created_at"_s, u"key = %1 AND %2"_s.arg(key).arg(period()));
    if (!created)
        return {};
    const qint64 day = dayOf(*created);
    qint64 position = 0;
    const auto all = days(connection);
    for (const auto &[other, rows] : *all)
        position += (ascending ? other < day : other > day) ? rows : 0;
    const QString earlier = ascending ? u"created_at >= %1 AND created_at <= %2 AND (created_at, key) < (%2, %3)"_s
                                      : u"created_at < %1 AND created_at >= %2 AND (created_at, key) > (%2, %3)"_s;
    return position + firstOf(u"count(*)"_s, earlier.arg(ascending ? beginOf(day) : endOf(day)).arg(*created).arg(key) +
                                                 u" AND "_s + period())
                          .value_or(0);
}

} // namespace tilldeck::ledger
