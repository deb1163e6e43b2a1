// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/beside_file.h"

#include "ledger/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;

QString besideName(const QString &path, const QString &what)
{
    return u"%1-%2.sqlite"_s.arg(QFileInfo(path).completeBaseName(), what);
}

QString beside(const QString &path, const QString &what)
{
    return QFileInfo(path).dir().absoluteFilePath(besideName(path, what));
}

QStringList logParts()
{
    return {u"-wal"_s, u"-shm"_s, u"-journal"_s};
}

void removeWithLogs(const QString &path)
{
    QFile::remove(path);
    for (const QString &part : logParts())
        QFile::remove(path + part);
}

std::unique_ptr<FileLock> lockReplacing(const QString &path, std::chrono::milliseconds wait, FileLock::Failure *failure)
{
    return FileLock::take(QFileInfo(path).dir().absoluteFilePath(u"replace.lock"_s), wait, failure);
}

Error notReplaced(const QString &path)
{
    const QFileInfo file(path);
    return {ErrorKind::Storage, whyNoPrivateFile(file.path(), file.fileName())};
}

Error usedByAnother(const QString &path)
{
    return {ErrorKind::Storage,
            QCoreApplication::translate("Ledger", "Another program is using %1. Close it, then try again.")
                .arg(QDir::toNativeSeparators(path))};
}

bool renameOver(const QString &from, const QString &to)
{
    return rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

bool syncFile(const QString &path)
{
    const int handle = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool isSynced = handle >= 0 && fsync(handle) == 0;
    if (handle >= 0)
        close(handle);
    return isSynced;
}

} // namespace tilldeck::ledger
