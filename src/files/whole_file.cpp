// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/whole_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace tilldeck::files {

namespace {

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

} // namespace

WholeFile::WholeFile(std::unique_ptr<QFileDevice> file)
    : m_file(std::move(file))
{
}

WholeFile::~WholeFile() = default;

std::expected<std::unique_ptr<WholeFile>, QString> WholeFile::open(const QString &path,
                                                                   std::optional<QFileDevice::Permissions> permissions)
{
    const QFileInfo there(path);
    const bool isInPlace = there.exists() && !there.isFile() && !there.isDir();
    std::unique_ptr<QFileDevice> file;
    if (isInPlace)
        file = std::make_unique<QFile>(path);
    else
        file = std::make_unique<QSaveFile>(path);
    const QIODevice::OpenMode mode = isInPlace ? QIODevice::Unbuffered : QIODevice::NotOpen;
    if (!file->open(QIODevice::WriteOnly | mode) || (permissions && !isInPlace && !file->setPermissions(*permissions)))
        return std::unexpected(file->errorString());
    return std::unique_ptr<WholeFile>(new WholeFile(std::move(file)));
}

std::expected<void, QString> WholeFile::write(const QByteArray &bytes)
{
    if (m_file->write(bytes) != bytes.size() || !m_file->flush())
        return std::unexpected(m_file->errorString());
    return {};
}

std::expected<void, QString> WholeFile::commit()
{
    auto *file = qobject_cast<QSaveFile *>(m_file.get());
    if (!file)
        return {};
    // Before commit(), which closes the file and puts it in the place of the old one even where that writes nothing.
    if (file->error() != QFileDevice::NoError)
        return std::unexpected(file->errorString());
    if (!sync(file->handle()))
        return std::unexpected(qt_error_string(errno));
    if (!file->commit())
        return std::unexpected(file->errorString());
    syncFolderOf(file->fileName());
    return {};
}

} // namespace tilldeck::files
