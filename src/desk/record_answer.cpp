// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/record_answer.h"

#include "desk/add_to_timeline.h"
#include "desk/session_record.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using ledger::SessionRecord;

http::Task<checkout::Result<SessionRecord>> recordAnswer(QPointer<Desk> desk, QString accountId,
                                                         checkout::Session session, QDateTime asOf,
                                                         ledger::TimelineEvent::Kind kind)
{
    const auto known = co_await whileOpen(desk, desk->ledger().session(accountId, session.id));
    if (!known)
        co_return std::unexpected(known.error());
    std::vector<SessionRecord> records{recordOf(accountId, session, {}, asOf)};
    if (known->has_value()) {
        // Without a catalog these are bare ids; the names in the list are better.
        records.front().customerLabel.clear();
        records.front().itemsLabel.clear();
    }
    const auto merged = co_await whileOpen(desk, desk->ledger().merge(accountId, std::move(records)));
    if (!merged)
        co_return std::unexpected(merged.error());
    auto row = co_await addToTimeline(desk, accountId, session.id, kind);
    co_return row;
}

} // namespace tilldeck::desk
