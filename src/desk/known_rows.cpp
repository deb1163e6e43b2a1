// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/known_rows.h"

#include "desk/while_open.h"

#include <algorithm>

namespace tilldeck::desk {

using ledger::SessionRecord;

namespace {

/// How many of the newest rows are looked at for one that must be listed.
constexpr int mostLookedAt = 50;

bool mustBeListed(const Desk &desk, const SessionRecord &row)
{
    using Status = checkout::SessionStatus;
    const checkout::Session &session = row.session;
    const bool isOver = session.expiresAt.isValid() && session.expiresAt <= desk.now();
    return row.state == SessionRecord::State::Known && !session.id.isEmpty() &&
           (session.status == Status::Completed || (session.status == Status::Open && !isOver)) &&
           desk.capabilities(row.accountId, session.flow).listsSessions;
}

} // namespace

http::Task<checkout::Result<KnownRow>> newestSession(QPointer<Desk> desk, QString accountId)
{
    ledger::SessionFilter filter;
    filter.accountIds = QStringList{accountId};
    filter.now = desk->now();
    const ledger::PageKey first;
    const auto page = co_await whileOpen(desk, desk->ledger().sessions(filter, first, mostLookedAt));
    if (!page)
        co_return std::unexpected(page.error());
    KnownRow known;
    const auto newest =
        std::ranges::find_if(page->rows, [&desk](const SessionRecord &row) { return mustBeListed(*desk, row); });
    if (newest != page->rows.end()) {
        known.id = newest->session.id;
        known.createdAt = newest->createdAt;
    }
    co_return KnownRow(known);
}

http::Task<checkout::Result<KnownRow>> newestPayment(QPointer<Desk> desk, QString accountId)
{
    ledger::TransactionFilter filter;
    filter.accountIds = QStringList{accountId};
    const ledger::PageKey first;
    const auto page = co_await whileOpen(desk, desk->ledger().transactions(filter, first, 1));
    if (!page)
        co_return std::unexpected(page.error());
    KnownRow known;
    if (!page->rows.empty()) {
        known.id = page->rows.front().transaction.id;
        known.createdAt = page->rows.front().transaction.createdAt;
    }
    co_return KnownRow(known);
}

Reconciliation besideKnown(Reconciliation none, const KnownRow &known, const QSet<QString> &seen, bool isWhole,
                           const QDateTime &openedAt)
{
    const bool isExpected = !known.id.isEmpty() && (isWhole || known.createdAt >= openedAt);
    if (none.finding != Reconciliation::Finding::NotListed || !isExpected || seen.contains(known.id))
        return none;
    none.finding = Reconciliation::Finding::CannotTell;
    none.mayAppearUntil = QDateTime();
    none.lacks = known.id;
    return none;
}

} // namespace tilldeck::desk
