// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/journal.h"

namespace tilldeck::ledger {

/// Returns why the merchant cannot decide about an intent of this kind and state, in a sentence; empty when they can.
QString whyResolved(Intent::Kind kind, Intent::State state);

/// Returns the same for @p intent: a creation whose session is known was made, whatever its state.
QString whyResolved(const Intent &intent);

/// Returns why what was sent with one key is not sent again with another, in a sentence.
QString whyNotWithThisKey();

/// Returns why a creation or refund that is not of unknown outcome, or was closed before, is not sent again, in a
/// sentence.
QString whyNotReopened(const Intent &intent);

} // namespace tilldeck::ledger
