// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Writes @p session, an answer of the provider, to the ledger and adds an event of @p kind to its timeline. Returns
/// the session's row, or Storage when there is none. @p asOf is the moment that the answer is of: for one that
/// only tells, that before the request, since it may be older than anything that happened later.
http::Task<checkout::Result<ledger::SessionRecord>> recordAnswer(QPointer<Desk> desk, QString accountId,
                                                                 checkout::Session session, QDateTime asOf,
                                                                 ledger::TimelineEvent::Kind kind);

} // namespace tilldeck::desk
