// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sessions_since.h"

#include "desk/ask_provider_time.h"
#include "desk/page_walk.h"
#include "desk/while_open.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Session;
using ledger::Intent;

namespace {

/// How many sessions that are known have to be seen in a list that is taken to be ordered by time.
constexpr qint64 leastKnown = 10;

/// Says when what a list goes on with is older than a creation; see candidatesOf().
class DownInTime
{
public:
    void add(const std::vector<Session> &page, const CreationTime &time)
    {
        for (const Session &session : page) {
            const QDateTime at = exactStamp(session);
            m_goesDown = m_goesDown && at.isValid() && (!m_last.isValid() || at <= m_last);
            m_hasSteps = m_hasSteps || (m_last.isValid() && at < m_last);
            m_last = at;
            const bool isOtherState = !m_states.isEmpty() && m_states.last() != session.rawStatus;
            m_alternates = m_alternates || (isOtherState && m_states.contains(session.rawStatus));
            if (m_states.isEmpty() || isOtherState)
                m_states << session.rawStatus;
        }
        m_endsBefore = page.size() > 1 && time.isSurelyOlder(m_last) ? m_endsBefore + 1 : 0;
    }

    /// Returns whether that is so, where @p seen are the rows so far.
    bool isPast(const std::vector<KnownRow> &known, const QSet<QString> &seen) const
    {
        const auto isNewer = [this](const KnownRow &row) { return row.createdAt > m_last; };
        const auto isMissing = [&](const KnownRow &row) { return isNewer(row) && !seen.contains(row.id); };
        return m_goesDown && m_hasSteps && m_alternates && m_endsBefore > 1 &&
               std::ranges::count_if(known, isNewer) >= leastKnown && std::ranges::none_of(known, isMissing);
    }

private:
    QStringList m_states; ///< Each where it differs from that of the row before.
    bool m_alternates = false;
    QDateTime m_last;
    bool m_goesDown = true;
    bool m_hasSteps = false; ///< Else all were stamped at once.
    int m_endsBefore = 0;    ///< How many pages in a row.
};

} // namespace

http::Task<checkout::Result<SessionsSince>> readSessionsSince(QPointer<Desk> desk, ProviderHandle provider,
                                                              Intent intent, std::vector<KnownRow> known, int pages,
                                                              TakeSession take)
{
    SessionsSince read;
    JoinedWalk walk;
    DownInTime order;
    for (int page = 0; page < pages && !read.complete; ++page) {
        auto answer = co_await whileOpen(desk, provider->sessions(walk.offset()));
        if (!answer)
            co_return std::unexpected(answer.error());
        // One date that agrees with nothing does not count.
        if (page == 0 && !desk->providerTime(intent.accountId).isValid())
            co_await askProviderTime(desk, intent.accountId);
        if (!desk)
            co_return std::unexpected(closedError());
        const CreationTime time(intent, desk->providerTime(intent.accountId), desk->now());
        for (const Session &session : answer->items) {
            read.list.seen.insert(session.id);
            read.list.take(exactStamp(session));
            if (!walk.isSeen(session.id))
                take(session, time);
        }
        read.unread += newUnread(*answer, walk);
        walk.advance(rowsOf(*answer));
        order.add(answer->items, time);
        read.list.isWhole = walk.isJoined() && !answer->more;
        read.complete = read.list.isWhole || (walk.isJoined() && order.isPast(known, read.list.seen));
        if (answer->size() == 0 || !walk.isJoined())
            break;
    }
    co_return std::move(read);
}

} // namespace tilldeck::desk
