// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ledger {

/// Makes @p directory (mode 0700 when it is new) and the file @p name in it (mode 0600 from its first moment, and again
/// when it was there). SQLite gives its -wal, -shm and -journal files the mode of the file beside them. Returns the
/// file's path, or an empty string when it cannot be made.
QString makePrivateFile(const QString &directory, const QString &name);

/// Returns why makePrivateFile() could not make or open the file @p name, in a sentence that says what helps.
QString whyNoPrivateFile(const QString &directory, const QString &name);

/// Returns whether the disk of @p directory has no room left for anything that SQLite has to write.
bool isDiskFull(const QString &directory);
/// Returns the sentence that says so of the file @p path.
QString diskFullSentence(const QString &path);

/// Makes what was renamed, made or removed in @p directory outlive a power cut.
void syncDirectory(const QString &directory);

} // namespace tilldeck::ledger
