// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/write_whole.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace tilldeck::files {

namespace {

/// Writes @p bytes to the last one into @p file, which is open.
bool writeAll(QFileDevice &file, const QByteArray &bytes)
{
    return file.write(bytes) == bytes.size() && file.flush();
}

/// Waits until what was written is on the disk. Not every file system can say so.
bool sync(int handle)
{
    return fdatasync(handle) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

/// Makes the name of a new file outlive a power cut.
void syncFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int handle = open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    fsync(handle);
    close(handle);
}

std::expected<void, QString> writeInPlace(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || !writeAll(file, bytes))
        return std::unexpected(file.errorString());
    return {};
}

} // namespace

std::expected<void, QString> writeWhole(const QString &path, const QByteArray &bytes,
                                        std::optional<QFileDevice::Permissions> permissions)
{
    const QFileInfo there(path);
    if (there.exists() && !there.isFile() && !there.isDir())
        return writeInPlace(path, bytes);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || (permissions && !file.setPermissions(*permissions)))
        return std::unexpected(file.errorString());
    // Before commit(), which closes the file and puts it in the place of the old one even where that writes nothing.
    if (!writeAll(file, bytes))
        return std::unexpected(file.errorString());
    if (!sync(file.handle()))
        return std::unexpected(qt_error_string(errno));
    if (!file.commit())
        return std::unexpected(file.errorString());
    syncFolderOf(path);
    return {};
}

} // namespace tilldeck::files
