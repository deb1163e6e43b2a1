// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace tilldeck::desk {

/// Watches the clock on the wall. Timers of the event loop stand still while the computer sleeps and do not follow a
/// clock that is set, so what is shown by the clock is looked at again when this says so.
class ClockWatch : public QObject
{
    Q_OBJECT

public:
    using Wall = std::function<QDateTime()>;                      ///< UTC
    using Monotonic = std::function<std::chrono::milliseconds()>; ///< Stands still while the computer sleeps.

    explicit ClockWatch(Wall wall, Monotonic monotonic = {}, QObject *parent = nullptr);

    /// Looks now, as it does every second: when the program gets the focus again, for example.
    void look();

signals:
    /// Emitted when the clock went on by another time than passed here: the computer slept, or the clock was set.
    void jumped();
    /// Emitted when another day has begun in the zone of this computer.
    void dayChanged();

private:
    QDate today() const;
    std::chrono::milliseconds apart() const;

    Wall m_wall;
    Monotonic m_monotonic;
    std::chrono::milliseconds m_apart;
    QDate m_day;
    QTimer m_second;
};

} // namespace tilldeck::desk
