// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace tilldeck::ui {

namespace {

/// Not "tr": lupdate would look into its argument for a plain string and miss the context.
QString say(const char *text)
{
    return QCoreApplication::translate("Time", text);
}

/// Qt's names of zones off its own list are offsets ("UTC+01:00"): those are kept, "WAT" is better.
QString abbreviation(const QDateTime &local)
{
    return local.timeZoneAbbreviation();
}

} // namespace

QString timeLeft(const QDateTime &now, const QDateTime &until, TimeDetail detail)
{
    const qint64 seconds = now.secsTo(until);
    if (seconds <= 0)
        return {};
    const qint64 days = seconds / 86400, hours = seconds / 3600 % 24, minutes = seconds / 60 % 60;
    if (days > 0)
        return say(QT_TRANSLATE_NOOP("Time", "%1 d %2 h")).arg(days).arg(hours);
    if (detail == TimeDetail::Seconds) {
        if (hours > 0)
            return say(QT_TRANSLATE_NOOP("Time", "%1 h %2 min %3 s")).arg(hours).arg(minutes).arg(seconds % 60);
        if (minutes > 0)
            return say(QT_TRANSLATE_NOOP("Time", "%1 min %2 s")).arg(minutes).arg(seconds % 60);
        return say(QT_TRANSLATE_NOOP("Time", "%1 s")).arg(seconds);
    }
    if (hours > 0)
        return say(QT_TRANSLATE_NOOP("Time", "%1 h %2 min")).arg(hours).arg(minutes);
    if (minutes > 0)
        return say(QT_TRANSLATE_NOOP("Time", "%1 min")).arg(minutes);
    return say(QT_TRANSLATE_NOOP("Time", "less than 1 min"));
}

std::optional<milliseconds> timeLeftHolds(const QDateTime &now, const QDateTime &until, TimeDetail detail)
{
    const milliseconds left(until.isValid() ? now.msecsTo(until) : 0);
    if (left <= 0ms)
        return std::nullopt;
    const milliseconds step = left >= 24h ? 1h : detail == TimeDetail::Seconds ? 1s : milliseconds(1min);
    // It names whole steps, and the next smaller number a moment after the last one was full. Below a second it is
    // empty, and until its end nothing changes.
    const milliseconds past = left % step;
    const milliseconds next = past + 1ms;
    if (left < 1s)
        return left;
    return left < step ? left - 1s + 1ms : next;
}

QString absoluteTime(const QDateTime &time, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime local = time.toTimeZone(zone);
    const QString date = locale.toString(local.date(), say(QT_TRANSLATE_NOOP("Time", "ddd d MMM yyyy")));
    const QString clock = locale.toString(local.time(), u"HH:mm"_s);
    return say(QT_TRANSLATE_NOOP("Time", "%1, %2 %3")).arg(date, clock, abbreviation(local));
}

QString listTime(const QDateTime &time, const QDateTime &now, const QTimeZone &zone, const QLocale &locale)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toTimeZone(zone);
    const QDate today = now.toTimeZone(zone).date();
    if (local.date() == today)
        return locale.toString(local.time(), u"HH:mm"_s);
    if (local.date().year() == today.year())
        return locale.toString(local.date(), say(QT_TRANSLATE_NOOP("Time", "d MMM")));
    return locale.toString(local.date(), say(QT_TRANSLATE_NOOP("Time", "d MMM yyyy")));
}

QString stepTime(const QDateTime &time, const QDateTime &now, const QTimeZone &zone, const QLocale &locale,
                 const QString &clock)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toTimeZone(zone);
    const QString shown = locale.toString(local.time(), clock);
    return local.date() == now.toTimeZone(zone).date()
               ? shown
               : say(QT_TRANSLATE_NOOP("Time", "%1, %2")).arg(listTime(time, now, zone, locale), shown);
}

QString clockTime(const QDateTime &time, const QTimeZone &zone, const QLocale &locale, const QString &clock)
{
    const QDateTime local = time.toTimeZone(zone);
    return say(QT_TRANSLATE_NOOP("Time", "%1 %2")).arg(locale.toString(local.time(), clock), abbreviation(local));
}

QString zoneName(const QTimeZone &zone)
{
    return QString::fromUtf8(zone.id());
}

QString ago(const QDateTime &now, const QDateTime &time)
{
    const qint64 seconds = std::max<qint64>(0, time.secsTo(now));
    if (seconds < 60)
        return say(QT_TRANSLATE_NOOP("Time", "%1 s ago")).arg(seconds);
    if (seconds < 3600)
        return say(QT_TRANSLATE_NOOP("Time", "%1 min ago")).arg(seconds / 60);
    if (seconds < 86400)
        return say(QT_TRANSLATE_NOOP("Time", "%1 h ago")).arg(seconds / 3600);
    return say(QT_TRANSLATE_NOOP("Time", "%1 d ago")).arg(seconds / 86400);
}

milliseconds agoHolds(const QDateTime &now, const QDateTime &time)
{
    const milliseconds passed = std::max(milliseconds(time.msecsTo(now)), 0ms);
    const milliseconds step = passed < 1min ? 1s : passed < 1h ? milliseconds(1min) : passed < 24h ? 1h : 24h;
    const milliseconds ahead = std::max(milliseconds(now.msecsTo(time)), 0ms); // a time to come is now
    return ahead + step - passed % step;
}

} // namespace tilldeck::ui
