// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"

#include <memory>

namespace tilldeck::ledger {

/// Holds room on the disk for what has to be written after a request was sent, so that its answer can be kept even when
/// the disk fills up meanwhile. It is freed right before that is written. The room belongs to a file without a name,
/// which the system frees however the process ends.
class DiskReserve
{
public:
    /// Takes @p bytes on the disk of @p directory. Errors: Storage, in a sentence that says that nothing was sent, when
    /// the disk has less than that or the directory cannot be written.
    static checkout::Result<std::unique_ptr<DiskReserve>> take(const QString &directory, qint64 bytes);
    ~DiskReserve(); ///< Frees the room.
    DiskReserve(const DiskReserve &) = delete;
    DiskReserve &operator=(const DiskReserve &) = delete;

private:
    explicit DiskReserve(int handle);

    int m_handle;
};

} // namespace tilldeck::ledger
