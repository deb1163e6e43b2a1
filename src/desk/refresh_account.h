// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refresh_depth.h"
#include "desk/unread_rows.h"

#include <QPointer>

namespace tilldeck::desk {

/// Says how a refresh ended that worked.
struct Refreshed
{
    Refreshed() = default;

    /// In sentences, what was not read because the provider lists more than is read at once; empty when all was.
    QString cut;
    UnreadRows unread; ///< The rows of the provider's lists that could not be read.
};

/// Brings the sessions and payments of one account up to date in the ledger. @p catalog gives the names that sessions
/// made elsewhere are listed under. An answer that cannot be read does not keep the others from arriving; Malformed is
/// returned at the end then. A row of a list that cannot be read is Refreshed::unread, and no error.
http::Task<checkout::Result<Refreshed>> refreshAccount(QPointer<Desk> desk, QString accountId,
                                                       checkout::Catalog catalog, Depth depth);

} // namespace tilldeck::desk
