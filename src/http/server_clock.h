// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace tilldeck::http {

/// Keeps the time of each server, as the Date headers of its answers say it. Between two answers it goes on by a clock
/// that runs evenly, also while the computer sleeps: setting the clock of this computer changes nothing.
/// One date alone may be wrong, as that of an answer which something on the way had kept. It counts when it agrees, to
/// five minutes, with the last one that counted and the time that has passed since by either clock, or while there is
/// none, with the clock of this computer; else when it agrees with the date before it.
class ServerClock
{
public:
    /// Returns the time (UTC) by the clock of this computer.
    using Local = std::function<QDateTime()>;
    /// Returns the time since some fixed moment; never goes back.
    using Steady = std::function<std::chrono::milliseconds()>;

    explicit ServerClock(Local local = QDateTime::currentDateTimeUtc, Steady steady = sinceBoot);

    /// Takes the value of a Date header in an answer from @p url. One that cannot be read changes nothing.
    void set(const QUrl &url, const QByteArray &date);

    /// Returns the time now (UTC, to the second) by the clock of the server of @p url; invalid while no date of its
    /// answers counts.
    QDateTime now(const QUrl &url) const;

    /// Returns how many dates of that server count: one more after a call means that now() is not older than it.
    int readings(const QUrl &url) const;

private:
    static std::chrono::milliseconds sinceBoot();

    struct Reading
    {
        QDateTime date;
        std::chrono::milliseconds at{0};
        QDateTime localAt;
    };
    struct Server
    {
        std::optional<Reading> known;
        std::optional<Reading> odd; ///< The last date, while it does not count.
        int readings = 0;
    };

    QDateTime timeOf(const Reading &reading) const;
    bool follows(const Reading &next, const std::optional<Reading> &earlier) const;

    Local m_local;
    Steady m_steady;
    QHash<QString, Server> m_servers; ///< By scheme, host and port.
};

} // namespace tilldeck::http
