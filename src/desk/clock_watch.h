// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace tilldeck::desk {

/// Watches the clock on the wall. Timers of the event loop stand still while the computer sleeps and do not follow a
/// clock that is set, so what is shown by the clock is looked at again when this says so. The system wakes it when the
/// clock is set or the computer wakes, and it wakes at midnight; else it looks only now and then, should the system not
/// have said something.
class ClockWatch : public QObject
{
    Q_OBJECT

public:
    using Wall = std::function<QDateTime()>;                      ///< UTC
    using Monotonic = std::function<std::chrono::milliseconds()>; ///< Stands still while the computer sleeps.

    static constexpr std::chrono::seconds rarely{30};

    explicit ClockWatch(Wall wall, Monotonic monotonic = {}, std::chrono::milliseconds pause = rarely,
                        QObject *parent = nullptr);
    ~ClockWatch() override;

    /// Looks now: when the program gets the focus again, for example.
    void look();

signals:
    /// Emitted when the clock went on by another time than passed here: the computer slept, or the clock was set.
    void jumped();
    /// Emitted when another day has begun in the zone of this computer.
    void dayChanged();

private:
    QDate today() const;
    std::chrono::milliseconds apart() const;
    void waitForSystem();
    void heardOfSystem();
    std::chrono::milliseconds untilMidnight() const;

    Wall m_wall;
    Monotonic m_monotonic;
    std::chrono::milliseconds m_apart;
    QDate m_day;
    std::chrono::milliseconds m_pause;
    QTimer m_next;
    int m_clockSet = -1; ///< A descriptor that is readable once the clock was set; -1 where the system has none.
};

} // namespace tilldeck::desk
