// SPDX-License-Identifier: GPL-3.0-or-later
// What refreshing an account and asking about one session share. Private to refresh.h.
#pragma once

#include "desk/refresh.h"

namespace tilldeck::desk {

/// Pages read at most in one refresh; the rest follows with the next one.
inline constexpr int mostPages = 20;

/// The row of a session that the provider told of. ASKED is the moment before the request: the answer may be older than
/// anything that happened since.
ledger::SessionRecord recordOf(const QString &accountId, const checkout::Session &session,
                               const checkout::Catalog &catalog, const QDateTime &asked);

/// Reads the provider's list of payments, newest first, into the ledger. Each tells its session what it took, and one
/// that cannot be asked about also how it ended.
http::Task<checkout::Result<void>> listTransactions(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                    Depth depth);

/// SESSION as a payment settles it; a payment that is not the end of it changes no status, and paid stays paid.
void settle(checkout::Session &session, const checkout::Transaction &transaction);

} // namespace tilldeck::desk
