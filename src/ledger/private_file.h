// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ledger {

/// Makes @p directory (mode 0700 when it is new) and the file @p name in it (mode 0600 from its first moment, and again
/// when it was there). SQLite gives its -wal, -shm and -journal files the mode of the file beside them. Returns the
/// file's path, or an empty string when it cannot be made.
QString makePrivateFile(const QString &directory, const QString &name);

} // namespace tilldeck::ledger
