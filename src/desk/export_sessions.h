// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/account_names.h"
#include "ledger/ledger.h"

#include <QTimeZone>

namespace tilldeck::desk {

/// Returns sessions as CSV, one a line below the titles, with their status at @p now. Times are in @p zone.
QByteArray exportSessions(const std::vector<ledger::SessionRecord> &records, const AccountNames &names,
                          const QTimeZone &zone, const QDateTime &now);

} // namespace tilldeck::desk
