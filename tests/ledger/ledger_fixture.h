// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QTemporaryDir>
#include <QTest>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

inline money::Money euros(qint64 cents)
{
    return {cents, *money::Currency::fromCode(u"EUR")};
}

inline QDateTime noon()
{
    return QDateTime::fromMSecsSinceEpoch(1'776'168'000'000, Qt::UTC);
}

/// The answer of a future that has to be good.
template <class T> T got(QFuture<checkout::Result<T>> future)
{
    auto result = future.result();
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().sentence), qPrintable(result.error().details));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

inline std::unique_ptr<ledger::Ledger> openLedger(const QString &directory)
{
    auto ledger = ledger::Ledger::open(directory);
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().sentence));
    return std::move(*ledger);
}

/// Returns an open session of account "a", made @p minutes after noon, over a day later, checked a second after it was
/// made.
inline ledger::SessionRecord session(const QString &id, int minutes = 0, const QString &accountId = u"a"_s)
{
    ledger::SessionRecord record;
    record.accountId = accountId;
    record.session.id = id;
    record.session.rawStatus = u"open"_s;
    record.createdAt = noon().addSecs(minutes * 60);
    record.session.createdAt = record.createdAt;
    record.session.expiresAt = record.createdAt.addDays(1);
    record.checkedAt = record.createdAt.addSecs(1);
    return record;
}

inline ledger::SessionFilter allOf(const QStringList &accountIds)
{
    ledger::SessionFilter filter;
    filter.accountIds = accountIds;
    filter.now = noon();
    return filter;
}

inline QStringList idsOf(const std::vector<ledger::SessionRecord> &rows)
{
    QStringList ids;
    for (const auto &row : rows)
        ids << (row.session.id.isEmpty() ? row.intentId : row.session.id);
    return ids;
}

} // namespace tilldeck::test
