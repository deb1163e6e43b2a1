// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/kill_point.h"
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
    int kills = 0;            ///< of the command line by SIGKILL
    int windowKills = 0;      ///< of the window's program by SIGKILL
    int windowRecoveries = 0; ///< of those, in recovery
    int closed = 0;           ///< desks that were closed with a call under way
    int besides = 0;          ///< steps in which two programs wrote the same at once
    int actions = 0;
    int windows = 0;     ///< windows that ended by themselves
    int watched = 0;     ///< steps in which the event loop was watched
    int stall = 0;       ///< the longest in milliseconds, see StallWatch
    int wallStall = 0;   ///< the longest in milliseconds, see StallWatch
    int computed = 0;    ///< by all programs together, in milliseconds of a processor
    int syncs = 0;       ///< of files, while a window was watched
    int refundCalls = 0; ///< refunds that the sandbox made
    using Cells = QMap<QString, int>;
    QMap<QString, Cells>
        points; ///< where programs were when they were killed, by nameOf(KillPoint) and by what was done
    QMap<QString, Cells> windowPoints; ///< of those, where the window's program was
    Cells resolved;                    ///< outcomes that were unknown and became known, by what they were of
    Cells expiries;                    ///< what was told of an expiry, by nameOf(Told)
    Cells wholes;                      ///< what was told of a refund of all that is left, by nameOf(Told)
    Cells lookedUpAtOnce;              ///< how often two programs looked up the same outcome, by what was lost
    Cells sentAgain;                   ///< how often that was sent again, by what was lost
    Cells triedAgain;                  ///< how often a refund that failed was made once more, by provider
    QMap<QString, Cells> happened;     ///< how often a fault happened, by its name and by what was done

    /// Counts a fault that happened while a step of @p kind was played.
    void note(const sandbox::FaultStep &fault, Step::Kind kind);
    /// Counts a program that was killed at @p point of a step of @p kind.
    void note(KillPoint point, Step::Kind kind, Step::Actor actor);
    void add(const QJsonObject &other);
    QJsonObject json() const;
    /// Returns how often each fault happened in what, and how often a program was killed where, in Markdown.
    QString table() const;
    /// Returns what has to happen in a run with @p leastKills kills and did not, in sentences.
    QStringList missing(int leastKills) const;

private:
    QStringList missingPoints() const;
    QStringList missingOfWindow() const;
    QStringList missingCounted() const;
};

} // namespace tilldeck::faults
