// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Brings rows of creations into line with the journal while the program runs: writes the ends that could not be
/// written (Desk::unwritten()), shows a creation of a program that ended without an answer as one of unknown outcome,
/// and removes the row of one that was refused. Sends nothing. What cannot be written now stays for the next call.
http::Task<void> repairCreations(QPointer<Desk> desk);

/// Does the same at the start, before there is a desk, and waits for it: every intent of unknown outcome gets its row,
/// and one whose session is known, although it could not be kept, becomes a session of the list. Errors: Storage.
checkout::Result<void> repairCreationsAtStart(ledger::Ledger &ledger, ledger::Journal &journal,
                                              const accounts::AccountStore &accounts);

} // namespace tilldeck::desk
