// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/system_zone.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <ctime>

namespace tilldeck::desk {

namespace {

struct SystemZoneText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::SystemZone)
};

} // namespace

QString useUtcForAnUnknownZone()
{
    if (QTimeZone::systemTimeZone().isValid())
        return {};
    const QString name = QString::fromLocal8Bit(qgetenv("TZ"));
    qputenv("TZ", "UTC");
    tzset();
    return name.isEmpty() ? SystemZoneText::tr("The time zone of this computer is not known. All times are in UTC.")
                          : SystemZoneText::tr("The time zone “%1” is not known. All times are in UTC.").arg(name);
}

} // namespace tilldeck::desk
