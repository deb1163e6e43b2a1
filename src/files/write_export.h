// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/whole_file.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <expected>
#include <memory>
#include <optional>

namespace tilldeck::files {

/// Has writeExport() write nothing into the folder @p path, or over the file @p path, until the program ends, by
/// whatever name they are reached: Tilldeck keeps its own files there, or the key. Called from any thread.
void keepExportsOutOf(const QString &path);

/// Opens a file whose place the merchant chooses, to be written piece by piece, with @p permissions where they are
/// given; without them a new one is for its owner alone. Error: why it cannot be made, or that it would be where
/// keepExportsOutOf() allows none.
std::expected<std::unique_ptr<WholeFile>, QString> openExport(const QString &path,
                                                              std::optional<QFileDevice::Permissions> permissions = {});

/// Writes a file whose place the merchant chooses, as writeWhole() writes, with permissions as those of openExport().
/// Error: why it could not be written, or that it would be where keepExportsOutOf() allows none; nothing has changed
/// then.
std::expected<void, QString> writeExport(const QString &path, const QByteArray &bytes,
                                         std::optional<QFileDevice::Permissions> permissions = {});

} // namespace tilldeck::files
