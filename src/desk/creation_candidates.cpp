// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/creation_candidates.h"

#include "desk/ask_provider_time.h"
#include "desk/creation_fit.h"
#include "desk/page_walk.h"
#include "desk/session_owner.h"
#include "desk/while_open.h"

#include <algorithm>
#include <array>
#include <iterator>

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

void sortIn(Candidates &found, const Session &session, const Intent &intent, const CreationTime &time)
{
    switch (fit(session, intent, time)) {
    case Fit::Yes:
        return found.sure.push_back(session);
    case Fit::Perhaps:
        return found.perhaps.push_back(session);
    case Fit::Different:
        return (mayBeRewritten(session, intent, time) ? found.rewritten : found.different).push_back(session);
    case Fit::No:
        if (time.fit(exactStamp(session)) == Fit::Yes)
            found.unlike.push_back(session);
        return;
    }
}

} // namespace

std::vector<Session> Candidates::all() const
{
    std::vector<Session> all = sure;
    for (const auto *others : {&perhaps, &rewritten, &different})
        all.insert(all.end(), others->begin(), others->end());
    return all;
}

std::vector<Session> Candidates::named() const
{
    std::vector<Session> all = sure;
    for (const auto *others : {&perhaps, &rewritten, &unlike, &different})
        all.insert(all.end(), others->begin(), others->end());
    return all;
}

http::Task<checkout::Result<Candidates>> candidatesOf(QPointer<Desk> desk, ProviderHandle provider, Intent intent,
                                                      std::vector<KnownRow> known)
{
    Candidates found;
    JoinedWalk walk;
    DownInTime order;
    for (int page = 0; page < mostPages && !found.complete; ++page) {
        auto answer = co_await whileOpen(desk, provider->sessions(walk.offset()));
        if (!answer)
            co_return std::unexpected(answer.error());
        // One date that agrees with nothing does not count.
        if (page == 0 && !desk->providerTime(intent.accountId).isValid())
            co_await askProviderTime(desk, intent.accountId);
        if (!desk)
            co_return std::unexpected(closedError());
        const CreationTime time(intent, desk->providerTime(intent.accountId), desk->now());
        const Intent made = withDefaults(intent, desk->capabilities(intent.accountId, intent.draft.flow));
        for (const Session &session : answer->items) {
            found.list.seen.insert(session.id);
            found.list.take(exactStamp(session));
            if (!walk.isSeen(session.id))
                sortIn(found, session, session.expiresAt.isValid() ? made : intent, time);
        }
        found.unread += newUnread(*answer, walk);
        walk.advance(rowsOf(*answer));
        order.add(answer->items, time);
        found.list.isWhole = walk.isJoined() && !answer->more;
        found.complete = found.list.isWhole || (walk.isJoined() && order.isPast(known, found.list.seen));
        if (answer->size() == 0 || !walk.isJoined())
            break;
    }
    // After the answers: what was confirmed meanwhile has its session in them.
    const std::array lists{&found.sure, &found.perhaps, &found.rewritten, &found.different, &found.unlike};
    std::vector<Session> older; // What the ledger had before is not sure, whatever its stamp says.
    for (std::vector<Session> *fitting : lists) {
        auto free = co_await whileOpen(desk, sessionsOfNobodyElse(desk, intent, *fitting));
        if (!free)
            co_return std::unexpected(free.error());
        const auto before = co_await whileOpen(desk, listedBefore(desk, intent, *free));
        if (!before)
            co_return std::unexpected(before.error());
        const auto isOlder = [&before](const Session &session) { return before->contains(session.id); };
        if (fitting == &found.unlike) {
            std::erase_if(*free, isOlder);
        } else if (fitting != &found.different) {
            std::ranges::copy_if(*free, std::back_inserter(older), isOlder);
            std::erase_if(*free, isOlder);
        }
        *fitting = std::move(*free);
    }
    found.different.insert(found.different.begin(), older.begin(), older.end());
    co_return std::move(found);
}

} // namespace tilldeck::desk
