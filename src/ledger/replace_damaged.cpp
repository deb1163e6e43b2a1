// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/replace_damaged.h"

#include "ledger/beside_file.h"
#include "ledger/pair.h"
#include "ledger/private_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <chrono>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

// Beside journal.sqlite: journal-reading.sqlite while a copy is read, journal-filling.sqlite while it is filled,
// journal-new.sqlite once it is whole and on the disk, journal-damaged-… for what it replaces.

/// Returns what a replacement that was cut off may have left.
QStringList besides()
{
    return {u"reading"_s, u"filling"_s, u"new"_s};
}

/// Returns whether any file, also a link that leads nowhere, has the name.
bool isThere(const QString &path)
{
    return QFileInfo(path).isSymLink() || QFileInfo::exists(path);
}

/// Returns whether both names are of one file, or of one link.
bool isSameFile(const QString &path, const QString &other)
{
    struct stat one = {};
    struct stat two = {};
    return lstat(QFile::encodeName(path).constData(), &one) == 0 &&
           lstat(QFile::encodeName(other).constData(), &two) == 0 && one.st_dev == two.st_dev &&
           one.st_ino == two.st_ino;
}

QString freeDamagedName(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString kept;
    for (int number = 1; kept.isEmpty() || isThere(kept); ++number)
        kept = beside(path, u"damaged-%1-%2"_s.arg(stamp).arg(number));
    return kept;
}

/// Gives the damaged file a second name, and its logs another one, so that they are never read with the new file.
/// Returns the name, or an empty text.
QString keepDamaged(const QString &path)
{
    QString kept = freeDamagedName(path);
    const auto name = [](const QString &text) { return QFile::encodeName(text); };
    // With both names, the path is never without a file. Where a file can have one name only, the start finds it.
    if (link(name(path).constData(), name(kept).constData()) != 0 && !QFile::rename(path, kept))
        return {};
    syncDirectory(QFileInfo(path).path());
    for (const QString &part : logParts())
        renameOver(path + part, kept + part);
    return kept;
}

/// Gives the new file, which is whole, the place of the damaged one.
Result<QString> putInPlace(const QString &path)
{
    const QString directory = QFileInfo(path).path();
    const QString whole = beside(path, u"new"_s);
    if (!syncFile(beside(path, u"filling"_s)) || !renameOver(beside(path, u"filling"_s), whole))
        return std::unexpected(notReplaced(path));
    syncDirectory(directory);
    QString kept = isThere(path) ? keepDamaged(path) : QString();
    if ((isThere(path) && kept.isEmpty()) || !renameOver(whole, path))
        return std::unexpected(notReplaced(path));
    syncDirectory(directory);
    return kept;
}

/// Opens the damaged file so that no other program writes to it before it is replaced. Returns false where it is too
/// damaged for that.
Result<bool> openDamaged(Database &source, const Replacement &replacement)
{
    const bool mayRollBack = replacement.turnPath.isEmpty();
    if (mayRollBack) {
        const auto opened = source.open({replacement.path, Database::Access::ReadWrite, {}, {}, {}});
        const auto held = opened ? source
                                       .read<void>([](const Connection &connection) {
                                           connection.exec(u"PRAGMA query_only=OFF"_s);
                                           connection.exec(u"BEGIN IMMEDIATE"_s);
                                       })
                                       .result()
                                 : opened;
        if (held)
            return true;
        if (isAroundFile(held.error(), replacement.path))
            return std::unexpected(held.error());
        return false;
    }
    const auto opened = source.open({replacement.path, Database::Access::ReadOnly, {}, {}, {}});
    if (!opened && isAroundFile(opened.error(), replacement.path))
        return std::unexpected(opened.error());
    return opened.has_value();
}

/// What a database of this program has in its head. https://www.sqlite.org/fileformat.html#the_database_header
struct HeadPart
{
    qsizetype at;
    QByteArray bytes;
};

constexpr qsizetype headSize = 100;

