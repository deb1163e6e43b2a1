// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/secret_forms.h"

#include "http/redact.h"

#include <QHash>
#include <QUrl>

#include <algorithm>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

/// Returns what every Base64 of a text that holds @p secret holds of it: one for each place in a group of three bytes,
/// with both alphabets.
QStringList inBase64(const QByteArray &secret)
{
    constexpr int group = 3;
    QStringList forms;
    for (int before = 0; before < group; ++before) {
        const QByteArray bytes = QByteArray(before, ' ') + secret;
        const qsizetype shared = before == 0 ? 0 : before + 1;
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            QByteArray form = bytes.toBase64(alphabet | QByteArray::OmitTrailingEquals).sliced(shared);
            if (bytes.size() % group != 0)
                form.chop(1);
            forms << QString::fromLatin1(form);
        }
    }
    return forms;
}

/// Returns the names that HTML has for @p character, apart from its number, as alternatives of a pattern.
QString namesInHtml(QChar character)
{
    // https://html.spec.whatwg.org/multipage/named-characters.html
    static const QHash<QChar, QString> names{
        {u'_', u"lowbar|UnderBar"_s},
        {u'&', u"amp|AMP"_s},
        {u'<', u"lt|LT"_s},
        {u'>', u"gt|GT"_s},
        {u'"', u"quot|QUOT"_s},
        {u'\'', u"apos"_s},
        {u'/', u"sol"_s},
        {u'+', u"plus"_s},
        {u'?', u"quest"_s},
        {u'=', u"equals"_s},
        {u'.', u"period"_s},
        {u':', u"colon"_s},
        {u';', u"semi"_s},
        {u',', u"comma"_s},
        {u'!', u"excl"_s},
        {u'#', u"num"_s},
        {u'$', u"dollar"_s},
        {u'%', u"percnt"_s},
        {u'(', u"lpar"_s},
        {u')', u"rpar"_s},
        {u'*', u"ast|midast"_s},
        {u'@', u"commat"_s},
        {u'\\', u"bsol"_s},
        {u'^', u"Hat"_s},
        {u'[', u"lsqb|lbrack"_s},
        {u']', u"rsqb|rbrack"_s},
        {u'`', u"grave"_s},
        {u'|', u"verbar|vert"_s},
        {u'{', u"lcub|lbrace"_s},
        {u'}', u"rcub|rbrace"_s},
    };
    return names.value(character);
}

/// Returns a pattern of each way in which addresses, HTML, JSON and scripts write @p character.
QString eachFormOf(QChar character)
{
    const ushort code = character.unicode();
    const QString hex = QString::number(code, 16);
    QString percent;
    for (const char byte : QString(character).toUtf8())
        percent += u"%(?:25)*"_s + QString::number(static_cast<uchar>(byte), 16).rightJustified(2, u'0');
    QString named = namesInHtml(character);
    if (!named.isEmpty())
        named = u"|&(?:%1);"_s.arg(named);
    return u"(?:\\\\*%1|%2|&#0*%3;?|&#x0*%4;?|\\\\+u\\{?0*%4\\}?|\\\\+x%5%6)"_s.arg(
        QRegularExpression::escape(character), percent, QString::number(code), hex, hex.rightJustified(2, u'0'), named);
}

