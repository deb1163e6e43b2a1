// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/csv.h"

#include "desk/export_text.h"
#include "http/plain_text.h"
#include "money/format.h"

#include <algorithm>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

QByteArray csvLine(const QList<QByteArray> &cells)
{
    return cells.join(',') + "\r\n";
}

QByteArray csvTime(const QDateTime &at, const QTimeZone &zone)
{
    return at.isValid() ? at.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1() : QByteArray();
}

QByteArray csvNumber(const std::optional<money::Money> &amount)
{
    return amount ? money::plainAmount(*amount).toLatin1() : QByteArray();
}

QByteArray csvCurrency(const std::optional<money::Money> &amount)
{
    return amount ? amount->currency().code().toLatin1() : QByteArray();
}

QByteArray csvTier(const std::optional<int> &tier)
{
    return tier ? QByteArray::number(*tier + 1) : QByteArray();
}

QString csvTimeTitle(const QString &title, const QTimeZone &zone)
{
    return ExportText::tr("%1 (%2)", "column, time zone").arg(title, QString::fromLatin1(zone.id()));
}

QByteArray csvCell(const QString &text)
{
    // Spreadsheets skip blanks before a formula, and read the fullwidth signs of East Asian keyboards as the plain
    // ones.
    static const QString formulaSigns = u"=+-@\uff1d\uff0b\uff0d\uff20"_s;
    static const QString oddBeginnings = u"\t\r\n"_s;
    QString cell = http::withoutControls(text, u"\t\r\n");
    const auto first = std::ranges::find_if_not(cell, [](QChar character) { return character.isSpace(); });
    if (first != cell.end() && (formulaSigns.contains(*first) || oddBeginnings.contains(cell.front())))
        cell.prepend(u'\'');
    const bool needsQuotes = std::ranges::any_of(cell, [](QChar character) {
        return character == u',' || character == u'"' || character == u'\r' || character == u'\n' || character == u';';
    });
    if (!needsQuotes)
        return cell.toUtf8();
    return '"' + cell.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

} // namespace tilldeck::desk
