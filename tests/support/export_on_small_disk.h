// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is exported over an earlier one, on a disk with little room.
#pragma once

#include "support/small_disk.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Calls @p saves with a path on disks with 0 to 64 KiB of room, where an earlier file stands: it exports to the path
/// and returns whether the program says that the file is written. It has to say the truth each time, and to leave the
/// earlier file where there is no room.
inline void exportOnSmallDisks(const std::function<bool(const QString &path)> &saves)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"export"_s);
    const QByteArray earlier = "an earlier export";
    const auto bytes = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(earlier) == earlier.size());
    file.close();
    int written = 0;
    int refused = 0;
    for (int freeKiB = 0; freeKiB <= 64; freeKiB += 4) {
        const SmallDisk disk(folder.path(), freeKiB * 1024);
        const bool isSaved = saves(path);
        (isSaved ? written : refused) += 1;
        const QByteArray now = bytes();
        if (isSaved ? now == earlier || now.isEmpty() : now != earlier)
            QFAIL(qPrintable(u"%1 KiB free, said %2, holds %3 bytes"_s.arg(freeKiB).arg(isSaved).arg(now.size())));
    }
    QVERIFY(refused > 0 && written > 0);
}

} // namespace tilldeck::test
