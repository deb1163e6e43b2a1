// SPDX-License-Identifier: GPL-3.0-or-later
// One rule for texts that come from outside: typed, pasted, or read from a file.
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace tilldeck::checkout {

/// Returns @p text without blanks, line ends, control characters and invisible marks (byte order mark, zero width
/// space, marks of direction, fillers of Hangul, blank Braille) at its ends. An id, a code, an address or an amount
/// never begins or ends with one. What chooses the form of the character before it, as in emoji, stays behind it.
QString withoutMarksAround(QStringView text);

/// Returns whether nothing of @p text can be seen.
bool isInvisible(QStringView text);

/// Returns @p text without blanks and invisible marks.
QString withoutUnseen(const QString &text);

/// Returns the place of the first U+0000 of @p text, at which many a server ends it, in a sentence that asks to remove
/// it; empty where there is none. Other control characters are a matter of those who show a name.
QString nulProblem(QStringView text);

/// Returns the place of the first blank, line end, control character or invisible mark of @p id, in a sentence that
/// asks to remove it; empty where there is none. No id has one.
QString idProblem(QStringView id);

/// Returns the same about @p email: neither has an e-mail address one.
QString emailProblem(QStringView email);

/// Returns "UTF-16" or "UTF-32" where @p bytes are text in that: by its byte order mark, or because the bytes of its
/// beginning that are 0 stand as in it. Empty for others.
QString wideEncoding(QByteArrayView bytes);

/// Returns @p text, or as much of its beginning as fits into @p longest UTF-16 units with an ellipsis behind it. What a
/// reader takes for one character is whole or not there.
QString shortened(const QString &text, qsizetype longest);

/// Returns the characters of @p text as a reader takes them: a letter with its marks, an emoji with all its parts.
QStringList readersCharacters(const QString &text);

/// Returns how many characters @p text has as contracts count them: code points.
qsizetype characterCount(QStringView text);

} // namespace tilldeck::checkout
