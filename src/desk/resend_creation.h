// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/create_session.h"

namespace tilldeck::desk {

/// Returns whether a creation of unknown outcome that was opened at @p openedAt can be sent again under its own key:
/// the provider documents that it acts once on a key (Capabilities::honoursIdempotencyKey), and remembers it still. No
/// provider states for how long; an hour is less than any is known to forget in.
bool canResend(const Desk &desk, const QString &accountId, const QString &flow, const QDateTime &openedAt);

/// Sends a creation of unknown outcome once more, the same body under the same key, so that the provider answers with
/// the session that the first request made, or makes it now. Only an answer with a session ends it; whatever else comes
/// leaves it Unknown, since a refusal says nothing about the first request. Rejected, without anything sent or changed:
/// canResend() is false, the intent is not of unknown outcome, or the body would not be the same any more.
http::Task<CreateOutcome> resendCreation(QPointer<Desk> desk, QString accountId, QString intentId);

} // namespace tilldeck::desk
