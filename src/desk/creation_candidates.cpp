// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/creation_candidates.h"

#include "desk/creation_fit.h"
#include "desk/page_walk.h"
#include "desk/session_owner.h"
#include "desk/sessions_since.h"
#include "desk/while_open.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace tilldeck::desk {

using checkout::Session;
using ledger::Intent;

namespace {

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
    auto reading = readSessionsSince(desk, provider, intent, std::move(known), mostPages,
                                     [&found, &intent, &desk](const Session &session, const CreationTime &time) {
                                         const auto can = desk->capabilities(intent.accountId, intent.draft.flow);
                                         sortIn(found, session,
                                                session.expiresAt.isValid() ? withDefaults(intent, can) : intent, time);
                                     });
    auto read = co_await reading;
    if (!read)
        co_return std::unexpected(read.error());
    found.complete = read->complete;
    found.unread = read->unread;
    found.list = std::move(read->list);
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
