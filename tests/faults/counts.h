// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/schedule.h"
#include "sandbox/fault.h"

#include <QJsonObject>
#include <QMap>

namespace tilldeck::faults {

/// What was counted over all runs.
struct Counts
{
    int schedules = 0;
    int violations = 0;
    int faults = 0;
    int kills = 0;       ///< of the command line by SIGKILL
    int windowKills = 0; ///< of the window's program by SIGKILL
    int closed = 0;      ///< desks that were closed with a call under way
    int actions = 0;
    int resolved = 0;                           ///< outcomes that were unknown and became known
    int windows = 0;                            ///< windows that ended by themselves
    int watched = 0;                            ///< steps in which the event loop was watched
    int stall = 0;                              ///< the longest in milliseconds, see StallWatch
    int wallStall = 0;                          ///< the longest in milliseconds, see StallWatch
    int syncs = 0;                              ///< of files, while a window was watched
    QMap<QString, QMap<QString, int>> happened; ///< how often a fault happened, by its name and by what was done

    /// Counts a fault that happened while a step of @p kind was played.
    void note(const sandbox::FaultStep &fault, Step::Kind kind);
    void add(const QJsonObject &other);
    QJsonObject json() const;
    /// Returns how often each fault happened in what, in Markdown.
    QString table() const;
};

} // namespace tilldeck::faults
