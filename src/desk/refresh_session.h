// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Asks the provider about one session and writes its answer to the ledger. Returns the session's row. Errors: those of
/// Desk::provider(), Provider::session() and the ledger.
http::Task<checkout::Result<ledger::SessionRecord>> refreshSession(QPointer<Desk> desk, QString accountId,
                                                                   QString sessionId);

} // namespace tilldeck::desk
