// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/account_names.h"
#include "desk/csv.h"
#include "ledger/ledger.h"

namespace tilldeck::desk {

/// Returns sessions as @p csv, one a line below the titles, with their status at @p now. With @p fields, their custom
/// fields and metadata are columns behind the others.
QByteArray exportSessions(const std::vector<ledger::SessionRecord> &records, const AccountNames &names, const Csv &csv,
                          const QDateTime &now, bool fields);

} // namespace tilldeck::desk
