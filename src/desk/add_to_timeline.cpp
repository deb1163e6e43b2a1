// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/add_to_timeline.h"

#include "desk/refresh_text.h"
#include "desk/while_open.h"

#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::SessionRecord;

http::Task<checkout::Result<SessionRecord>> addToTimeline(QPointer<Desk> desk, QString accountId, QString sessionId,
                                                          ledger::TimelineEvent::Kind kind)
{
    auto row = co_await whileOpen(desk, desk->ledger().session(accountId, sessionId));
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
