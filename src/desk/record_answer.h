// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Writes @p session, an answer of the provider, to the ledger and adds an event of @p kind to its timeline. Returns
/// the session's row, or Storage when there is none. @p askedAt is the moment before the request: the answer may be
/// older than anything that happened since.
http::Task<checkout::Result<ledger::SessionRecord>> recordAnswer(QPointer<Desk> desk, QString accountId,
                                                                 checkout::Session session, QDateTime askedAt,
                                                                 ledger::TimelineEvent::Kind kind);

} // namespace tilldeck::desk