/// Returns a pattern of @p secret with any of its characters escaped.
QRegularExpression escapedFormOf(const QString &secret)
{
    QString pattern;
    for (const QChar character : secret)
        pattern += eachFormOf(character);
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

bool isAsciiLetterOrDigit(QChar character)
{
    return character.unicode() < 0x80 && character.isLetterOrNumber();
}

/// Returns whether escapes of addresses, HTML, JSON or scripts begin with @p character.
bool isEscape(QChar character)
{
    return character == u'%' || character == u'&' || character == u'\\';
}

/// Returns whether @p one and @p other are the same but for their case. Halves of pairs are not looked at.
bool isSameLetter(QChar one, QChar other)
{
    return movedOn(0, one) == movedOn(0, other);
}

/// Returns whether @p text may begin with an escape of @p character.
bool mayBeginWithEscapeOf(QChar character, QStringView text)
{
    const QChar first = text.front();
    if (first == character)
        return true;
    QStringView behind = text.sliced(1);
    if (first == u'\\') {
        while (behind.startsWith(u'\\'))
            behind = behind.sliced(1);
        return !behind.isEmpty() && (u"uUxX"_s.contains(behind.front()) || isSameLetter(character, behind.front()));
    }
    if (first == u'&') // only marks have names
        return behind.startsWith(u'#') || !isAsciiLetterOrDigit(character);
    if (first != u'%')
        return false;
    const QString code = QString::number(static_cast<uchar>(QString(character).toUtf8().front()), 16);
    while (!behind.startsWith(code.rightJustified(2, u'0'), Qt::CaseInsensitive)) {
        if (!behind.startsWith("25"_L1))
            return false;
        behind = behind.sliced(2);
    }
    return true;
}

} // namespace

FormStart movedOn(FormStart start, QChar next)
{
    constexpr int bits = 64 / leastCut;
    constexpr ushort halfOfPair = 0xd800;
    return (start << bits) | (next.isSurrogate() ? halfOfPair : next.toCaseFolded().unicode());
}

SecretForms::SecretForms(const QString &secret)
    : m_secret(secret)
{
    if (secret.size() < leastCut)
        return;
    if (secret.size() < leastSecret) {
        m_whole = QRegularExpression(u"(?<![A-Za-z0-9])%1(?![A-Za-z0-9])"_s.arg(QRegularExpression::escape(secret)));
        return;
    }
    const QByteArray bytes = secret.toUtf8();
    m_plain = {secret, QString::fromLatin1(bytes.toHex())};
    const QStringList coded = inBase64(bytes);
    for (const QString &form : coded) {
        m_exact << form;
        const QString percent = QString::fromLatin1(QUrl::toPercentEncoding(form));
        if (percent != form)
            m_plain << percent;
    }
    m_exact.removeDuplicates();
    m_plain.removeDuplicates();
}

QString SecretForms::cutOutOf(QString text) const
{
    const QString mark = redactedMark();
    if (m_secret.size() < leastCut)
        return text;
    if (m_secret.size() < leastSecret)
        return text.replace(m_whole, mark);
    for (const QString &form : m_plain)
        text.replace(form, mark, Qt::CaseInsensitive);
    for (const QString &form : m_exact)
        text.replace(form, mark);
    if (mayBeEscapedIn(text))
        text.replace(escapedFormOf(m_secret), mark);
    return text;
}

std::vector<FormStart> SecretForms::starts() const
{
    std::vector<FormStart> starts;
    const auto add = [&starts](const QString &form) {
        FormStart start = 0;
        for (const QChar character : form.first(leastCut))
            start = movedOn(start, character);
        starts.push_back(start);
    };
    if (m_secret.size() >= leastCut && m_secret.size() < leastSecret)
        add(m_secret);
    std::ranges::for_each(m_plain, add);
    std::ranges::for_each(m_exact, add);
    return starts;
}

bool mayHoldEscapes(QStringView text)
{
    return std::ranges::any_of(text, isEscape);
}

bool SecretForms::mayBeEscapedIn(QStringView text) const
{
    if (m_secret.size() < leastSecret)
        return false;
    for (qsizetype from = 0; from < text.size(); ++from) {
        for (qsizetype i = 0; i < m_secret.size() && from + i < text.size(); ++i) {
            if (isEscape(text.at(from + i)) && mayBeginWithEscapeOf(m_secret.at(i), text.sliced(from + i)))
                return true;
            if (!isSameLetter(text.at(from + i), m_secret.at(i)))
                break;
        }
    }
    return false;
}

} // namespace tilldeck::http
