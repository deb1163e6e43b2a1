// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Ends an open session early at the provider and writes the answer to the ledger. Returns the session's row. Errors:
/// those of Desk::provider(), Provider::expireSession() and the ledger.
http::Task<checkout::Result<ledger::SessionRecord>> expireSession(QPointer<Desk> desk, QString accountId,
                                                                  QString sessionId);

} // namespace tilldeck::desk
