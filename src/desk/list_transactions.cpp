// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/list_transactions.h"

#include "desk/merge_transactions.h"
#include "desk/page_walk.h"
#include "desk/refresh_text.h"
#include "desk/refund_totals.h"
#include "desk/while_open.h"

#include <algorithm>
#include <iterator>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

/// For how many days a charge that was closed as not created is looked for among payments without a reference; one
/// more than that, for clocks that differ.
constexpr int daysOfCharges = 31;

/// Returns when the oldest payment was made that has a refund which may still fail; invalid where there is none, and
/// where the provider shows such a payment by its id.
http::Task<checkout::Result<QDateTime>> oldestWithRefund(QPointer<Desk> desk, QString accountId)
{
    QDateTime oldest;
    if (desk->capabilities(accountId).looksUpTransactions)
        co_return QDateTime(oldest);
    const auto counted = co_await whileOpen(desk, countedRefunds(desk, accountId));
    if (!counted)
        co_return std::unexpected(counted.error());
    for (const CountedRefund &refund : *counted) {
        auto reading = desk->ledger().transaction(accountId, refund.intent.transactionId);
        const auto row = co_await whileOpen(desk, std::move(reading));
        if (!row)
            co_return std::unexpected(row.error());
        if (*row && (!oldest.isValid() || (*row)->transaction.createdAt < oldest))
            oldest = (*row)->transaction.createdAt;
    }
    co_return QDateTime(oldest);
}

/// Returns whether @p page, of a list that has the newest first, goes beyond @p oldest.
bool isBeyond(const std::vector<checkout::Transaction> &page, const QDateTime &oldest)
{
    return !oldest.isValid() ||
           std::ranges::all_of(page, [&](const checkout::Transaction &item) { return item.createdAt < oldest; });
}

} // namespace

http::Task<checkout::Result<ListedPayments>> listTransactions(QPointer<Desk> desk, QString accountId,
                                                              ProviderHandle provider, Depth depth)
{
    const int most = depth == Depth::Incremental ? mostPages : mostFullPages;
    QDateTime oldest;
    if (depth == Depth::Refunds) {
        const auto found = co_await whileOpen(desk, oldestWithRefund(desk, accountId));
        if (!found)
            co_return std::unexpected(found.error());
        oldest = *found;
    }
    ListedPayments listed;
    PageWalk walk;
    bool isOver = false;
    for (int page = 0; page < most && !isOver; ++page) {
        const auto counted = co_await whileOpen(desk, countedRefunds(desk, accountId));
        if (!counted)
            co_return std::unexpected(counted.error());
        const QDateTime asked = desk->now();
        auto answer = co_await whileOpen(desk, provider->transactions(walk.offset()));
        if (!answer)
            co_return std::unexpected(answer.error());
        noteUnread(listed.unread, answer->unread, walk.seen());
        noteUnreadRefunds(listed.unreadRefunds, answer->items, walk.seen());
        walk.advance(rowsOf(*answer));
        const auto concluded =
            co_await whileOpen(desk, settleByTotals(desk, accountId, provider.key(), *counted, answer->items));
        if (!concluded)
            co_return std::unexpected(concluded.error());
        const auto merged = co_await whileOpen(desk, mergeTransactions(desk, accountId, answer->items, asked));
        if (!merged)
            co_return std::unexpected(merged.error());
        const QDateTime since = asked.addDays(-daysOfCharges);
        std::ranges::copy_if(
            answer->items, std::back_inserter(listed.charges), [&since](const checkout::Transaction &payment) {
                return !payment.reference.isEmpty() || !payment.createdAt.isValid() || payment.createdAt >= since;
            });
        const bool nothingNew = depth != Depth::Full && *merged == 0 && isBeyond(answer->items, oldest);
        listed.isWhole = !answer->more;
        isOver = !answer->more || answer->size() == 0 || nothingNew;
        if (!isOver && walk.isLooping())
            co_return std::unexpected(
                Error(ErrorKind::Malformed,
                      RefreshText::tr("The provider's list of payments repeats itself, so it could not be "
                                      "read to its end. What it gave is here; try again later.")));
    }
    listed.isWhole = listed.isWhole && listed.unread.empty();
    listed.cutAfter = isOver ? 0 : walk.offset();
    listed.seen = walk.seen();
    co_return ListedPayments(listed);
}

} // namespace tilldeck::desk
