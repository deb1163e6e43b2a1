// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of files that are planned, and that a provider may have all the same.
#pragma once

#include "desk/desk.h"

#include <QPointer>

#include <vector>

namespace tilldeck::desk {

/// Says what keeps a planned row from being made twice, where the journal is of an earlier time, or where the provider
/// refused the row and made it.
enum class SecondRow {
    IsTheFirst,  ///< The provider acts once on its key.
    IsLookedFor, ///< The provider lists its sessions: see questionListedRows().
    IsNotSeen,   ///< Nothing does.
};

/// Returns what does so of a row of this flow.
SecondRow secondRow(const Desk &desk, const QString &accountId, const QString &flow);

/// Says what questionListedRows() found.
struct ListedRows
{
    std::vector<ledger::Intent> questioned; ///< As the journal has them now.
    bool isWhole = false;                   ///< The list was read back to when the first of them was planned.
    int unread = 0;                         ///< Rows of the list that could not be read.
};

/// Reads once what @p provider lists since @p rows, which are Planned, were planned or sent last. Those that one of its
/// sessions fits, which was made by no creation that is known here and by none of unknown outcome that it fits better,
/// become creations of unknown outcome (Journal::questionCreation()) with a row in the list of sessions. Of rows with
/// the same contents, as many do as there are such sessions; a session that says too little to tell, all that it may
/// be. Errors: those of Provider::sessions(), of the ledger and of the journal.
http::Task<checkout::Result<ListedRows>> questionListedRows(QPointer<Desk> desk, ProviderHandle provider,
                                                            QString accountId, std::vector<ledger::Intent> rows);

} // namespace tilldeck::desk
