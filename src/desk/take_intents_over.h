// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/journal.h"
#include "ledger/ledger.h"

namespace tilldeck::desk {

/// Writes into the journal what the ledger knows of intents that the journal lacks, because it is of an earlier time or
/// new: creations that the list shows as under way or of unknown outcome, those that made a session that it shows, and
/// the newest refunds and writes into catalogs. Apart from what made a session, they are of unknown outcome from then
/// on, so that they can be looked up and the same is not sent again without a question; a refund of which the ledger
/// knows what became of it has that state. What was to be written into a catalog stood in the journal alone: such an
/// intent has no entry, and the merchant decides. Returns how many of those were taken over. Blocks.
checkout::Result<int> takeIntentsOver(ledger::Ledger &ledger, ledger::Journal &journal);

} // namespace tilldeck::desk
