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

/// Returns whether the pages after this one are older than the creation: the page goes down in time and ends before it.
bool endsBefore(const std::vector<Session> &page, const CreationTime &time)
{
    const bool descending = std::ranges::is_sorted(
        page, [](const Session &one, const Session &other) { return one.createdAt > other.createdAt; });
    const bool dated = std::ranges::all_of(page, [](const Session &session) { return session.createdAt.isValid(); });
    return page.size() > 1 && dated && descending && time.isSurelyOlder(page.back().createdAt);
}

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
        return;
    }
}

} // namespace

std::vector<Session> Candidates::all() const
{
    std::vector<Session> all = sure;
    all.insert(all.end(), perhaps.begin(), perhaps.end());
    all.insert(all.end(), rewritten.begin(), rewritten.end());
    all.insert(all.end(), different.begin(), different.end());
    return all;
}

http::Task<checkout::Result<Candidates>> candidatesOf(QPointer<Desk> desk, ProviderHandle provider, Intent intent)
{
    Candidates found;
    int offset = 0;
    for (int page = 0; page < mostPages && !found.complete; ++page) {
        auto answer = co_await whileOpen(desk, provider->sessions(offset));
        if (!answer)
            co_return std::unexpected(answer.error());
        // One date that agrees with nothing does not count.
        if (page == 0 && !desk->providerTime(intent.accountId).isValid())
            co_await askProviderTime(desk, intent.accountId);
        if (!desk)
            co_return std::unexpected(closedError());
        const CreationTime time(intent, desk->providerTime(intent.accountId), desk->now());
        for (const Session &session : answer->items) {
            found.seen.insert(session.id);
            sortIn(found, session, intent, time);
        }
        found.isWhole = !answer->more;
        found.unread += static_cast<int>(answer->unread.size());
        found.complete = !answer->more || endsBefore(answer->items, time);
        if (answer->size() == 0)
            break;
        offset += answer->size();
    }
    // After the answers: what was confirmed meanwhile has its session in them.
    const std::array lists{&found.sure, &found.perhaps, &found.rewritten, &found.different};
    std::vector<Session> older; // What the ledger had before is not sure, whatever its stamp says.
    for (std::vector<Session> *fitting : lists) {
        auto free = co_await whileOpen(desk, sessionsOfNobodyElse(desk, intent, *fitting));
        if (!free)
            co_return std::unexpected(free.error());
        const auto before = co_await whileOpen(desk, listedBefore(desk, intent, *free));
        if (!before)
            co_return std::unexpected(before.error());
        const auto isOlder = [&before](const Session &session) { return before->contains(session.id); };
        if (fitting != &found.different) {
            std::ranges::copy_if(*free, std::back_inserter(older), isOlder);
            std::erase_if(*free, isOlder);
        }
        *fitting = std::move(*free);
    }
    found.different.insert(found.different.begin(), older.begin(), older.end());
    co_return std::move(found);
}

} // namespace tilldeck::desk
