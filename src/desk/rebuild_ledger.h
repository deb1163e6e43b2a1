// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Says what came back into the lists, and what did not.
struct RebuiltLedger
{
    explicit RebuiltLedger(QString keptAs = {})
        : keptAs(std::move(keptAs))
    {
    }

    QString keptAs;              ///< Where the damaged file is; empty when it was whole and stayed.
    int takenOver = 0;           ///< How many rows could be read of the damaged file.
    int fromJournal = 0;         ///< How many sessions came back from the journal.
    int withoutTokens = 0;       ///< How many of those came back without token and URL.
    int listed = 0;              ///< How many sessions of connected accounts are in the list now.
    bool isIndexEmptied = false; ///< The index of words was damaged, and fills anew.
    QStringList lost;            ///< What cannot be rebuilt, in sentences.
};

/// Says what is in the list now, where it is from, and what is lost.
QStringList sentencesOf(const RebuiltLedger &rebuilt);

/// Brings back into the ledger what the journal knows: each creation that was confirmed or whose outcome is unknown, of
/// accounts that are connected. A damaged ledger is kept under another name first, and what can be read of it is taken
/// over. Rows that are there already stay as they are. Errors: those of Desk::filesAlone(), and Storage when a file
/// cannot be read or written.
http::Task<checkout::Result<RebuiltLedger>> rebuildLedger(QPointer<Desk> desk);

} // namespace tilldeck::desk
