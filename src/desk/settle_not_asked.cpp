// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/settle_not_asked.h"

#include "desk/flows_without_look_up.h"
#include "desk/while_open.h"

#include <utility>

namespace tilldeck::desk {

using checkout::SessionStatus;
using ledger::SessionRecord;

namespace {

constexpr int pageSize = 500;

} // namespace

http::Task<checkout::Result<void>> settleNotAsked(QPointer<Desk> desk, QString accountId)
{
    const QStringList flows = flowsWithoutLookUp(*desk, accountId);
    ledger::SessionFilter filter;
    filter.accountIds = {accountId};
    filter.status = ledger::SessionFilter::Status::NotAsked;
    filter.now = desk->now();
    ledger::PageKey after;
    for (bool more = !flows.isEmpty(); more;) {
        const auto page = co_await whileOpen(desk, desk->ledger().sessions(filter, after, pageSize));
        if (!page)
            co_return std::unexpected(page.error());
        std::vector<SessionRecord> settled;
        for (const SessionRecord &row : page->rows) {
            if (!flows.contains(row.session.flow))
                continue;
            settled.push_back(row);
            settled.back().session.status = SessionStatus::Open;
            settled.back().checkedAt = filter.now;
        }
        more = page->more && !page->rows.empty();
        if (more)
            after = ledger::PageKey{page->rows.back().createdAt, page->rows.back().key};
        if (settled.empty())
            continue;
        const auto merged = co_await whileOpen(desk, desk->ledger().merge(accountId, std::move(settled)));
        if (!merged)
            co_return std::unexpected(merged.error());
    }
    co_return checkout::Result<void>();
}

} // namespace tilldeck::desk
