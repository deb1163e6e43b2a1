// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace tilldeck::ledger {

/// Counts what became of what was asked for at once.
struct Batch
{
    QString id;
    QString accountId;
    QDateTime plannedAt; ///< UTC
    int all = 0;
    int made = 0;
    int refused = 0;
    int unknown = 0;
    int notSent = 0;
    bool isRunning = false; ///< A program makes it at this moment.

    /// Returns whether the end of each part is known.
    bool isFinished() const { return unknown == 0 && notSent == 0 && !isRunning; }

    friend bool operator==(const Batch &, const Batch &) = default;
};

} // namespace tilldeck::ledger
