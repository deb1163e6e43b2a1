// SPDX-License-Identifier: GPL-3.0-or-later
// How the end of every write is kept: in the journal, and that of a creation in its row, too. What cannot be written is
// one of Desk::unwritten(), and is written later.
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Writes @p end to the journal, or keeps it for later. Errors: those of Journal::close(), and that @p desk is closed
/// by now: then the intent comes back as unknown at the next start.
http::Task<checkout::Result<void>> closeIntent(QPointer<Desk> desk, IntentEnd end);

/// Brings the row of the creation that ended as @p end into line with that, or keeps @p end for later: one that was
/// refused has none. Returns the row as it is now. Errors: those of the ledger, and that @p desk is closed by now.
http::Task<checkout::Result<ledger::SessionRecord>> writeRow(QPointer<Desk> desk, IntentEnd end);

/// Writes the ends that could not be written before. What cannot be written now stays for the next call. Sends nothing.
http::Task<void> writeEnds(QPointer<Desk> desk);

/// Returns a refund as the journal has it after writeEnds(). Errors: those of Journal::intentOf().
http::Task<checkout::Result<ledger::Intent>> storedRefund(QPointer<Desk> desk, QString accountId, QString intentId);

} // namespace tilldeck::desk
