// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "ledger/ledger.h"

namespace tilldeck::desk {

/// Returns the row of a session that the provider reported. @p askedAt is the moment before the request: the answer may
/// be older than anything that happened since.
ledger::SessionRecord recordOf(const QString &accountId, const checkout::Session &session,
                               const checkout::Catalog &catalog, const QDateTime &askedAt);

} // namespace tilldeck::desk
