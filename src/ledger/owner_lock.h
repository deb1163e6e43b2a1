// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace tilldeck::ledger {

/// Shows other programs on the same data that the owner of an intent still lives: an flock on a file of its own, which
/// the system releases however the process ends. All of it is done under the journal's write lock, so that nobody sees
/// a file that is made and not yet locked.
class OwnerLock
{
public:
    /// Returns nothing when the file cannot be made.
    static std::unique_ptr<OwnerLock> make(const QString &directory);
    ~OwnerLock(); ///< Releases the lock and removes the file.
    OwnerLock(const OwnerLock &) = delete;
    OwnerLock &operator=(const OwnerLock &) = delete;

    const QString &token() const { return m_token; }

    static bool isAlive(const QString &directory, const QString &token);
    /// Removes the files of owners that are gone.
    static void sweep(const QString &directory);

private:
    OwnerLock(QString path, QString token, int handle);

    QString m_path;
    QString m_token;
    int m_handle;
};

} // namespace tilldeck::ledger
