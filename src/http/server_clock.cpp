// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server_clock.h"

#include "http/http_date.h"

#include <cstdlib>
#include <ctime>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

QString originOf(const QUrl &url)
{
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(url.port(usual));
}

bool agree(const QDateTime &one, const QDateTime &other)
{
    constexpr qint64 slackSeconds = 300;
    return std::abs(one.secsTo(other)) <= slackSeconds;
}

} // namespace

ServerClock::ServerClock(Local local, Steady steady)
    : m_local(std::move(local))
    , m_steady(std::move(steady))
{
}

void ServerClock::set(const QUrl &url, const QByteArray &date)
{
    const QDateTime local = m_local();
    const Reading read{httpDate(date, local), m_steady(), local};
    if (!read.date.isValid())
        return;
    Server &server = m_servers[originOf(url)];
    const bool isExpected = server.known ? follows(read, server.known) : agree(read.date, local);
    if (!isExpected && !follows(read, server.odd)) {
        server.odd = read;
        return;
    }
    server.known = read;
    server.odd.reset();
    ++server.readings;
}

int ServerClock::readings(const QUrl &url) const
{
    return m_servers.value(originOf(url)).readings;
}

QDateTime ServerClock::now(const QUrl &url) const
{
    const Server server = m_servers.value(originOf(url));
    return server.known ? timeOf(*server.known) : QDateTime();
}

QDateTime ServerClock::timeOf(const Reading &reading) const
{
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(m_steady() - reading.at);
    return reading.date.addSecs(passed.count());
}

bool ServerClock::follows(const Reading &next, const std::optional<Reading> &earlier) const
{
    return earlier && (agree(next.date, timeOf(*earlier)) ||
                       agree(next.date, earlier->date.addMSecs(earlier->localAt.msecsTo(next.localAt))));
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
