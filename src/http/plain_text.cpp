// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/plain_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <string_view>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

/// Returns whether @p character turns the direction of text; the joiners that scripts need do not.
bool turnsDirection(char16_t character)
{
    return character == u'\u061c' || character == u'\u200e' || character == u'\u200f' ||
           (character >= u'\u202a' && character <= u'\u202e') || (character >= u'\u2066' && character <= u'\u2069');
}

/// Returns whether withoutControls() may have something to do about @p character.
bool isSpecial(char16_t character)
{
    return character < u' ' || (character >= u'\u007f' && character <= u'\u009f') || turnsDirection(character) ||
           character == u'\u2028' || character == u'\u2029';
}

} // namespace

QString withoutControls(const QString &text, QStringView kept)
{
    const std::u16string_view characters(reinterpret_cast<const char16_t *>(text.utf16()),
                                         static_cast<size_t>(text.size()));
    if (std::ranges::none_of(characters, isSpecial))
        return text;
    // ECMA-48: what begins with CSI; strings such as OSC, up to their end or that of the line; other sequences.
    static const QRegularExpression sequence(
        u"(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]?"
        "|(?:\\x1b[\\]PX^_]|[\\x90\\x98\\x9d-\\x9f])[^\\x07\\x1b\\x9c\\n]*(?:\\x07|\\x1b\\\\|\\x9c)?"
        "|\\x1b[ -/]*[0-~]?"_s);
    QString plain = text;
    plain.remove(sequence);
    QString shown;
    shown.reserve(plain.size());
    for (const QChar character : std::as_const(plain)) {
        const bool breaksLine = character == u'\n' || character == u'\r' || character == u'\t' ||
                                character == QChar::LineSeparator || character == QChar::ParagraphSeparator;
        const bool isPlain =
            character.category() != QChar::Other_Control && !turnsDirection(character.unicode()) && !breaksLine;
        if (isPlain || kept.contains(character))
            shown += character;
        else if (breaksLine)
            shown += u' ';
    }
    return shown;
}

} // namespace tilldeck::http
