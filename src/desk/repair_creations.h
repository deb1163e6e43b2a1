// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/repair_failure.h"

#include <QPointer>

#include <optional>

namespace tilldeck::desk {

/// Brings rows of creations into line with the journal while the program runs: writes the ends of every kind that could
/// not be written (writeEnds()), shows a creation of a program that ended without an answer as one of unknown outcome,
/// also one that has no row yet, and removes the row of one that was refused. Refunds of such a program become unknown
/// too. Batches of promotion codes
/// that are still held (Desk::heldBatches()) are let go. Sends nothing. What cannot be written now stays for the next
/// call.
http::Task<void> repairCreations(QPointer<Desk> desk);

/// Does the same at the start, before there is a desk, and after the ledger was lost, and waits for it: every intent of
/// unknown outcome gets its row, and one whose session is known, although it could not be kept, becomes a session of
/// the list. Intents of accounts that are not connected have no list. Returns what stopped it; nothing when all is
/// done.
std::optional<RepairFailure> repairCreationsAtStart(ledger::Ledger &ledger, ledger::Journal &journal,
                                                    const accounts::AccountStore &accounts);

/// Returns the row of @p intent, which is of unknown outcome, from what the journal has of it and the row @p record
/// that is listed, or an empty one.
ledger::SessionRecord rowFor(const ledger::Intent &intent, ledger::SessionRecord record);

/// Makes the ledger show, and not write, what repairCreationsAtStart() would write, because it could not: a creation is
/// shown as under way only while its program lives. Blocks.
void showRepairs(ledger::Ledger &ledger, ledger::Journal &journal);

} // namespace tilldeck::desk
