// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/list_transactions.h"

#include "desk/merge_transactions.h"
#include "desk/page_walk.h"
#include "desk/refresh_text.h"
#include "desk/refund_totals.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

http::Task<checkout::Result<ListedPayments>> listTransactions(QPointer<Desk> desk, QString accountId,
                                                              ProviderHandle provider, Depth depth)
{
    const int most = depth == Depth::Full ? mostFullPages : mostPages;
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
        walk.advance(rowsOf(*answer));
        const auto concluded = co_await whileOpen(desk, settleByTotals(desk, accountId, *counted, answer->items));
        if (!concluded)
            co_return std::unexpected(concluded.error());
        const auto merged = co_await whileOpen(desk, mergeTransactions(desk, accountId, answer->items, asked));
        if (!merged)
            co_return std::unexpected(merged.error());
        const bool nothingNew = depth == Depth::Incremental && *merged == 0;
        isOver = !answer->more || answer->size() == 0 || nothingNew;
        if (!isOver && walk.isLooping())
            co_return std::unexpected(
                Error(ErrorKind::Malformed,
                      RefreshText::tr("The provider's list of payments repeats itself, so it could not be "
                                      "read to its end. What it gave is here; try again later.")));
    }
    listed.cutAfter = isOver ? 0 : walk.offset();
    listed.seen = walk.seen();
    co_return ListedPayments(listed);
}

} // namespace tilldeck::desk
