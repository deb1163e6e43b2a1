// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/known_rows.h"

#include "desk/while_open.h"

#include <algorithm>

namespace tilldeck::desk {

using ledger::Intent;
using ledger::SessionRecord;

namespace {

/// How many of the newest rows are looked at for those that must be listed.
constexpr int mostLookedAt = 50;

/// The most sessions that are asked for by their ids because a list does not hold them.
constexpr int mostAskedFor = 3;

/// Longer than any copy of a provider's data lags behind.
constexpr qint64 lagSeconds = 86'400;

bool mustBeListed(const Desk &desk, const SessionRecord &row)
{
    using Status = checkout::SessionStatus;
    const checkout::Session &session = row.session;
    const bool isOver = session.expiresAt.isValid() && session.expiresAt <= desk.now();
    return row.state == SessionRecord::State::Known && !session.id.isEmpty() &&
           (session.status == Status::Completed || (session.status == Status::Open && !isOver)) &&
           desk.capabilities(row.accountId, session.flow).listsSessions;
}

/// Returns whether an old copy of the provider's data would know @p row, too.
bool wouldBeInCopy(const Desk &desk, const QString &accountId, const KnownRow &row, const ReadList &list)
{
    const auto isOld = [&row](const QDateTime &now) {
        return now.isValid() && row.createdAt.isValid() && row.createdAt.secsTo(now) > lagSeconds;
    };
    return (list.newest.isValid() && row.createdAt.isValid() && row.createdAt < list.newest) ||
           (isOld(desk.now()) && isOld(desk.providerTime(accountId)));
}

} // namespace

http::Task<checkout::Result<std::vector<KnownRow>>> newestSessions(QPointer<Desk> desk, QString accountId)
{
    ledger::SessionFilter filter;
    filter.accountIds = QStringList{accountId};
    filter.now = desk->now();
    const ledger::PageKey first;
    const auto page = co_await whileOpen(desk, desk->ledger().sessions(filter, first, mostLookedAt));
    if (!page)
        co_return std::unexpected(page.error());
    std::vector<KnownRow> known;
    for (const SessionRecord &row : page->rows) {
        if (mustBeListed(*desk, row))
            known.push_back({row.session.id, row.session.flow, row.createdAt});
    }
    co_return std::vector<KnownRow>(known);
}

http::Task<checkout::Result<std::vector<KnownRow>>> newestPayment(QPointer<Desk> desk, QString accountId)
{
    ledger::TransactionFilter filter;
    filter.accountIds = QStringList{accountId};
    const ledger::PageKey first;
    const auto page = co_await whileOpen(desk, desk->ledger().transactions(filter, first, 1));
    if (!page)
        co_return std::unexpected(page.error());
    std::vector<KnownRow> known;
    for (const ledger::TransactionRecord &row : page->rows)
        known.push_back({row.transaction.id, QString(), row.transaction.createdAt});
    co_return std::vector<KnownRow>(known);
}

void ReadList::take(const QDateTime &stamp)
{
    if (!stamp.isValid())
        return;
    newest = newest.isValid() ? std::max(newest, stamp) : stamp;
    oldest = oldest.isValid() ? std::min(oldest, stamp) : stamp;
}

Reconciliation besideKnown(Reconciliation none, const std::vector<KnownRow> &known, const ReadList &list,
                           const QDateTime &openedAt)
{
    const auto isMissing = [&](const KnownRow &row) {
        const bool isInReach = &row == &known.front() || (list.oldest.isValid() && row.createdAt >= list.oldest);
        const bool isExpected = isInReach && (list.isWhole || row.createdAt >= openedAt);
        return isExpected && !list.seen.contains(row.id);
    };
    const auto missing = std::ranges::find_if(known, isMissing);
    if (none.finding != Reconciliation::Finding::NotListed || missing == known.end())
        return none;
    none.finding = Reconciliation::Finding::CannotTell;
    none.mayAppearUntil = QDateTime();
    none.lacks = missing->id;
    return none;
}

http::Task<checkout::Result<Reconciliation>> besideKnownSessions(QPointer<Desk> desk, ProviderHandle provider,
                                                                 Intent intent, Reconciliation none,
                                                                 std::vector<KnownRow> known, ReadList list)
{
    for (int asked = 0; asked < mostAskedFor; ++asked) {
        const Reconciliation looked = besideKnown(none, known, list, intent.openedAt);
        const auto lacked = std::ranges::find(known, looked.lacks, &KnownRow::id);
        if (looked.lacks.isEmpty() || !wouldBeInCopy(*desk, intent.accountId, *lacked, list))
            co_return Reconciliation(looked);
        checkout::Session missing;
        missing.id = lacked->id;
        missing.flow = lacked->flow;
        const auto answer = co_await whileOpen(desk, provider->session(missing));
        if (!desk)
            co_return std::unexpected(closedError());
        if (answer || answer.error().kind != checkout::ErrorKind::NotFound)
            co_return Reconciliation(looked);
        std::erase_if(known, [&looked](const KnownRow &row) { return row.id == looked.lacks; });
    }
    co_return besideKnown(none, known, list, intent.openedAt);
}

} // namespace tilldeck::desk
