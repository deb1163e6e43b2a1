// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QDateTime>

namespace tilldeck::ledger {

/// Returns whether an answer that was asked for at @p askedAt is older than one that was asked for at @p storedAt. An
/// invalid time is older than any other.
bool isOlderAnswer(const QDateTime &askedAt, const QDateTime &storedAt);

/// Combines @p incoming with the row @p stored. The provider's answer that was asked for later wins; what it leaves out
/// stays. Key, creation time and a session id are never lost, a completed session never becomes open again, and a
/// session that is over keeps its status where the newer answer has a name that is not known.
SessionRecord combined(const SessionRecord &stored, const SessionRecord &incoming, bool keepStoredTexts);

} // namespace tilldeck::ledger
