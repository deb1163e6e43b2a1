// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/ask_transaction.h"

#include "desk/merge_transactions.h"
#include "desk/page_walk.h"
#include "desk/refresh_text.h"
#include "desk/refund_totals.h"
#include "desk/settle_refunds.h"
#include "desk/unread_rows.h"
#include "desk/while_open.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

/// Returns that a payment is not among those that could be read, beside which the list has the rows @p unread.
Error notListed(const std::vector<checkout::UnreadRow> &unread)
{
    if (unread.empty())
        return {ErrorKind::NotFound, RefreshText::tr("The provider does not list this payment. Try again later.")};
    Error error(ErrorKind::Malformed,
                RefreshText::tr("%Ln row(s) in the provider's list of payments could not be read, and this payment may "
                                "be one of them. Look in its dashboard.",
                                nullptr, static_cast<int>(unread.size())));
    error.details = unreadWords(unread);
    return error;
}

} // namespace

http::Task<checkout::Result<checkout::Transaction>>
askTransaction(QPointer<Desk> desk, QString accountId, ProviderHandle provider, QString transactionId, bool looksUp)
{
    PageWalk walk;
    std::vector<checkout::UnreadRow> unread;
    for (int page = 0; page < mostPages; ++page) {
        const auto counted = co_await whileOpen(desk, countedRefunds(desk, accountId));
        if (!counted)
            co_return std::unexpected(counted.error());
        const QDateTime asked = desk->now();
        std::vector<checkout::Transaction> items;
        QStringList rows;
        bool more = false;
        if (looksUp) {
            auto answer = co_await whileOpen(desk, provider->transaction(transactionId));
            if (!answer)
                co_return std::unexpected(answer.error());
            items.push_back(std::move(*answer));
        } else {
            auto answer = co_await whileOpen(desk, provider->transactions(walk.offset()));
            if (!answer)
                co_return std::unexpected(answer.error());
            more = answer->more;
            rows = rowsOf(*answer);
            unread.insert(unread.end(), answer->unread.begin(), answer->unread.end());
            items = std::move(answer->items);
        }
        const auto concluded = co_await whileOpen(desk, settleByTotals(desk, accountId, *counted, items));
        if (!concluded)
            co_return std::unexpected(concluded.error());
        const auto merged = co_await whileOpen(desk, mergeTransactions(desk, accountId, items, asked));
        if (!merged)
            co_return std::unexpected(merged.error());
        const auto found = std::ranges::find(items, transactionId, &checkout::Transaction::id);
        if (found != items.end()) {
            const auto settled = co_await settleRefunds(desk, accountId, *found);
            if (!settled)
                co_return std::unexpected(settled.error());
            co_return checkout::Transaction(*found);
        }
        walk.advance(rows);
        if (!more || rows.isEmpty())
            co_return std::unexpected(notListed(unread));
        if (walk.isLooping())
            break;
    }
    co_return std::unexpected(
        Error(ErrorKind::Malformed,
              RefreshText::tr("This payment is none of the newest %L1, and the provider lists more. Look in its "
                              "dashboard.")
                  .arg(walk.offset())));
}

} // namespace tilldeck::desk
