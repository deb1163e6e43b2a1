// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <expected>
#include <memory>
#include <optional>

namespace tilldeck::files {

/// Writes a file piece by piece that takes the place of another one whole or not at all: until commit() it stands
/// beside it under another name, and one that is not committed leaves nothing. A new file gets its permissions before
/// its contents. What is no file, like a pipe or a device, is written to in place. Used on any one thread at a time;
/// errors are in the system's words.
class WholeFile
{
public:
    /// Error: why no file can be made there.
    static std::expected<std::unique_ptr<WholeFile>, QString>
    open(const QString &path, std::optional<QFileDevice::Permissions> permissions = {});
    ~WholeFile();

    /// Error: why @p bytes could not be written to the last one, as on a disk that is full.
    std::expected<void, QString> write(const QByteArray &bytes);
    /// Puts the file in its place once it is on the disk. Error: why not; nothing has changed then.
    std::expected<void, QString> commit();

private:
    explicit WholeFile(std::unique_ptr<QFileDevice> file);

    std::unique_ptr<QFileDevice> m_file;
};

} // namespace tilldeck::files
