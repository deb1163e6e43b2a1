// SPDX-License-Identifier: GPL-3.0-or-later
#include "typed_times.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct TypedTimesText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::TypedTimes)
};

std::unexpected<Error> refused(const QString &sentence)
{
    return std::unexpected(Error(ErrorKind::InvalidInput, sentence));
}

/// Returns @p text in ASCII digits, whatever script they are typed in.
QString inPlainDigits(const std::string &text)
{
    QString plain = QString::fromStdString(text);
    for (QChar &character : plain) {
        if (character.isDigit())
            character = QChar(u'0' + character.digitValue());
    }
    return plain;
}

/// Returns the moments, in order, at which the clocks of @p zone show @p clock, which is read as of UTC: none in the
/// hour that they skip, two in the hour that comes twice.
std::vector<QDateTime> momentsOf(const QDateTime &clock, const QTimeZone &zone)
{
    std::vector<QDateTime> moments;
    for (const int days : {-1, 1}) { // a zone does not change twice in two days
        const int offset = zone.offsetFromUtc(clock.addDays(days));
        const QDateTime moment = clock.addSecs(-offset);
        if (zone.offsetFromUtc(moment) == offset && (moments.empty() || moments.front() != moment))
            moments.push_back(moment);
    }
    std::ranges::sort(moments);
    return moments;
}

/// Returns the begin of the day; an invalid time for an empty text.
checkout::Result<QDateTime> dayFrom(const std::string &text, const QTimeZone &zone)
{
    if (text.empty())
        return QDateTime();
    const QString written = inPlainDigits(text);
    const QDate day = QDate::fromString(written, Qt::ISODate);
    constexpr qsizetype length = 10; // Qt leaves out what stands behind a day.
    if (!day.isValid() || written.size() != length)
        return refused(TypedTimesText::tr("“%1” is not a day. Write it as 2026-04-14.").arg(written));
    return day.startOfDay(zone).toUTC();
}

} // namespace

checkout::Result<QTimeZone> zoneFrom(const std::string &name)
{
    if (name.empty())
        return QTimeZone::systemTimeZone();
    // QTimeZone takes any word for the name of a zone without an offset.
    const QByteArray id = QByteArray::fromStdString(name);
    QTimeZone zone = QTimeZone::isTimeZoneIdAvailable(id) ? QTimeZone(id) : QTimeZone();
    if (!zone.isValid())
        return refused(TypedTimesText::tr("“%1” is not a time zone. Write it as Europe/Berlin.")
                           .arg(QString::fromStdString(name)));
    return zone;
}

checkout::Result<TimeRange> rangeFrom(const std::string &since, const std::string &before, const QTimeZone &zone,
                                      const QDateTime &now)
{
    const auto first = dayFrom(since, zone);
    if (!first)
        return std::unexpected(first.error());
    const auto end = dayFrom(before, zone);
    if (!end)
        return std::unexpected(end.error());
    if (first->isValid() && *first > now)
        return refused(TypedTimesText::tr("The day of --since %1 is still to come, so nothing can be of it. Write one "
                                          "that has begun.")
                           .arg(QString::fromStdString(since)));
    if (first->isValid() && end->isValid() && *first >= *end)
        return refused(TypedTimesText::tr("No day lies between --since %1 and --before %2. The day of --before is the "
                                          "one after the last: for one day, write the next day.")
                           .arg(QString::fromStdString(since), QString::fromStdString(before)));
    return TimeRange{*first, *end};
}

checkout::Result<QDateTime> endFrom(const std::string &text, const QTimeZone &zone, const QDateTime &now)
{
    const QString written = inPlainDigits(text);
    QDateTime end;
    if (const QDate day = QDate::fromString(written, Qt::ISODate); day.isValid() && written.size() == 10) {
        end = day.addDays(1).startOfDay(zone).addSecs(-1);
    } else if (const QDateTime clock = QDateTime::fromString(written + u'Z', Qt::ISODate); clock.isValid()) {
        const auto moments = momentsOf(clock, zone);
        if (moments.empty())
            return refused(TypedTimesText::tr("%1 does not exist in %2, where the clock skips that hour. Write an "
                                              "earlier or a later moment.",
                                              "moment, time zone")
                               .arg(written, QString::fromLatin1(zone.id())));
        end = moments.front();
    } else {
        end = QDateTime::fromString(written, Qt::ISODate);
        // Without an offset it was read above.
        if (end.timeSpec() == Qt::LocalTime)
            end = QDateTime();
    }
    if (!end.isValid())
        return refused(TypedTimesText::tr("“%1” is neither a day nor a moment. Write it as 2026-12-31, which ends with "
                                          "that day, or as 2026-12-31T23:00:00Z.")
                           .arg(written));
    if (end <= now)
        return refused(TypedTimesText::tr("%1 is over already. Write a day or a moment that is to come.")
                           .arg(momentWithZone(end, zone)));
    return end.toUTC();
}

QString momentWithZone(const QDateTime &moment, const QTimeZone &zone)
{
    const int offset = zone.offsetFromUtc(moment);
    const QString clock = moment.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    const QString name = QString::fromLatin1(zone.id());
    if (momentsOf(moment.toUTC().addSecs(offset), zone).size() < 2)
        return TypedTimesText::tr("%1 %2", "moment, time zone").arg(clock, name);
    // The hour comes twice: its offset says which one is meant.
    const QString withOffset = moment.toOffsetFromUtc(offset).toString(u"t"_s);
    return TypedTimesText::tr("%1 %2 (%3)", "moment, time zone, UTC+02:00").arg(clock, name, withOffset);
}

} // namespace tilldeck::cli
