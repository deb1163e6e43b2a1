// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QUrl>

#include <chrono>
#include <functional>

namespace tilldeck::http {

/// Keeps the time of each server, as the Date headers of its answers say it. Between two answers it goes on by a clock
/// that runs evenly, also while the computer sleeps: setting the clock of this computer changes nothing.
class ServerClock
{
public:
    /// Returns the time since some fixed moment; never goes back.
    using Steady = std::function<std::chrono::milliseconds()>;

    explicit ServerClock(Steady steady = sinceBoot);

    /// Takes the value of a Date header in an answer from @p url. One that cannot be read changes nothing.
    void set(const QUrl &url, const QByteArray &date);

    /// Returns the time now (UTC, to the second) by the clock of the server of @p url; invalid while none of its
    /// answers had a date.
    QDateTime now(const QUrl &url) const;

    /// Returns how many answers of that server had a date: one more after a call means that now() is not older than it.
    int readings(const QUrl &url) const;

private:
    static std::chrono::milliseconds sinceBoot();

    struct Reading
    {
        QDateTime date;
        std::chrono::milliseconds at{0};
        int number = 0;
    };

    Steady m_steady;
    QHash<QString, Reading> m_readings; ///< By scheme, host and port.
};

} // namespace tilldeck::http
