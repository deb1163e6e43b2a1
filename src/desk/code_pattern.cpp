// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/code_pattern.h"

#include "checkout/outside_text.h"
#include "checkout/tidy_draft.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

namespace tilldeck::desk {

namespace {

QString codeOf(const QString &pattern)
{
    QString code = pattern.toUpper();
    for (QChar &character : code) {
        if (character == u'#')
            character = codeLetters.at(QRandomGenerator::system()->bounded(int(codeLetters.size())));
    }
    return code;
}

} // namespace

QStringList codesOf(const QString &pattern, int count)
{
    QStringList codes;
    QSet<QString> used;
    while (codes.size() < count) {
        const QString code = codeOf(pattern);
        if (used.contains(code))
            continue;
        used.insert(code);
        codes << code;
    }
    return codes;
}

bool isPatternCharacter(QChar character)
{
    const char16_t c = character.toUpper().unicode();
    return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'#';
}

QString plainPattern(const QString &typed)
{
    const QString trimmed = checkout::withoutMarksAround(typed);
    const bool hasBlank = std::ranges::any_of(trimmed, [](QChar character) { return character.isSpace(); });
    return hasBlank ? trimmed : checkout::plainCode(trimmed);
}

bool isOf(const QString &pattern, const QString &code)
{
    const auto fits = [](QChar wanted, QChar has) {
        return wanted == u'#' ? codeLetters.contains(has) : wanted.toUpper() == has;
    };
    return std::ranges::equal(pattern, code, fits);
}

} // namespace tilldeck::desk
