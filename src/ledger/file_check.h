// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ledger {

/// Tells one state of a file from another one.
struct FileStamp
{
    quint64 device = 0;
    quint64 number = 0; ///< Of the file, whatever its name is.
    qint64 size = 0;
    qint64 changedAt = 0; ///< Nanoseconds.

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// Returns the stamp of the file @p path; a default one when there is none. It is that
/// of the file that a link leads to.
FileStamp stampOf(const QString &path);

/// Says what has the path of an open file, without the file being read through.
enum class FileLook {
    AsItWas,
    Changed,   ///< It is that file, and another program has written to it.
    Exchanged, ///< None, another one, or one with another content: empty, cut off, of a newer program, of an earlier
               ///< time.
};

/// Says what looking a whole file over has found.
struct FileCheck
{
    explicit FileCheck(QString damage = {})
        : damage(std::move(damage))
    {
    }

    QString damage;  ///< A sentence; empty for a file that is whole.
    FileStamp stamp; ///< Of the file right before it was looked over.
};

} // namespace tilldeck::ledger
