// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/outside_text.h"

#include "checkout/validation_text.h"

#include <unicode/uchar.h>

#include <QTextBoundaryFinder>

#include <algorithm>

namespace tilldeck::checkout {

using namespace Qt::StringLiterals;

namespace {

/// Returns whether @p character shows nothing by itself. Unicode lists what is ignored where it cannot be shown; the
/// blank of Braille is a symbol to it.
bool isUnseen(char32_t character)
{
    constexpr char32_t blankBraille = 0x2800;
    return QChar::isSpace(character) || QChar::category(character) == QChar::Other_Control ||
           QChar::category(character) == QChar::Other_Format || character == blankBraille ||
           u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/// Returns whether @p character says how the one before it looks: a variation selector, a tag as in some flags.
bool choosesForm(char32_t character)
{
    return u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_VARIATION_SELECTOR) ||
           (character >= 0xe0020 && character <= 0xe007f);
}

/// Returns the first code point of @p text, which is not empty; a half of a pair stands for itself.
char32_t firstOf(QStringView text)
{
    return text.size() > 1 && text[0].isHighSurrogate() && text[1].isLowSurrogate()
               ? QChar::surrogateToUcs4(text[0], text[1])
               : text[0].unicode();
}

char32_t lastOf(QStringView text)
{
    const qsizetype size = text.size();
    return size > 1 && text[size - 1].isLowSurrogate() && text[size - 2].isHighSurrogate()
               ? QChar::surrogateToUcs4(text[size - 2], text[size - 1])
               : text[size - 1].unicode();
}

qsizetype unitsOf(char32_t character)
{
    return QChar::requiresSurrogates(character) ? 2 : 1;
}

/// Returns the place of the first character of @p text that shows nothing; its size where there is none.
qsizetype firstUnseen(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && !isUnseen(firstOf(text.sliced(at))))
        at += unitsOf(firstOf(text.sliced(at)));
    return at;
}

/// Returns the number of @p character as it stands behind "U+".
QString hexadecimal(char32_t character)
{
    return QString::number(static_cast<uint>(character), 16).toUpper().rightJustified(4, u'0');
}

} // namespace

QString withoutMarksAround(QStringView text)
{
    while (!text.isEmpty() && isUnseen(firstOf(text)))
        text = text.sliced(unitsOf(firstOf(text)));
    while (!text.isEmpty() && isUnseen(lastOf(text)) && !choosesForm(lastOf(text)))
        text.chop(unitsOf(lastOf(text)));
    return text.toString();
}

bool isInvisible(QStringView text)
{
    return std::ranges::all_of(text.toUcs4(), isUnseen);
}

QString withoutUnseen(const QString &text)
{
    QString seen;
    for (const char32_t character : text.toStdU32String())
        if (!isUnseen(character))
            seen += QString::fromUcs4(&character, 1);
    return seen;
}

QString nulProblem(QStringView text)
{
    const qsizetype found = text.indexOf(u'\0');
    return found < 0 ? QString()
                     : ValidationText::tr("Character %L1 is no text but U+0000. Remove it.")
                           .arg(characterCount(text.first(found)) + 1);
}

QString idProblem(QStringView id)
{
    const qsizetype found = firstUnseen(id);
    if (found == id.size())
        return {};
    const auto place = characterCount(id.first(found)) + 1;
    const char32_t unseen = firstOf(id.sliced(found));
    return unseen == u' ' ? ValidationText::tr("Character %L1 is a blank. An ID has none: check it.").arg(place)
                          : ValidationText::tr("Character %L1 is no part of an ID, but U+%2. Remove it.")
                                .arg(place)
                                .arg(hexadecimal(unseen));
}

QString emailProblem(QStringView email)
{
    const qsizetype found = firstUnseen(email);
    if (found == email.size())
        return {};
    const auto place = characterCount(email.first(found)) + 1;
    const char32_t unseen = firstOf(email.sliced(found));
    return unseen == u' '
               ? ValidationText::tr("Character %L1 is a blank. An e-mail address has none: check it.").arg(place)
               : ValidationText::tr("Character %L1 is no part of an e-mail address, but U+%2. Remove it.")
                     .arg(place)
                     .arg(hexadecimal(unseen));
}

QString wideEncoding(QByteArrayView bytes)
{
    const auto begins = [bytes](QByteArrayView mark) { return bytes.startsWith(mark); };
    const auto isZero = [bytes](qsizetype at) { return bytes[at] == 0; };
    const bool isMarked32 = begins(QByteArrayView("\xff\xfe\0\0", 4)) || begins(QByteArrayView("\0\0\xfe\xff", 4));
    const bool looks32 = bytes.size() >= 4 && isZero(1) && isZero(2) && isZero(0) != isZero(3);
    if (isMarked32 || looks32)
        return u"UTF-32"_s;
    const bool isMarked16 = begins("\xff\xfe") || begins("\xfe\xff");
    const bool looks16 = bytes.size() >= 2 && isZero(0) != isZero(1);
    return isMarked16 || looks16 ? u"UTF-16"_s : QString();
}

QString shortened(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(longest - 1);
    const qsizetype end = finder.isAtBoundary() ? longest - 1 : finder.toPreviousBoundary();
    return text.first(std::max<qsizetype>(0, end)) + u'…';
}

QStringList readersCharacters(const QString &text)
{
    QStringList characters;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype begin = 0, end = finder.toNextBoundary(); end > begin; end = finder.toNextBoundary()) {
        characters << text.sliced(begin, end - begin);
        begin = end;
    }
    return characters;
}

qsizetype characterCount(QStringView text)
{
    return std::ranges::count_if(text, [](QChar character) { return !character.isLowSurrogate(); });
}

} // namespace tilldeck::checkout
