// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refresh_depth.h"

#include <QPointer>

namespace tilldeck::desk {

/// Reads the provider's list of payments, newest first, into the ledger, with what they say about their sessions.
/// Error: Malformed when the list repeats itself; what was read until then is in the ledger.
http::Task<checkout::Result<void>> listTransactions(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                    Depth depth);

} // namespace tilldeck::desk
