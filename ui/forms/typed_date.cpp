// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/typed_date.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

struct TypedDateText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::TypedDate)
};

const QString isoFormat = u"yyyy-MM-dd"_s;

QString formatOf(const QLocale &locale)
{
    static const QRegularExpression year(u"y+"_s),
        inDigits(u"^[^a-zA-Z']*(dd?|MM?|y+)(?:[^a-zA-Z']+(dd?|MM?|y+)){2}[^a-zA-Z']*$"_s);
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    if (locale.language() == QLocale::C || !inDigits.match(format).hasMatch())
        return isoFormat;
    return QString(format).replace(year, u"yyyy"_s);
}

/// Returns @p text with plain digits, and without spaces and marks of the direction.
QString plain(const QString &text)
{
    QString plain;
    for (const char32_t character : text.toUcs4()) {
        if (QChar::isDigit(character))
            plain += QString::number(QChar::digitValue(character));
        else if (!QChar::isSpace(character) && QChar::category(character) != QChar::Other_Format)
            plain += QString::fromUcs4(&character, 1);
    }
    return plain;
}

/// Returns how @p text matches @p format; each part is a group named after its letter.
QRegularExpressionMatch match(const QString &text, const QString &format)
{
    static const QRegularExpression part(u"d+|M+|y+"_s);
    QString pattern;
    qsizetype end = 0;
    const QString written = plain(format);
    for (auto parts = part.globalMatch(written); parts.hasNext();) {
        const QRegularExpressionMatch found = parts.next();
        const QChar letter = found.captured().front();
        pattern += QRegularExpression::escape(written.sliced(end, found.capturedStart() - end)) +
                   u"(?<%1>\\d{1,%2})"_s.arg(letter).arg(letter == u'y' ? 4 : 2);
        end = found.capturedEnd();
    }
    pattern += QRegularExpression::escape(written.sliced(end));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text);
}

} // namespace

QString dateText(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, formatOf(locale));
}

std::expected<QDate, QString> readDate(const QString &text, const QLocale &locale, const QDate &example)
{
    const QString typed = plain(text);
    const QString shown = dateText(example, locale);
    for (const QString &format : {formatOf(locale), isoFormat}) {
        const QRegularExpressionMatch found = match(typed, format);
        if (!found.hasMatch())
            continue;
        if (found.capturedLength(u"y"_s) < 4)
            return std::unexpected(TypedDateText::tr("Type all four digits of the year, for example %1.").arg(shown));
        const QDate day(found.captured(u"y"_s).toInt(), found.captured(u"M"_s).toInt(), found.captured(u"d"_s).toInt());
        if (!day.isValid())
            return std::unexpected(TypedDateText::tr("There is no such day. Type a day, for example %1.").arg(shown));
        return day;
    }
    return std::unexpected(TypedDateText::tr("Type a day, for example %1.").arg(shown));
}

} // namespace tilldeck::ui
