// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/clock_watch.h"

#include <QDateTime>
#include <QSocketNotifier>

#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <limits>
#include <utility>

using namespace std::chrono_literals;

namespace tilldeck::desk {

namespace {

constexpr auto leastJump = 5s; // clocks are corrected by less all the time

std::chrono::milliseconds awake()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time); // of Linux: without the time asleep
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(time.tv_sec) +
                                                                 std::chrono::nanoseconds(time.tv_nsec));
}

} // namespace

ClockWatch::ClockWatch(Wall wall, Monotonic monotonic, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_wall(std::move(wall))
    , m_monotonic(monotonic ? std::move(monotonic) : Monotonic(awake))
    , m_apart(apart())
    , m_day(today())
    , m_pause(pause)
    , m_clockSet(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ClockWatch::look);
    if (m_clockSet >= 0) {
        auto *notifier = new QSocketNotifier(m_clockSet, QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, this, &ClockWatch::heardOfSystem);
        waitForSystem();
    }
    look();
}

ClockWatch::~ClockWatch()
{
    if (m_clockSet >= 0)
        close(m_clockSet);
}

/// Has the system tell when the clock is set, which is so after a sleep, too.
void ClockWatch::waitForSystem()
{
    itimerspec never{};
    never.it_value.tv_sec = std::numeric_limits<qint32>::max();
    timerfd_settime(m_clockSet, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr);
}

void ClockWatch::heardOfSystem()
{
    quint64 times = 0;
    if (read(m_clockSet, &times, sizeof times) < 0 && errno == EAGAIN)
        return;
    waitForSystem();
    look();
}

std::chrono::milliseconds ClockWatch::untilMidnight() const
{
    const QDateTime now = m_wall().toLocalTime();
    return std::chrono::milliseconds(now.msecsTo(now.date().addDays(1).startOfDay()) + 1);
}

QDate ClockWatch::today() const
{
    return m_wall().toLocalTime().date();
}

std::chrono::milliseconds ClockWatch::apart() const
{
    return std::chrono::milliseconds(m_wall().toMSecsSinceEpoch()) - m_monotonic();
}

void ClockWatch::look()
{
    const auto now = apart();
    const bool hasJumped = std::chrono::abs(now - m_apart) >= leastJump;
    m_apart = now; // a drift adds up to nothing
    const bool isAnotherDay = std::exchange(m_day, today()) != m_day;
    m_next.start(std::clamp(untilMidnight(), 1ms, m_pause));
    if (hasJumped)
        emit jumped();
    if (isAnotherDay)
        emit dayChanged();
}

} // namespace tilldeck::desk

#include "moc_clock_watch.cpp"
