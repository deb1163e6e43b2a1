// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are made beside a database and take its place once they are whole.
#pragma once

#include "checkout/error.h"
#include "ledger/file_lock.h"

#include <QStringList>

namespace tilldeck::ledger {

/// Returns what stands beside journal.sqlite for @p what: journal-new.sqlite.
QString besideName(const QString &path, const QString &what);
QString beside(const QString &path, const QString &what); ///< Returns its path.

QStringList logParts(); ///< Returns what SQLite adds to the name of a file for its logs.
void removeWithLogs(const QString &path);

/// Takes the lock of whoever puts another file in the place of @p path. Returns nothing where it is held elsewhere for
/// longer than @p wait, or cannot be made: @p failure says which.
std::unique_ptr<FileLock> lockReplacing(const QString &path, std::chrono::milliseconds wait,
                                        FileLock::Failure *failure = nullptr);
checkout::Error notReplaced(const QString &path);   ///< Storage: no file could be made there.
checkout::Error usedByAnother(const QString &path); ///< Storage: the lock of @p path is held elsewhere.

bool renameOver(const QString &from, const QString &to);
bool syncFile(const QString &path); ///< Returns once the content of the file is on the disk.

} // namespace tilldeck::ledger
