// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/outside_text.h"

#include "checkout/validation_text.h"

#include <algorithm>

namespace tilldeck::checkout {

using namespace Qt::StringLiterals;

namespace {

bool isMarkOrBlank(QChar character)
{
    return character.isSpace() || character.category() == QChar::Other_Control ||
           character.category() == QChar::Other_Format;
}

} // namespace

QString withoutMarksAround(QStringView text)
{
    while (!text.isEmpty() && isMarkOrBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isMarkOrBlank(text.back()))
        text.chop(1);
    return text.toString();
}

bool isInvisible(QStringView text)
{
    return std::ranges::all_of(text, isMarkOrBlank);
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
    const auto found = std::ranges::find_if(id, isMarkOrBlank);
    if (found == id.end())
        return {};
    const auto place = characterCount(id.first(found - id.begin())) + 1;
    return *found == u' ' ? ValidationText::tr("Character %L1 is a blank. An ID has none: check it.").arg(place)
                          : ValidationText::tr("Character %L1 is no part of an ID, but U+%2. Remove it.")
                                .arg(place)
                                .arg(QString::number(found->unicode(), 16).toUpper().rightJustified(4, u'0'));
}

qsizetype characterCount(QStringView text)
{
    return std::ranges::count_if(text, [](QChar character) { return !character.isLowSurrogate(); });
}

} // namespace tilldeck::checkout
