// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http_date.h"

#include <QLocale>
#include <QTimeZone>

#include <array>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

QDateTime httpDate(const QByteArray &value, const QDateTime &utcNow)
{
    const QString written = QString::fromLatin1(value).simplified();
    constexpr std::array forms = {"ddd, dd MMM yyyy hh:mm:ss 'GMT'", "ddd MMM d hh:mm:ss yyyy"};
    for (const char *form : forms) {
        const QDateTime date = QLocale::c().toDateTime(written, QString::fromLatin1(form));
        if (date.isValid())
            return {date.date(), date.time(), QTimeZone::utc()};
    }
    // A year of two digits lies at most 50 years ahead (RFC 9110, 5.6.7). The day's name depends on that choice.
    const QString withoutDay = written.section(u',', 1).trimmed();
    const QDateTime date = QLocale::c().toDateTime(withoutDay, u"dd-MMM-yy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return {};
    const int century = utcNow.date().year() / 100 * 100;
    int year = century + date.date().year() % 100;
    if (year > utcNow.date().year() + 50)
        year -= 100;
    return {QDate(year, date.date().month(), date.date().day()), date.time(), QTimeZone::utc()};
}

} // namespace tilldeck::http
