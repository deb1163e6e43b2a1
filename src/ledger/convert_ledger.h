// SPDX-License-Identifier: GPL-3.0-or-later
// A large ledger of an earlier version is brought to the form of this one in a file beside it.
#pragma once

#include "checkout/error.h"

#include <QString>

#include <chrono>
#include <functional>

namespace tilldeck::ledger {

/// Called now and then with how many rows are converted, and how many there are.
using ConversionProgress = std::function<void(qint64 done, qint64 total)>;

struct LedgerConversion
{
    QString path;
    QString turnPath; ///< As in Database::Setup.
    QString damagedSentence;
    ConversionProgress progress = {}; ///< Runs on the thread that calls.
    /// Smaller files are left to Database::open(), which migrates them at once.
    qint64 fewestBytes = qint64(32) * 1024 * 1024;
    int rowsAtOnce = 20'000;
    std::chrono::milliseconds wait{10'000}; ///< For another program that works on the file.
};

/// Fills a new file, in the form of this version, with the rows of a large ledger of an earlier one, and gives it that
/// one's place once all of it is on the disk; until then the old file stays as it is. A program that ends meanwhile, at
/// whatever moment, is followed by the next call, which goes on where it was. Nobody writes to the file meanwhile, and
/// nobody in this program has it open. Blocks. Returns whether there was such a ledger. Errors: Storage, also while
/// another program converts it or works on it.
checkout::Result<bool> convertLargeLedger(const LedgerConversion &conversion);

} // namespace tilldeck::ledger
