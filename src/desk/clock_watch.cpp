// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/clock_watch.h"

#include <QDateTime>

#include <ctime>
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

ClockWatch::ClockWatch(Wall wall, Monotonic monotonic, QObject *parent)
    : QObject(parent)
    , m_wall(std::move(wall))
    , m_monotonic(monotonic ? std::move(monotonic) : Monotonic(awake))
    , m_apart(apart())
    , m_day(today())
{
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &ClockWatch::look);
    m_second.start();
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
    if (hasJumped)
        emit jumped();
    if (isAnotherDay)
        emit dayChanged();
}

} // namespace tilldeck::desk

#include "moc_clock_watch.cpp"
