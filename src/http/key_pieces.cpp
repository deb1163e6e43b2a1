// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/key_pieces.h"

#include "http/redact.h"

#include <algorithm>

namespace tilldeck::http {

namespace {

constexpr qsizetype longestBeginning = 12; // "pk_sandbox_"

/// Returns @p text in small letters of ASCII, with each character in its place.
QString inSmallLetters(QString text)
{
    for (QChar &character : text) {
        if (character >= u'A' && character <= u'Z')
            character = QChar(character.unicode() + (u'a' - u'A'));
    }
    return text;
}

} // namespace

KeyPieces::KeyPieces(const QString &key)
    : m_own(inSmallLetters(key.sliced(key.first(std::min(key.size(), longestBeginning)).lastIndexOf(u'_') + 1)))
{
}

QString KeyPieces::cutOutOf(const QString &text) const
{
    if (isEmpty() || text.size() < leastPiece)
        return text;
    const QString small = inSmallLetters(text);
    QString shown;
    qsizetype from = 0;
    for (qsizetype at = 0; at + leastPiece <= small.size(); ++at) {
        qsizetype length = leastPiece;
        if (!m_own.contains(QStringView(small).sliced(at, length)))
            continue;
        while (at + length < small.size() && m_own.contains(QStringView(small).sliced(at, length + 1)))
            ++length;
        shown += text.sliced(from, at - from) + redactedMark();
        from = at + length;
        at = from - 1;
    }
    return from == 0 ? text : shown + text.sliced(from);
}

} // namespace tilldeck::http
