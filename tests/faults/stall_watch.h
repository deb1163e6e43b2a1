// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

namespace tilldeck::faults {

/// Measures how long the thread of the window works between two turns of its event loop. What the thread computes is
/// the program's own doing; what passes meanwhile by the clock on the wall is also that of others on this computer. A
/// thread that waits for a disk computes nothing, so the calls that wait for it are counted.
class StallWatch
{
public:
    StallWatch();

    int longest() const { return m_longest; } ///< Milliseconds of computing.
    /// Returns the longest that it computed or waited, for another thread or a disk but not for a processor that others
    /// use, in milliseconds.
    int longestHeld() const { return m_longestHeld; }
    int longestByWall() const { return m_longestByWall; } ///< Milliseconds.
    /// Returns how often a file was synced since then, and by this thread alone.
    int syncs() const;
    int syncsOfThisThread() const;

private:
    void turn();

    QTimer m_timer;
    QElapsedTimer m_wall;
    qint64 m_computed;
    qint64 m_queued;
    int m_longest = 0, m_longestHeld = 0, m_longestByWall = 0;
    int m_syncs, m_syncsOfThisThread;
};

} // namespace tilldeck::faults
