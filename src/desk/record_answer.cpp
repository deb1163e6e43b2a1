// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/record_answer.h"

#include "desk/refresh_text.h"
#include "desk/session_record.h"

#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::SessionRecord;

http::Task<checkout::Result<SessionRecord>> recordAnswer(QPointer<Desk> desk, QString accountId,
                                                         checkout::Session session, QDateTime askedAt,
                                                         ledger::TimelineEvent::Kind kind)
{
    const auto known = co_await desk->ledger().session(accountId, session.id);
    if (!desk)
        co_return std::unexpected(closedError());
    std::vector<SessionRecord> records{recordOf(accountId, session, {}, askedAt)};
    if (known && known->has_value()) {
        // Without a catalog these are bare ids; the names in the list are better.
        records.front().customerLabel.clear();
        records.front().itemsLabel.clear();
    }
    const auto merged = co_await desk->ledger().merge(accountId, std::move(records));
    if (!desk)
        co_return std::unexpected(closedError());
    if (!merged)
        co_return std::unexpected(merged.error());
    auto row = co_await addToTimeline(desk, accountId, session.id, kind);
    co_return row;
}

http::Task<checkout::Result<SessionRecord>> addToTimeline(QPointer<Desk> desk, QString accountId, QString sessionId,
                                                          ledger::TimelineEvent::Kind kind)
{
    auto row = co_await desk->ledger().session(accountId, sessionId);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!row)
        co_return std::unexpected(row.error());
    if (!row->has_value())
        co_return std::unexpected(
            Error(ErrorKind::Storage, RefreshText::tr("This session is not in the list on this computer.")));
    ledger::TimelineEvent event;
    event.kind = kind;
    event.rawStatus = (*row)->session.rawStatus;
    event.at = desk->now();
    co_await desk->ledger().addEvent(accountId, sessionId, event);
    co_return SessionRecord(**row);
}

} // namespace tilldeck::desk