/// Returns the parts of the head by which SQLite decides whether and how it reads a file of @p size.
std::vector<HeadPart> headParts(qint64 size)
{
    constexpr qint64 pageSize = 4096; // which no program has chosen otherwise
    QByteArray pages(4, '\0');
    qToBigEndian(static_cast<qint32>(size / pageSize), pages.data());
    return {
        {0, QByteArray("SQLite format 3", 16)}, // with its zero
        {16, QByteArray("\x10\x00", 2)},
        {20, QByteArray("\x00\x40\x20\x20", 4)},
        {28, pages},
        {44, QByteArray("\x00\x00\x00\x04", 4)}, // the format of the schema
        {52, QByteArray(4, '\0')},               // no vacuum
        {56, QByteArray("\x00\x00\x00\x01", 4)}, // UTF-8
        {64, QByteArray(4, '\0')},               // no vacuum
    };
}

/// Returns the head of a database of this program that has @p head in the file @p path.
QByteArray mendedHead(QByteArray head, const QString &path)
{
    for (const HeadPart &part : headParts(QFileInfo(path).size()))
        head.replace(part.at, part.bytes.size(), part.bytes);
    // Whether changes stand in a log beside it until they are written into it.
    constexpr qsizetype logAt = 18;
    const QByteArray log = head.sliced(logAt, 2);
    if (log != "\1\1" && log != "\2\2")
        head.replace(logAt, 2, QFile::exists(path + u"-wal"_s) ? "\2\2" : "\1\1");
    return head;
}

/// Returns whether SQLite reads the file as it was written, as far as its head says.
bool hasSoundHead(const QString &path)
{
    QFile file(path);
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(headSize) : QByteArray();
    return head.size() == headSize && head == mendedHead(head, path);
}

/// Writes into the copy of a database what every database of this program has in its head. Returns false where that was
/// there already, and where nothing stands behind the head.
Result<bool> mendHead(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return std::unexpected(notReplaced(path));
    const QByteArray head = file.read(headSize);
    if (head.size() < headSize || hasSoundHead(path))
        return false;
    const QByteArray mended = mendedHead(head, path);
    if (!file.seek(0) || file.write(mended) != mended.size() || !file.flush())
        return std::unexpected(notReplaced(path));
    return true;
}

/// Opens a copy of a file that is no database to SQLite because its head is overwritten. Returns false where the damage
/// is another one.
Result<bool> openBehindHead(Database &copy, const QString &path)
{
    const QString reading = beside(path, u"reading"_s);
    for (const QString &part : QStringList{QString()} + logParts()) {
        const bool isCopied =
            part == "-shm"_L1 || !QFile::exists(path + part) || QFile::copy(path + part, reading + part);
        if (!isCopied)
            return std::unexpected(notReplaced(reading));
    }
    const auto isMended = mendHead(reading);
    if (!isMended || !*isMended)
        return isMended;
    return copy.open({reading, Database::Access::ReadWrite, {}, {}, {}}).has_value();
}

/// Fills the new file beside the damaged one.
Result<Salvage> fill(Database &source, bool isReadable, const Replacement &replacement)
{
    const QFileInfo file(replacement.path);
    const QString name = besideName(replacement.path, u"filling"_s);
    if (makePrivateFile(file.path(), name).isEmpty())
        return std::unexpected(Error(ErrorKind::Storage, whyNoPrivateFile(file.path(), name)));
    Database target;
    // It counts only once it is whole, and is synced then.
    const auto opened = target.open({beside(replacement.path, u"filling"_s),
                                     Database::Access::ReadWrite,
                                     {u"journal_mode=DELETE"_s, u"synchronous=OFF"_s},
                                     replacement.schema,
                                     {}});
    if (!opened)
        return std::unexpected(opened.error());
    if (!replacement.mark.isEmpty()) {
        const auto marked =
            target
                .write<QString>([mark = replacement.mark](
                                    const Connection &connection) { return putPairId(connection, mark, true, u"0"_s); },
                                [](const QString &) {})
                .result();
        if (!marked)
            return std::unexpected(marked.error());
    }
    if (!isReadable) {
        Salvage nothing;
        nothing.complete = false;
        nothing.isLateTableWhole = replacement.lateTable.isEmpty();
        return nothing;
    }
    auto salvage = takeOver(source, target, replacement.tables, replacement.details, replacement.afterwards);
    if (!salvage || replacement.lateTable.isEmpty())
        return salvage;
    const auto late = takeOverLate(source, target, replacement.lateTable, replacement.lateSchema);
    if (!late)
        return late;
    salvage->complete = salvage->complete && late->complete;
    salvage->isLateTableWhole = late->complete;
    return salvage;
}

