// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read of a damaged file is taken over into a new one.
#pragma once

#include "ledger/database.h"
#include "ledger/salvage_report.h"

namespace tilldeck::ledger {

/// Holds a table whose rows each belong to one of another table, and are counted with those. In an older file their
/// columns stand in that table.
struct DetailTable
{
    QString name;
    QString of;
};

/// Copies the rows of @p tables that can be read in @p from into @p to, which has the current schema. Rows that are
/// there already stay. After them come those of @p details. Only what is damaged is left out: any other failure, as a
/// full disk, is an error. The statements
/// @p afterwards are run on @p to then. Blocks.
checkout::Result<Salvage> takeOver(Database &from, Database &to, const QStringList &tables,
                                   const std::vector<DetailTable> &details = {}, const QStringList &afterwards = {});

/// Does so with a table that is made when it is first needed: one that @p from does not have is no loss. In @p to, the
/// statements @p schema make it. Blocks.
checkout::Result<Salvage> takeOverLate(Database &from, Database &to, const QString &table, const QStringList &schema);

} // namespace tilldeck::ledger
