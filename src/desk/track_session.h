// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Brings a session that was made elsewhere into the ledger. @p pasted is its id, its token or its checkout URL. Each
/// of @p accountIds whose provider could have it is asked, one after the other, until one knows it. Returns the
/// session's row. Errors: InvalidInput for a text that is nothing of the kind, or an address of a host that none of the
/// accounts has (the sentence names it); NotFound when no provider knows it; else the error of the first provider that
/// could not answer, after what the first account said when it does not know the session.
http::Task<checkout::Result<ledger::SessionRecord>> trackSession(QPointer<Desk> desk, QStringList accountIds,
                                                                 QString pasted);

} // namespace tilldeck::desk
