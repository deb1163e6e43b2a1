// SPDX-License-Identifier: GPL-3.0-or-later
// Entries of a provider's catalog as the journal keeps them. Private to the ledger.
#pragma once

#include "ledger/journal.h"

#include <QVariant>

namespace tilldeck::ledger {

QVariant entryColumn(const CatalogEntry &entry); ///< Returns NULL for none.
/// Returns the entry of an intent of @p kind; none where the column does not hold exactly one.
CatalogEntry entryFrom(Intent::Kind kind, const QVariant &column);

} // namespace tilldeck::ledger
