// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/private_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tilldeck::ledger {

namespace {

bool makePrivateDirectory(const QString &directory)
{
    const QFileInfo info(QDir::cleanPath(directory));
    if (info.isDir())
        return true;
    if (!QDir().mkpath(info.absolutePath()))
        return false;
    // Another program may be making it at the same time.
    return mkdir(QFile::encodeName(info.absoluteFilePath()).constData(), 0700) == 0 || info.isDir();
}

void syncDirectory(const QString &directory)
{
    const int handle = open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    fsync(handle);
    close(handle);
}

} // namespace

QString makePrivateFile(const QString &directory, const QString &name)
{
    if (directory.isEmpty() || !makePrivateDirectory(directory))
        return {};
    const QString path = QDir(directory).absoluteFilePath(name);
    const bool isNew = !QFileInfo::exists(path);
    const int handle = open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle < 0)
        return {};
    const bool isPrivate = fchmod(handle, 0600) == 0;
    close(handle);
    // The name of a new file must outlive a power cut as well as what is committed into it.
    if (isNew)
        syncDirectory(directory);
    return isPrivate ? path : QString();
}

} // namespace tilldeck::ledger
