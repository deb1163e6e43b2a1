// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/file_lock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace tilldeck::ledger {

std::unique_ptr<FileLock> FileLock::take(const QString &path, std::chrono::milliseconds wait, Failure *failure)
{
    constexpr unsigned long pauseMicroseconds = 500;
    const auto fail = [failure](Failure why) {
        if (failure)
            *failure = why;
    };
    const int handle = open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle < 0) {
        fail(Failure::CannotBeMade);
        return nullptr;
    }
    QElapsedTimer waited;
    waited.start();
    // Not the call that waits: a program that was stopped while it held the lock would stop this one too.
    while (flock(handle, LOCK_EX | LOCK_NB) != 0) {
        if (waited.elapsed() >= wait.count()) {
            close(handle);
            fail(Failure::HeldElsewhere);
            return nullptr;
        }
        QThread::usleep(pauseMicroseconds);
    }
    return std::unique_ptr<FileLock>(new FileLock(handle));
}

FileLock::~FileLock()
{
    close(m_handle);
}

} // namespace tilldeck::ledger
