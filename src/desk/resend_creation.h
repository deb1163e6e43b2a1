// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/create_session.h"

namespace tilldeck::desk {

/// Returns why @p creation, which is of unknown outcome, cannot be sent again under its own key, in a sentence; empty
/// when it can. It can where the provider documents that it acts once on a key (Capabilities::honoursIdempotencyKey)
/// and remembers it still; see whyKeyForgotten().
QString whyNotResent(const Desk &desk, const ledger::Intent &creation);

/// Returns whether whyNotResent() has no reason.
bool canResend(const Desk &desk, const ledger::Intent &creation);

/// Returns whether sending @p creation again tells more than a look-up: where it can be sent again, and no list of
/// sessions shows its URL.
bool isSentAgainFirst(const Desk &desk, const ledger::Intent &creation);

/// Sends a creation of unknown outcome once more, the same body under the same key, so that the provider answers with
/// the session that the first request made, or makes it now. Only an answer with a session ends it; whatever else comes
/// leaves it Unknown, since a refusal says nothing about the first request. The provider is asked for its time before.
/// Rejected, without anything sent or changed: it does not say its time, canResend() is false by that, the intent is
/// not of unknown outcome, or the body would not be the same any more.
http::Task<CreateOutcome> resendCreation(QPointer<Desk> desk, QString accountId, QString intentId);

} // namespace tilldeck::desk