/// Fills the new file from a copy of a damaged one that cannot be opened, as far as that can be.
Result<Salvage> fillFromCopy(const Replacement &replacement)
{
    const QString reading = beside(replacement.path, u"reading"_s);
    Result<Salvage> salvage;
    {
        Database copy;
        const auto isReadable = openBehindHead(copy, replacement.path);
        salvage =
            isReadable ? fill(copy, *isReadable, replacement) : Result<Salvage>(std::unexpected(isReadable.error()));
    }
    removeWithLogs(reading);
    return salvage;
}

} // namespace

Result<Salvage> replaceDamaged(const Replacement &replacement)
{
    constexpr std::chrono::seconds longest{10};
    const QString &path = replacement.path;
    auto failure = FileLock::Failure::CannotBeMade;
    const auto replacing = lockReplacing(path, longest, &failure);
    const auto turn = replacing && !replacement.turnPath.isEmpty()
                          ? FileLock::take(replacement.turnPath, longest, &failure)
                          : nullptr;
    const bool isLocked = replacing && (turn || replacement.turnPath.isEmpty());
    if (!isLocked && failure == FileLock::Failure::CannotBeMade)
        return std::unexpected(notReplaced(path));
    if (!isLocked)
        return std::unexpected(usedByAnother(path));
    for (const QString &what : besides())
        removeWithLogs(beside(path, what));
    Database source;
    // Before it is opened and locked: closing a file ends every lock that this program has on it.
    const bool isSound = hasSoundHead(path);
    const auto isReadable = openDamaged(source, replacement);
    if (!isReadable)
        return std::unexpected(isReadable.error());
    auto salvage = isSound && *isReadable ? fill(source, true, replacement) : fillFromCopy(replacement);
    const auto kept = salvage ? putInPlace(path) : Result<QString>(std::unexpected(salvage.error()));
    if (!kept) {
        for (const QString &what : besides())
            removeWithLogs(beside(path, what));
        return std::unexpected(kept.error());
    }
    salvage->keptAs = *kept;
    return salvage;
}

void finishReplacement(const QString &path)
{
    const QString filling = beside(path, u"filling"_s);
    const QString whole = beside(path, u"new"_s);
    const QString reading = beside(path, u"reading"_s);
    if (!isThere(reading) && !isThere(filling) && !isThere(whole))
        return;
    // Whoever is replacing the file goes on with it.
    const auto replacing = lockReplacing(path, {});
    if (!replacing)
        return;
    removeWithLogs(reading);
    removeWithLogs(filling);
    const QDir directory = QFileInfo(path).dir();
    const QStringList damaged =
        directory.entryList({besideName(path, u"damaged-*"_s)}, QDir::Files | QDir::System | QDir::Hidden);
    // The damaged file has its second name before the new one takes the first.
    const auto kept = std::ranges::find_if(
        damaged, [&](const QString &name) { return isSameFile(directory.absoluteFilePath(name), path); });
    const bool isKept = kept != damaged.end();
    if (!isThere(whole))
        return;
    if (!isKept && isThere(path))
        return removeWithLogs(whole);
    for (const QString &part : logParts()) {
        if (!isKept || !renameOver(path + part, directory.absoluteFilePath(*kept) + part))
            QFile::remove(path + part);
    }
    renameOver(whole, path);
    syncDirectory(directory.path());
}

bool isOfNewerProgram(const QString &path, const std::vector<QStringList> &schema)
{
    constexpr qsizetype headSize = 100;
    constexpr qsizetype versionAt = 60; // https://www.sqlite.org/fileformat.html#the_database_header
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(headSize);
    // Also where the first bytes, by which SQLite knows its files, are overwritten.
    if (head.size() < headSize)
        return false;
    const auto version = qFromBigEndian<qint32>(head.constData() + versionAt);
    return version > static_cast<qint32>(schema.size()) && isPlausibleVersion(version);
}

} // namespace tilldeck::ledger
