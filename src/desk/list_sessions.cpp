// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/list_sessions.h"

#include "desk/page_walk.h"
#include "desk/refresh_text.h"
#include "desk/session_record.h"
#include "desk/while_open.h"
#include "http/worker_pool.h"

#include <QCoroFuture>

#include <algorithm>
#include <iterator>
#include <memory>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::SessionRecord;

namespace {

std::vector<SessionRecord> recordsOf(const QString &accountId, const std::vector<checkout::Session> &sessions,
                                     const checkout::Catalog &catalog, const QDateTime &asked)
{
    std::vector<SessionRecord> records;
    records.reserve(sessions.size());
    for (const checkout::Session &session : sessions)
        records.push_back(recordOf(accountId, session, catalog, asked));
    return records;
}

} // namespace

http::Task<checkout::Result<ListedSessions>>
listSessions(QPointer<Desk> desk, QString accountId, ProviderHandle provider, checkout::Catalog catalog, Depth depth)
{
    const auto prices = std::make_shared<const checkout::Catalog>(std::move(catalog));
    ListedSessions listed;
    PageWalk walk;
    listed.isCut = true;
    for (int page = 0; page < mostPages; ++page) {
        const QDateTime asked = desk->now();
        auto answer = co_await whileOpen(desk, provider->sessions(walk.offset()));
        if (!answer)
            co_return std::unexpected(answer.error());
        const int size = answer->size();
        for (const checkout::Session &session : answer->items)
            listed.ids.insert(session.id);
        noteUnread(listed.unread, answer->unread, walk.seen());
        walk.advance(rowsOf(*answer));
        auto making = http::runOn<std::vector<SessionRecord>>(http::readingThreads(),
                                                              [accountId, sessions = answer->items, prices, asked] {
                                                                  return recordsOf(accountId, sessions, *prices, asked);
                                                              });
        std::ranges::move(answer->items, std::back_inserter(listed.sessions));
        auto records = co_await whileOpen(desk, std::move(making));
        if (!records)
            co_return std::unexpected(records.error());
        const auto merged = co_await whileOpen(desk, desk->ledger().merge(accountId, std::move(*records)));
        if (!merged)
            co_return std::unexpected(merged.error());
        const bool nothingNew = depth != Depth::Full && *merged == 0;
        if (!answer->more || size == 0 || nothingNew) {
            listed.isCut = false;
            break;
        }
        if (walk.isLooping())
            co_return std::unexpected(
                Error(ErrorKind::Malformed,
                      RefreshText::tr("The provider's list of sessions repeats itself, so it could not be "
                                      "read to its end. What it gave is here; try again later.")));
    }
    listed.seen = walk.seen();
    co_return ListedSessions(listed);
}

} // namespace tilldeck::desk
