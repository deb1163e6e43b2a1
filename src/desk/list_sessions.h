// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refresh_depth.h"
#include "desk/unread_rows.h"

#include <QPointer>
#include <QSet>

namespace tilldeck::desk {

/// Says what was read of a provider's list of sessions.
struct ListedSessions
{
    ListedSessions() = default;

    QSet<QString> ids;
    std::vector<checkout::Session> sessions; ///< As they were listed; one that moved may be there twice.
    std::vector<checkout::UnreadRow> unread; ///< Those that could not be read.
    QSet<QString> seen;                      ///< The ids of all, with the identity of those that could not be read.
    bool isCut = false; ///< The provider has more than mostPages pages, and the older ones were not read.
};

/// Reads the provider's list of sessions, newest first, into the ledger. Error: Malformed when the list repeats itself;
/// what was read until then is in the ledger.
http::Task<checkout::Result<ListedSessions>>
listSessions(QPointer<Desk> desk, QString accountId, ProviderHandle provider, checkout::Catalog catalog, Depth depth);

} // namespace tilldeck::desk
