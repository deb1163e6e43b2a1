// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Gives the newest sessions of an account whose rows show ids of @p catalog the names of it: they were created while
/// the catalog was not known. What the ledger cannot read or write stays as it is, until the catalog is loaded again.
http::Task<void> nameSessions(QPointer<Desk> desk, QString accountId, checkout::Catalog catalog);

} // namespace tilldeck::desk
