// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <expected>
#include <optional>

namespace tilldeck::files {

/// Puts @p bytes in the place of the file at @p path, whole or not at all: where they cannot be written to the last
/// one, as on a disk that is full, the file stays as it was. They are on the disk when this returns. A new file gets
/// @p permissions before its contents. What is no file, like a pipe or a device, is written to in place. Error: why it
/// could not be written, in the system's words.
std::expected<void, QString> writeWhole(const QString &path, const QByteArray &bytes,
                                        std::optional<QFileDevice::Permissions> permissions = {});

} // namespace tilldeck::files
