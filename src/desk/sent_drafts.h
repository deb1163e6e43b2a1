// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Takes those drafts out of the list of drafts that were sent: the list of sessions holds what became of them, and a
/// draft beside it would invite to create it twice. Who sends a draft takes it away at the end; this is for a program
/// that was ended before. A draft that cannot be taken away stays, and is a question when it is created.
void removeSentDraftsAtStart(ledger::Ledger &ledger, ledger::Journal &journal, const accounts::AccountStore &accounts);
http::Task<void> removeSentDrafts(QPointer<Desk> desk);

} // namespace tilldeck::desk
