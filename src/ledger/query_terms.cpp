// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/query_terms.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

void Where::after(const PageKey &key)
{
    if (!key.createdAt.isValid())
        return;
    terms << u"(created_at, key) < (?, ?)"_s;
    values << key.createdAt.toMSecsSinceEpoch() << key.key;
}

QString Where::condition() const
{
    return terms.join(u" AND "_s);
}

QString Where::newestFirst(int limit) const
{
    return u"%1 ORDER BY created_at DESC, key DESC LIMIT %2"_s.arg(condition()).arg(limit + 1);
}

Where accountIndexTerm(const QStringList &accountIds)
{
    Where where;
    where.terms << u"account_id IN (%1)"_s.arg(QStringList(accountIds.size(), u"?"_s).join(u", "_s));
    for (const QString &id : accountIds)
        where.values << id;
    return where;
}

Where accountTerm(const QStringList &accountIds)
{
    Where where;
    for (const QString &id : accountIds)
        where.values << id;
    if (accountIds.size() == 1)
        where.terms << u"account_id = ?"_s;
    else if (accountIds.isEmpty())
        where.terms << u"0"_s;
    else
        // The plus keeps SQLite on the index that is already in the order of the page, instead of sorting every row.
        where.terms << u"+account_id IN (%1)"_s.arg(QStringList(accountIds.size(), u"?"_s).join(u", "_s));
    return where;
}

} // namespace tilldeck::ledger
