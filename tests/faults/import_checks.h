// SPDX-License-Identifier: GPL-3.0-or-later
// Files of rows at the command line, what is left of them, and what must be true of them.
#pragma once

#include "faults/action.h"
#include "faults/stored_rows.h"
#include "faults/world.h"

namespace tilldeck::faults {

/// Writes the file of @p action beside the folder of @p world. Returns its path.
QString writeRows(const World &world, const Action &action);

/// Reads what the command line said of the rows of @p action.
void readRows(const QByteArray &out, Action &action);

/// Goes on with every import that is not over. Returns what did not work.
QStringList recoverImports(desk::Desk &desk, const QString &account);

/// Returns what is wrong about the rows of the files of @p actions, in sentences: one is there twice, or lost.
QStringList wrongImports(const Truth &truth, const QList<Action> &actions, const QList<JournalRow> &journal,
                         bool isRecovered);

} // namespace tilldeck::faults
