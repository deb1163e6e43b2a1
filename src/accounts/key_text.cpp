// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/key_text.h"

#include "http/redact_text.h"
#include "keys/key_form.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tilldeck::accounts {

namespace {

struct KeyText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::accounts::KeyText)
};

constexpr char16_t byteOrderMark = 0xfeff;

QString codePoint(char32_t character)
{
    return u"U+%1"_s.arg(QString::number(character, 16).toUpper(), 4, u'0');
}

/// Returns what a character outside of printable ASCII is called, with its code point.
QString foreignName(char32_t character)
{
    const QString code = codePoint(character);
    const QString shown = QString::fromUcs4(&character, 1);
    if (character == byteOrderMark)
        return KeyText::tr("an invisible byte order mark (%1)").arg(code);
    if (character == QChar::ReplacementCharacter)
        return KeyText::tr("a byte that is no text (%1)").arg(code);
    switch (QChar::category(character)) {
    case QChar::Other_Format:
        return KeyText::tr("an invisible character (%1)").arg(code);
    case QChar::Other_Control:
        return KeyText::tr("a control character (%1)").arg(code);
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return KeyText::tr("a blank or a line end (%1)").arg(code);
    default:
        break;
    }
    switch (QChar::script(character)) {
    case QChar::Script_Cyrillic:
        return KeyText::tr("“%1” (%2), a Cyrillic letter").arg(shown, code);
    case QChar::Script_Greek:
        return KeyText::tr("“%1” (%2), a Greek letter").arg(shown, code);
    default:
        return KeyText::tr("“%1” (%2)", "a character, its code").arg(shown, code);
    }
}

/// Returns whether dots, asterisks or bullets stand for a part of a key that is not shown.
bool isMask(char32_t character)
{
    static constexpr std::array<char32_t, 7> marks{0x2022, 0x2026, 0x25cf, 0x00b7, 0x2219, 0x26ab, 0x2217};
    return std::ranges::find(marks, character) != marks.end();
}

QString maskedProblem(qsizetype place, const QString &shown)
{
    return KeyText::tr("Character %L1 is “%2”: this is a key as it is shown on a screen, with a part of it left out. "
                       "Copy the key itself.")
        .arg(place)
        .arg(shown);
}

/// Returns what is wrong with a character, at @p place from 1 on; empty for one that a key may have.
QString characterProblem(char32_t character, qsizetype place)
{
    if (isMask(character))
        return maskedProblem(place, QString::fromUcs4(&character, 1));
    if (character == U'"' || character == U'\'' || character == U'`' ||
        QChar::category(character) == QChar::Punctuation_InitialQuote ||
        QChar::category(character) == QChar::Punctuation_FinalQuote)
        return KeyText::tr("Character %L1 is a quotation mark (%2). Give the key without it.")
            .arg(place)
            .arg(codePoint(character));
    if (character == U'\n' || character == U'\r')
        return KeyText::tr("Character %L1 is a line end. A key is in one piece: copy it again.").arg(place);
    if (character == U'\t')
        return KeyText::tr("Character %L1 is a tab. A key is in one piece: copy it again.").arg(place);
    if (character == U' ')
        return KeyText::tr("Character %L1 is a blank. A key is in one piece: copy it again.").arg(place);
    if (character > U' ' && character < 0x7f)
        return {};
    return KeyText::tr("Character %L1 is %2. A key has plain Latin letters, digits and signs only: copy it again.")
        .arg(place)
        .arg(foreignName(character));
}

} // namespace

QString keyTextProblem(QStringView key)
{
    constexpr QLatin1StringView scheme("Bearer ");
    if (key.startsWith(scheme, Qt::CaseInsensitive))
        return KeyText::tr("Characters 1 to 7 are “%1”, which is sent before each key. Give the key without it.")
            .arg(key.first(scheme.size()));
    qsizetype place = 0;
    for (qsizetype i = 0; i < key.size(); ++i) {
        char32_t character = key[i].unicode();
        if (key[i].isHighSurrogate() && i + 1 < key.size() && key[i + 1].isLowSurrogate()) {
            character = QChar::surrogateToUcs4(key[i], key[i + 1]);
            ++i;
        }
        ++place;
        if (const QString problem = characterProblem(character, place); !problem.isEmpty())
            return problem;
    }
    for (const QLatin1StringView mask : {"***"_L1, "..."_L1}) {
        if (const qsizetype at = key.indexOf(mask); at >= 0)
            return maskedProblem(at + 1, mask);
    }
    return {};
}

QString otherThanKey(QStringView key)
{
    if (key.startsWith("pt_"_L1) || key.startsWith("pk_test_"_L1))
        return KeyText::tr("a publishable key");
    if (key.startsWith("whsec_"_L1))
        return KeyText::tr("the secret of a webhook");
    return key.startsWith("sec_"_L1) || key.startsWith("khs_"_L1) ? KeyText::tr("the token of a checkout session")
                                                                  : QString();
}

bool holdsKey(const QString &text, QStringView key)
{
    return keys::holdsThisKey(text, key) || keys::holdsKeyForm(text) || http::holdsToken(text);
}

QString misplacedKeyProblem(const QString &text, QStringView key)
{
    return holdsKey(text, key)
               ? KeyText::tr(
                     "This holds a key. It belongs into “Secret key” alone: all else is kept in files and shown.")
               : QString();
}

} // namespace tilldeck::accounts
