// SPDX-License-Identifier: GPL-3.0-or-later
// A disk whose reads, writes or syncs fail from a chosen moment on.
#pragma once

#include <QString>

namespace tilldeck::test {

/// Has calls on some files of this process fail with an input and output error while it lives, also those of SQLite.
/// Needs no rights: the calls of the C library are replaced (failing_disk.cpp), in a program that exports its
/// functions.
class FailingDisk
{
public:
    enum class Call { Read, Write, Sync };

    /// Fails for files whose path begins with @p path, after the first @p leftAlone calls. There may be one at a time.
    FailingDisk(Call call, const QString &path, int leftAlone);
    ~FailingDisk();
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

    /// Returns how many calls have failed.
    static int failures();
};

} // namespace tilldeck::test
