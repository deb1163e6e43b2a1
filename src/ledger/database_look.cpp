// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a file is still the one that was opened.
#include "ledger/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;

namespace {

// Primary result codes: https://www.sqlite.org/rescode.html
constexpr int corrupt = 11;
constexpr int notADatabase = 26;

bool isThatFile(const FileStamp &one, const FileStamp &other)
{
    return one.device == other.device && one.number == other.number;
}

} // namespace

FileStamp stampOf(const QString &path)
{
    struct stat info = {};
    if (stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    constexpr qint64 nanoseconds = 1'000'000'000;
    return {info.st_dev, info.st_ino, info.st_size, info.st_mtim.tv_sec * nanoseconds + info.st_mtim.tv_nsec};
}

Error Database::replacedError(const QString &path)
{
    return {ErrorKind::Storage, QCoreApplication::translate(
                                    "Ledger", "%1 was moved, deleted or replaced while this program was running. Start "
                                              "the program again.")
                                    .arg(QDir::toNativeSeparators(path))};
}

void Database::mustBeInPlace() const
{
    // SQLite would go on with the file that it has open, and everything written would be gone with it.
    const FileStamp now = stampOf(m_connection.m_path);
    if (!isThatFile(now, m_seen))
        throw SqlFailure(replacedError(m_connection.m_path));
    m_isChangedByOthers = m_isChangedByOthers || now != m_seen;
    m_isCutOff = m_isCutOff || now.size < m_seen.size;
}

void Database::mustBeOfItsVersion() const
{
    if (m_version && version() != *m_version)
        throw SqlFailure(replacedError(m_connection.m_path));
}

checkout::Result<FileLook> Database::lookHere(const std::function<bool(const Connection &)> &isKnown) const
{
    const FileStamp now = stampOf(m_connection.m_path);
    // What SQLite has read of a file before, it may not read again: a file that was cut off is known by its size.
    if (!isThatFile(now, m_seen) || m_isCutOff || now.size < m_seen.size)
        return FileLook::Exchanged;
    try {
        if (version() != m_version || !isKnown(m_connection))
            return FileLook::Exchanged;
    } catch (const SqlFailure &failure) {
        if (failure.code == corrupt || failure.code == notADatabase)
            return FileLook::Exchanged;
        return std::unexpected(failure.error);
    }
    return m_isChangedByOthers || now != m_seen ? FileLook::Changed : FileLook::AsItWas;
}

void Database::noteWhole(const FileStamp &stamp)
{
    if (!isThatFile(stamp, m_seen))
        return;
    m_seen = stamp;
    m_isChangedByOthers = false;
}

void Database::noteWritten() const
{
    const FileStamp now = stampOf(m_connection.m_path);
    if (isThatFile(now, m_seen))
        m_seen = now;
}

} // namespace tilldeck::ledger
