// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <chrono>
#include <functional>

namespace tilldeck::desk {

/// Is called with the number of rows that are written, now and then.
using ExportProgress = std::function<void(qint64)>;

/// What whoever waits for an export says to it.
struct ExportRun
{
    std::atomic_bool isCancelled = false; ///< Once it is set the export ends, and leaves no file.
    ExportProgress onProgress;            ///< On the thread on which the export was begun.
};

/// Returns how far an export is, as a sentence: "12,000 of 500,000 written, 45,000 a second, 11 s left". @p total is 0
/// where it is not known.
QString exportProgress(qint64 done, qint64 total, std::chrono::milliseconds passed);

} // namespace tilldeck::desk
