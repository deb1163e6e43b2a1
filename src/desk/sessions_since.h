// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/creation_fit.h"
#include "desk/known_rows.h"

#include <functional>

namespace tilldeck::desk {

/// Says what was read of the list of a provider's sessions.
struct SessionsSince
{
    bool complete = false; ///< Everything that is not older than the creation was seen.
    int unread = 0;        ///< Rows that could not be read.
    ReadList list;         ///< With the ids of all sessions that were read.
};

/// Takes a session of the list, each once; @p time is that of the creation.
using TakeSession = std::function<void(const checkout::Session &session, const CreationTime &time)>;

/// Reads the list of @p provider for what is not older than @p intent, and has @p take take it: to its end, or at most
/// @p pages, unless what was read shows that it is ordered by time and goes on with what is older. That is so where all
/// of it goes down in time, two pages in a row end before the creation, the states of its rows alternate, and every
/// session of @p known (newestSessions()) that is newer than the last row was among them: there have to be several. No
/// contract says in what order a list is. Errors: those of Provider::sessions().
http::Task<checkout::Result<SessionsSince>> readSessionsSince(QPointer<Desk> desk, ProviderHandle provider,
                                                              ledger::Intent intent, std::vector<KnownRow> known,
                                                              int pages, TakeSession take);

} // namespace tilldeck::desk
