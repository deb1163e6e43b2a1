// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Returns where a QTemporaryDir is to be made: in memory where this computer has a folder for that. The programs sync
/// every commit of the journal, and a disk needs longer for it than everything else in a test.
inline QString inMemory()
{
    const QFileInfo memory(u"/dev/shm"_s);
    const QString place = memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath();
    return place + u"/tilldeck-XXXXXX"_s;
}

} // namespace tilldeck::test
