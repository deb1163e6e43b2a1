// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <expected>
#include <optional>

namespace tilldeck::files {

/// Has writeExport() write nothing into the folder @p path, or over the file @p path, until the program ends, by
/// whatever name they are reached: Tilldeck keeps its own files there, or the key. Called from any thread.
void keepExportsOutOf(const QString &path);

/// Writes a file whose place the merchant chooses, as writeWhole() writes, with @p permissions where they are given. Error: why it could not be written, or that
/// it would be where keepExportsOutOf() allows none; nothing has changed then.
std::expected<void, QString> writeExport(const QString &path, const QByteArray &bytes,
                                         std::optional<QFileDevice::Permissions> permissions = {});

} // namespace tilldeck::files
