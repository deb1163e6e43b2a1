// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Ends an open session early at the provider and writes the answer to the ledger. Returns the session's row. Errors:
/// those of Desk::writer(), Provider::expireSession() and the ledger.
///
/// It has no intent in the journal: what is asked for is a state of a session that the ledger knows, no new object.
/// Sent twice it changes nothing more (the contract answers 400 for a session that is no longer open), and what became
/// of it stands in the session itself, which every refresh reads.
http::Task<checkout::Result<ledger::SessionRecord>> expireSession(QPointer<Desk> desk, QString accountId,
                                                                  QString sessionId);

} // namespace tilldeck::desk
