// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Adds an event of @p kind to the timeline of a session. Returns the session's row, or Storage when there is none.
http::Task<checkout::Result<ledger::SessionRecord>> addToTimeline(QPointer<Desk> desk, QString accountId,
                                                                  QString sessionId, ledger::TimelineEvent::Kind kind);

} // namespace tilldeck::desk
