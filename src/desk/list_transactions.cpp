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

http::Task<checkout::Result<int>> listTransactions(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                   Depth depth)
{
    const int most = depth == Depth::Full ? mostFullPages : mostPages;
    PageWalk walk;
    for (int page = 0; page < most; ++page) {
        const auto counted = co_await countedRefunds(desk, accountId);
        if (!desk)
            co_return std::unexpected(closedError());
        const QDateTime asked = desk->now();
        auto answer = co_await whileOpen(desk, provider->transactions(walk.offset()));
        if (!answer)
            co_return std::unexpected(answer.error());
        QStringList ids;
        for (const checkout::Transaction &transaction : answer->items)
            ids << transaction.id;
        const auto concluded = co_await whileOpen(desk, settleByTotals(desk, accountId, counted, answer->items));
        if (!concluded)
            co_return std::unexpected(concluded.error());
        const auto merged = co_await whileOpen(desk, mergeTransactions(desk, accountId, answer->items, asked));
        if (!merged)
            co_return std::unexpected(merged.error());
        const bool nothingNew = depth == Depth::Incremental && *merged == 0;
        if (!answer->more || answer->items.empty() || nothingNew)
            co_return 0;
        walk.advance(ids);
        if (walk.isLooping())
            co_return std::unexpected(
                Error(ErrorKind::Malformed,
                      RefreshText::tr("The provider's list of payments repeats itself, so it could not be "
                                      "read to its end. What it gave is here; try again later.")));
    }
    co_return walk.offset();
}

} // namespace tilldeck::desk
