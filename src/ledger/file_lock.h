// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <memory>

namespace tilldeck::ledger {

/// An flock on a file, which the system releases however the process ends.
class FileLock
{
public:
    enum class Failure { HeldElsewhere, CannotBeMade };

    /// Makes the file @p path (0600) and locks it; waits for as long as @p wait while it is held elsewhere. Returns
    /// nothing, and why in @p failure, when that does not work.
    static std::unique_ptr<FileLock> take(const QString &path, std::chrono::milliseconds wait = {},
                                          Failure *failure = nullptr);
    ~FileLock(); ///< The file stays: others may be waiting for its lock.
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

private:
    explicit FileLock(int handle)
        : m_handle(handle)
    {
    }

    int m_handle;
};

} // namespace tilldeck::ledger
