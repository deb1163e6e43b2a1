// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/system_zone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <ctime>

namespace tilldeck::desk {

namespace {

struct SystemZoneText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::SystemZone)
};

/// Returns whether the library of the zones and the system agree. "UTC+3" is three hours to the west for the system,
/// and three to the east where it is read as the name of a zone.
bool isKnownAlike()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const int year = QDate::currentDate().year();
    return zone.isValid() && std::ranges::all_of(std::array{1, 7}, [&zone, year](int month) {
               const QDateTime noon(QDate(year, month, 1), QTime(12, 0));
               return zone.offsetFromUtc(noon) == noon.offsetFromUtc();
           });
}

} // namespace

QString useUtcForAnUnknownZone()
{
    if (isKnownAlike())
        return {};
    const QString name = QString::fromLocal8Bit(qgetenv("TZ"));
    qputenv("TZ", "UTC");
    tzset();
    return name.isEmpty() ? SystemZoneText::tr("The time zone of this computer is not known. All times are in UTC.")
                          : SystemZoneText::tr("The time zone “%1” is not known. All times are in UTC.").arg(name);
}

} // namespace tilldeck::desk
