// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace tilldeck::ledger {

/// Returns the steps from each schema version to the next, from 0 (an empty file). A released step is never changed,
/// only followed. Times are Unix milliseconds UTC, amounts minor units with a code beside them, an empty text is NULL.
std::vector<QStringList> ledgerSchema();
std::vector<QStringList> journalSchema();

/// Returns the statement after which no refund is sent again whose outcome the journal does not know: what an earlier
/// version wrote, or a damaged file, does not say which of them were closed before.
QString unknownRefundsMayHaveBeenClosed();

} // namespace tilldeck::ledger
