// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tilldeck::files {

/// Returns the first @p most bytes of the file or pipe at @p path; nothing for what cannot be read, as a folder, and
/// for a pipe that nobody writes into, for which a reader would wait without end.
std::optional<QByteArray> readInput(const QString &path, qsizetype most);

} // namespace tilldeck::files
