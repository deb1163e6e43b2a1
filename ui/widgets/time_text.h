// SPDX-License-Identifier: GPL-3.0-or-later
// Times as the program shows them. Times are UTC and shown in the zone that is passed.
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace tilldeck::ui {

enum class TimeDetail { Minutes, Seconds };

/// Returns "9 h 41 min", "3 d 4 h", "38 min" or "less than 1 min"; with seconds "9 h 41 min 18 s". Empty if none is
/// left.
QString timeLeft(const QDateTime &now, const QDateTime &until, TimeDetail detail = TimeDetail::Minutes);

/// Returns how long timeLeft() says the same, and at most until @p until; nothing where it says nothing any more.
std::optional<std::chrono::milliseconds> timeLeftHolds(const QDateTime &now, const QDateTime &until,
                                                       TimeDetail detail = TimeDetail::Minutes);

/// Returns "Wed 15 Apr 2026, 00:13 WAT", in the order of @p locale.
QString absoluteTime(const QDateTime &time, const QTimeZone &zone, const QLocale &locale);

/// Returns the time for a list: "14:21" today, "13 Apr" this year, "13 Apr 2025" before.
QString listTime(const QDateTime &time, const QDateTime &now, const QTimeZone &zone, const QLocale &locale);

/// Returns the time of one of several steps: as @p clock says today ("HH:mm:ss"), on other days behind the day.
QString stepTime(const QDateTime &time, const QDateTime &now, const QTimeZone &zone, const QLocale &locale,
                 const QString &clock);

/// Returns "20:58 WAT", for a time that somebody in another zone may speak of, too; @p clock as "HH:mm".
QString clockTime(const QDateTime &time, const QTimeZone &zone, const QLocale &locale, const QString &clock);

/// Returns "Europe/Berlin": a name that holds for times in summer and in winter.
QString zoneName(const QTimeZone &zone);

/// Returns "12 s ago", "6 min ago" or "3 h ago".
QString ago(const QDateTime &now, const QDateTime &time);

/// Returns how long ago() says the same.
std::chrono::milliseconds agoHolds(const QDateTime &now, const QDateTime &time);

} // namespace tilldeck::ui
