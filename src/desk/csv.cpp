// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/csv.h"

#include "desk/export_text.h"
#include "http/plain_text.h"
#include "money/format.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

namespace {

/// Returns the words that a spreadsheet reads beside digits as a part of a date, a time or an amount, in small letters.
/// Those of times and powers stand behind a digit only.
QStringList wordsOfValues(const QLocale &locale, bool beginsWithDigit)
{
    QStringList words;
    if (beginsWithDigit)
        words = {u"e"_s, u"am"_s, u"pm"_s, u"a"_s, u"p"_s};
    for (const QLocale &each : {QLocale::c(), locale}) {
        for (int month = 1; month <= 12; ++month)
            words << each.monthName(month, QLocale::LongFormat).toLower()
                  << each.monthName(month, QLocale::ShortFormat).toLower().remove(u'.');
        words << each.currencySymbol(QLocale::CurrencyIsoCode).toLower() << each.currencySymbol().toLower();
    }
    return words;
}

/// Returns whether a spreadsheet leaves @p character out where it looks for a formula or a number.
bool isSkipped(QChar character)
{
    return character.isSpace() || character.category() == QChar::Other_Format;
}

bool beginsFormula(const QString &text)
{
    // The signs of other keyboards are read as the plain ones: fullwidth, small and mathematical ones.
    static const QString signs = u"=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"_s;
    const auto first = std::ranges::find_if_not(text, isSkipped);
    return first != text.end() && signs.contains(*first);
}

/// Calls @p take with each run of letters in @p text until it returns false; returns whether it never did.
template <typename Take> bool allWords(const QString &text, Take take)
{
    QString word;
    for (const QChar character : text + u' ') {
        if (character.isLetter() || character.isMark()) {
            word += character.toLower();
            continue;
        }
        if (!word.isEmpty() && !take(word))
            return false;
        word.clear();
    }
    return true;
}

} // namespace

Csv::Csv(CsvReader reader, const QTimeZone &zone, const QLocale &locale)
    : m_reader(reader)
    , m_zone(zone)
    , m_locale(locale)
    , m_decimalSign(u"."_s)
{
    if (reader == CsvReader::Programs)
        return;
    // No library knows the list separator of a locale. Where the comma is the decimal sign it is the semicolon, and in
    // Switzerland and Liechtenstein too.
    const bool isComma = locale.decimalPoint() == u","_s;
    const bool isSwiss = locale.territory() == QLocale::Switzerland || locale.territory() == QLocale::Liechtenstein;
    m_decimalSign = isComma ? u","_s : u"."_s;
    m_separator = isComma || isSwiss ? ';' : ',';
}

QByteArray Csv::start() const
{
    return m_reader == CsvReader::Excel ? QByteArray("\xef\xbb\xbf") : QByteArray();
}

QByteArray Csv::line(const QList<QByteArray> &cells) const
{
    return cells.join(m_separator) + "\r\n";
}

QByteArray Csv::time(const QDateTime &at) const
{
    if (!at.isValid())
        return {};
    const int offset = m_zone.offsetFromUtc(at);
    const QDateTime there = at.toOffsetFromUtc(offset);
    const QDate day = there.date();
    const QTime time = there.time();
    const int minutes = std::abs(offset) / 60;
    QByteArray text;
    text.reserve(25);
    const auto add = [&text](int number, int digits, char after) {
        for (int power = digits == 4 ? 1000 : 10; power > 0; power /= 10)
            text += static_cast<char>('0' + number / power % 10);
        text += after;
    };
    add(day.year(), 4, '-');
    add(day.month(), 2, '-');
    add(day.day(), 2, ' ');
    add(time.hour(), 2, ':');
    add(time.minute(), 2, ':');
    add(time.second(), 2, offset < 0 ? '-' : '+');
    add(minutes / 60, 2, ':');
    text += static_cast<char>('0' + minutes % 60 / 10);
    text += static_cast<char>('0' + minutes % 10);
    return text;
}

QByteArray Csv::number(const std::optional<money::Money> &amount) const
{
    return amount ? money::plainAmount(*amount).replace(u'.', m_decimalSign).toLatin1() : QByteArray();
}

QByteArray Csv::currency(const std::optional<money::Money> &amount)
{
    return amount ? amount->currency().code().toLatin1() : QByteArray();
}

QByteArray Csv::tier(const std::optional<int> &tier)
{
    return tier ? QByteArray::number(*tier + 1) : QByteArray();
}

QString Csv::timeTitle(const QString &title) const
{
    return ExportText::tr("%1 (%2)", "column, time zone").arg(title, QString::fromLatin1(m_zone.id()));
}

bool Csv::isChangedBySpreadsheets(const QString &text) const
{
    static const QString oddBeginnings = u"\t\r\n"_s;
    if (text.isEmpty())
        return false;
    if (oddBeginnings.contains(text.front()) || beginsFormula(text))
        return true;
    const bool hasDigit = std::ranges::any_of(text, [](QChar character) { return character.isDigit(); });
    if (!hasDigit) {
        static const QStringList truths{u"true"_s, u"false"_s, u"wahr"_s, u"falsch"_s, u"vrai"_s, u"faux"_s};
        return truths.contains(text.trimmed().toLower());
    }
    static const QString signs = u" \u00a0\u202f\u2009.,:;/+-%()'\u2019\u066b\u066c"_s;
    const bool isPlain = std::ranges::all_of(text, [](QChar character) {
        return character.isLetterOrNumber() || character.isMark() || signs.contains(character) ||
               character.category() == QChar::Symbol_Currency || character.category() == QChar::Other_Format;
    });
    if (!isPlain)
        return false;
    // Digits with nothing beside them but signs and the words of dates and amounts.
    const auto first = std::ranges::find_if_not(text, isSkipped);
    const QStringList words = wordsOfValues(m_locale, first != text.end() && !first->isLetter());
    return allWords(text, [&](const QString &word) { return words.contains(word); });
}

QByteArray Csv::text(const QString &text) const
{
    // The marks that turn the direction of a text are kept for programs.
    static const QString lineEnds = u"\t\r\n"_s;
    static const QString marks = u"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"_s;
    static const QString separators = u"\u2028\u2029"_s;
    static const QString keptForPrograms = lineEnds + marks + separators;
    if (text.isEmpty())
        return {};
    QString cell = http::withoutControls(text, m_reader == CsvReader::Excel ? lineEnds : keptForPrograms);
    if (m_reader == CsvReader::Excel && isChangedBySpreadsheets(cell))
        cell.prepend(u'\'');
    const bool hasOddEnds = !cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace());
    const auto isSign = [](QChar character) {
        return character == u',' || character == u';' || character == u'"' || character == u'\r' || character == u'\n';
    };
    const bool needsQuotes = hasOddEnds || std::ranges::any_of(std::as_const(cell), isSign);
    if (!needsQuotes)
        return cell.toUtf8();
    return '"' + cell.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

} // namespace tilldeck::desk
