// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server_clock.h"

#include "http/http_date.h"

#include <ctime>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

QString originOf(const QUrl &url)
{
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(url.port(usual));
}

} // namespace

ServerClock::ServerClock(Steady steady)
    : m_steady(std::move(steady))
{
}

void ServerClock::set(const QUrl &url, const QByteArray &date)
{
    const QDateTime read = httpDate(date, QDateTime::currentDateTimeUtc());
    if (!read.isValid())
        return;
    Reading &reading = m_readings[originOf(url)];
    reading = {read, m_steady(), reading.number + 1};
}

int ServerClock::readings(const QUrl &url) const
{
    return m_readings.value(originOf(url)).number;
}

QDateTime ServerClock::now(const QUrl &url) const
{
    const auto reading = m_readings.constFind(originOf(url));
    if (reading == m_readings.constEnd())
        return {};
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(m_steady() - reading->at);
    return reading->date.addSecs(passed.count());
}

std::chrono::milliseconds ServerClock::sinceBoot()
{
    timespec time{};
#ifdef CLOCK_BOOTTIME
    clock_gettime(CLOCK_BOOTTIME, &time);
#else
    clock_gettime(CLOCK_MONOTONIC, &time);
#endif
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(time.tv_sec) +
                                                                 std::chrono::nanoseconds(time.tv_nsec));
}

} // namespace tilldeck::http
