// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refresh_depth.h"

#include <QPointer>
#include <QSet>

namespace tilldeck::desk {

/// Reads the provider's list of sessions, newest first, into the ledger. Returns the ids in it. Error: Malformed when
/// the list repeats itself; what was read until then is in the ledger.
http::Task<checkout::Result<QSet<QString>>>
listSessions(QPointer<Desk> desk, QString accountId, ProviderHandle provider, checkout::Catalog catalog, Depth depth);

} // namespace tilldeck::desk
