// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/storage_trouble.h"
#include "ledger/journal.h"
#include "ledger/ledger.h"

#include <optional>

namespace tilldeck::desk {

/// Compares ledger and journal of @p dataDirectory by the pair that they belong to, as they were opened. Files that
/// were never paired become a pair where neither of them can have been lost: two new ones not while @p wereUsed,
/// because there are or were accounts that worked with others. Returns what is wrong, and changes nothing that the
/// merchant has to decide about.
std::optional<StorageTrouble> pairFiles(ledger::Ledger &ledger, ledger::Journal &journal, const QString &dataDirectory,
                                        bool wereUsed);

/// Returns what is wrong with files of @p dataDirectory that belong together and were put in the place of those that
/// this program worked with, when they are of an earlier time than those. The next start asks about them as well.
std::optional<StorageTrouble> exchangedTrouble(ledger::Ledger &ledger, ledger::Journal &journal,
                                               const QString &dataDirectory);

/// Makes the ledger the partner of the journal.
checkout::Result<void> pairWithJournal(ledger::Ledger &ledger, ledger::Journal &journal);

/// Makes one pair of both files, whatever they belonged to before.
checkout::Result<void> pairAnew(ledger::Ledger &ledger, ledger::Journal &journal);

} // namespace tilldeck::desk
