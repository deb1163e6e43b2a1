// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
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

QString anotherFolderSentence()
{
    return QCoreApplication::translate(
        "Ledger", "Tilldeck can be started with TILLDECK_DATA_DIR set to another folder, but sessions and refunds "
                  "without an answer are not known there, and what was sent from here could be made a second time.");
}

} // namespace

void syncDirectory(const QString &directory)
{
    const int handle = open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    fsync(handle);
    close(handle);
}

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

QString whyNoPrivateFile(const QString &directory, const QString &name)
{
    const QFileInfo file(QDir(directory).absoluteFilePath(name));
    const QString path = QDir::toNativeSeparators(file.filePath());
    const QFileInfo folder(directory);
    if (file.isDir())
        return QCoreApplication::translate("Ledger",
                                           "%1 is a folder, and a file is needed there. Give it another name.")
            .arg(path);
    if (file.isSymLink() && !file.exists())
        return QCoreApplication::translate("Ledger", "%1 is a link to %2, which is not there. Bring that file back, or "
                                                     "put a backup in the place of the link.")
            .arg(path, QDir::toNativeSeparators(file.symLinkTarget()));
    if (folder.isDir() && isDiskFull(directory))
        return diskFullSentence(file.filePath());
    // By what the process may do now, which QFileInfo does not ask.
    if (folder.isDir() && faccessat(AT_FDCWD, QFile::encodeName(directory).constData(), W_OK, AT_EACCESS) == 0)
        return QCoreApplication::translate("Ledger",
                                           "%1 cannot be opened for writing. Check who owns it and its folder. %2",
                                           "path, what another folder would mean")
            .arg(path, anotherFolderSentence());
    return QCoreApplication::translate("Ledger", "The folder %1 cannot be written. Check who owns it. %2",
                                       "path, what another folder would mean")
        .arg(QDir::toNativeSeparators(directory), anotherFolderSentence());
}

bool isDiskFull(const QString &directory)
{
    // The shared memory beside a write-ahead log has 32 KiB, and a commit needs some pages.
    constexpr unsigned long long needed = 64ULL * 1024;
    struct statvfs disk = {};
    if (statvfs(QFile::encodeName(directory).constData(), &disk) != 0)
        return false;
    return static_cast<unsigned long long>(disk.f_bavail) * disk.f_frsize < needed;
}

QString diskFullSentence(const QString &path)
{
    return QCoreApplication::translate("Ledger",
                                       "The disk is full, so %1 could not be written. Make room, then try again.")
        .arg(QDir::toNativeSeparators(path));
}

} // namespace tilldeck::ledger
