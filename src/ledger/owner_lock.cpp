// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/owner_lock.h"

#include "ledger/random_id.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

QString fileName(const QString &token)
{
    return u"journal-%1.lock"_s.arg(token);
}

int openedAndLocked(const QString &path, int flags)
{
    const int handle = open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600);
    if (handle < 0 || flock(handle, LOCK_EX | LOCK_NB) == 0)
        return handle;
    close(handle);
    return -1;
}

} // namespace

OwnerLock::OwnerLock(QString path, QString token, int handle)
    : m_path(std::move(path))
    , m_token(std::move(token))
    , m_handle(handle)
{
}

std::unique_ptr<OwnerLock> OwnerLock::make(const QString &directory)
{
    const QString token = randomId();
    const QString path = QDir(directory).absoluteFilePath(fileName(token));
    const int handle = openedAndLocked(path, O_RDWR | O_CREAT | O_EXCL);
    return handle < 0 ? nullptr : std::unique_ptr<OwnerLock>(new OwnerLock(path, token, handle));
}

OwnerLock::~OwnerLock()
{
    QFile::remove(m_path);
    close(m_handle);
}

bool OwnerLock::isAlive(const QString &directory, const QString &token)
{
    const QString path = QDir(directory).absoluteFilePath(fileName(token));
    if (!QFile::exists(path))
        return false;
    // A file that may not be written can be locked all the same, where its disk is in this computer.
    const bool mayWrite = faccessat(AT_FDCWD, QFile::encodeName(path).constData(), W_OK, AT_EACCESS) == 0;
    const int handle = openedAndLocked(path, mayWrite ? O_RDWR : O_RDONLY);
    if (handle >= 0)
        close(handle);
    return handle < 0;
}

void OwnerLock::sweep(const QString &directory)
{
    const QDir dir(directory);
    for (const QString &name : dir.entryList({fileName(u"*"_s)}, QDir::Files)) {
        const QString path = dir.absoluteFilePath(name);
        const int handle = openedAndLocked(path, O_RDWR);
        if (handle < 0)
            continue;
        QFile::remove(path);
        close(handle);
    }
}

} // namespace tilldeck::ledger
