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

} // namespace

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
    for (const QChar character : secret)
        m_escaped += eachFormOf(character);
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
    static const QString escapes = u"%&\\"_s;
    if (std::ranges::any_of(text, [](QChar character) { return escapes.contains(character); }))
        text.replace(QRegularExpression(m_escaped, QRegularExpression::CaseInsensitiveOption), mark);
    return text;
}

} // namespace tilldeck::http
