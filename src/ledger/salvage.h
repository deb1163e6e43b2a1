// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read of a damaged file is taken over into a new one.
#pragma once

#include "ledger/database.h"
#include "ledger/salvage_report.h"

namespace tilldeck::ledger {

/// Renames the file @p path and its log, so that a new one can take its place, to a name that says that it is damaged
/// and when. Returns the new path, or an empty text when that is not possible; then the file is where it was.
QString moveAside(const QString &path);

/// Copies the rows of @p tables that can be read in the file @p from into @p to, which has the current schema. Rows
/// that are there already stay. Blocks.
checkout::Result<Salvage> takeOver(const QString &from, Database &to, const QStringList &tables);

} // namespace tilldeck::ledger
