// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refresh_depth.h"

#include <QPointer>

namespace tilldeck::desk {

/// Reads the provider's list of payments, newest first, into the ledger, with what they say about their sessions.
/// Returns how many were read when the provider has more than are read at once, else 0. Error: Malformed when the list
/// repeats itself; what was read until then is in the ledger.
http::Task<checkout::Result<int>> listTransactions(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                   Depth depth);

} // namespace tilldeck::desk
