// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/disk_reserve.h"

#include "ledger/random_id.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct DiskReserveText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ledger::DiskReserve)
};

bool isFull(int code)
{
    return code == ENOSPC || code == EDQUOT || code == EFBIG;
}

} // namespace

DiskReserve::DiskReserve(int handle)
    : m_handle(handle)
{
}

DiskReserve::~DiskReserve()
{
    close(m_handle);
}

checkout::Result<std::unique_ptr<DiskReserve>> DiskReserve::take(const QString &directory, qint64 bytes)
{
    const QByteArray path = QFile::encodeName(QDir(directory).absoluteFilePath(u"reserve-%1"_s.arg(randomId())));
    const int handle = open(path.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const int notOpened = handle < 0 ? errno : 0;
    if (handle < 0 && !isFull(notOpened))
        return std::unexpected(
            Error(ErrorKind::Storage,
                  DiskReserveText::tr(
                      "The folder %1 cannot be written, so an answer could not be kept. Nothing was sent. Check who "
                      "owns it, or start Tilldeck with TILLDECK_DATA_DIR set to another folder.")
                      .arg(QDir::toNativeSeparators(directory))));
    if (handle >= 0)
        unlink(path.constData());
    // A file system that cannot set room aside (EINVAL, EOPNOTSUPP) does not stop a creation.
    const int taken = handle < 0 ? notOpened : posix_fallocate(handle, 0, bytes);
    std::unique_ptr<DiskReserve> reserve(handle < 0 ? nullptr : new DiskReserve(handle));
    if (isFull(taken))
        return std::unexpected(
            Error(ErrorKind::Storage,
                  DiskReserveText::tr("The disk is almost full, so an answer could not be kept. Nothing was sent. Make "
                                      "room, then try again.")));
    return reserve;
}

} // namespace tilldeck::ledger
