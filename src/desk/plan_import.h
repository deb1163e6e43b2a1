// SPDX-License-Identifier: GPL-3.0-or-later
// What is done before a row of an import is sent.
#pragma once

#include "desk/session_import.h"

namespace tilldeck::desk {

/// Plans the rows of @p order; with Repeat::Ask only where none of them was asked for before. Errors: those of
/// Journal::planImport().
http::Task<checkout::Result<ledger::PlannedImport>> planRows(QPointer<Desk> desk, SessionImport::Order order,
                                                             Repeat repeat);

/// Takes an import to go on with it. Errors: those of Journal::takeImport(), and Rejected where it is that of another
/// account.
http::Task<checkout::Result<ledger::PlannedImport>> takeRows(QPointer<Desk> desk, QString accountId, QString batchId);

/// Returns that rows were asked for before, as an error.
checkout::Error earlierRowsError(const ledger::EarlierRows &earlier);

} // namespace tilldeck::desk
