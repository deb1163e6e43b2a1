// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/redact.h"

#include "http/exchange.h"
#include "http/member_kind.h"
#include "http/redact_text.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

bool looksLikeToken(const QString &segment)
{
    static const QRegularExpression prefixed(u"^(sec|lt|khs|sk|st|pt|rk|tok|cs_live|cs_test)_"_s);
    static const QRegularExpression uuid(u"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"_s);
    static const QRegularExpression random(u"^(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9_.~-]{32,}$"_s);
    return prefixed.match(segment).hasMatch() || holdsToken(segment) ||
           (random.match(segment).hasMatch() && !uuid.match(segment).hasMatch());
}

/// Returns whether the value of @p name in a query is a secret, or an address at which a checkout is opened.
bool isHiddenInQuery(const QString &name)
{
    const MemberKind kind = kindOfMember(name);
    return kind == MemberKind::Secret || kind == MemberKind::Address;
}

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

/// Returns whether nothing of @p value, which stands under a name of @p kind, is shown.
bool isHidden(const QJsonValue &value, MemberKind kind)
{
    return kind == MemberKind::Secret ? !value.isNull()
                                      : kind == MemberKind::Address && value.isString() &&
                                            redactText(value.toString(), kind) == redactedMark();
}

/// Returns what members of an object that stands under @p outer are, by their @p name: metadata are the merchant's own.
MemberKind kindBelow(const QString &name, MemberKind outer)
{
    const MemberKind kind = kindOfMember(name);
    return outer == MemberKind::Reference && kind != MemberKind::Secret ? outer : kind;
}

/// Collects the texts of @p value of which nothing is shown, at any depth. What stands below a secret is one.
void collectHidden(const QJsonValue &value, MemberKind kind, QSet<QString> &hidden)
{
    if (value.isString() && isHidden(value, kind) && value.toString().size() >= leastSecret)
        hidden.insert(value.toString());
    for (const auto &each : value.toArray())
        collectHidden(each, kind, hidden);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collectHidden(*it, kind == MemberKind::Secret ? kind : kindBelow(it.key(), kind), hidden);
}

QJsonValue redactJson(const QJsonValue &value, MemberKind kind, const QSet<QString> &hidden);

/// Replaces what is secret in @p text, and in JSON that is quoted inside it as in any other.
QString redactQuoted(const QString &text, MemberKind kind, const QSet<QString> &hidden)
{
    static const QRegularExpression opening(u"[{\\[]"_s);
    static const QRegularExpression closing(u"[}\\]]"_s);
    const qsizetype from = text.indexOf(opening);
    const qsizetype to = from < 0 ? -1 : text.lastIndexOf(closing);
    if (to <= from)
        return redactText(text, kind);
    const QJsonDocument json = QJsonDocument::fromJson(text.sliced(from, to - from + 1).toUtf8());
    if (json.isNull())
        return redactText(text, kind);
    const QJsonValue value = json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
    const QJsonValue shown = redactJson(value, kind, hidden);
    const QJsonDocument document = json.isArray() ? QJsonDocument(shown.toArray()) : QJsonDocument(shown.toObject());
    const QString quoted =
        shown == value ? text.sliced(from, to - from + 1) : QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    return redactText(text.first(from), kind) + quoted + redactText(text.sliced(to + 1), kind);
}

/// Returns @p object with its members redacted by their names, and names that are secrets themselves replaced.
QJsonObject redactMembers(const QJsonObject &object, MemberKind kind, const QSet<QString> &hidden)
{
    constexpr qsizetype shortestName = 8;
    QJsonObject out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const MemberKind own = kindBelow(it.key(), kind);
        QString name = redactQuoted(it.key(), kind == MemberKind::Reference ? kind : MemberKind::Text, hidden);
        if (kind != MemberKind::Reference && isOpaque(name, shortestName))
            name = redactedMark();
        while (name != it.key() && out.contains(name))
            name += u'_';
        out.insert(name, own == MemberKind::Secret && !it->isNull() ? QJsonValue(redactedMark())
                                                                    : redactJson(*it, own, hidden));
    }
    return out;
}

/// @p value stands under a name of @p kind. @p hidden are the texts that are replaced wherever else they stand.
QJsonValue redactJson(const QJsonValue &value, MemberKind kind, const QSet<QString> &hidden)
{
    if (value.isString()) {
        QString text = value.toString();
        for (const QString &one : hidden)
            text.replace(one, redactedMark());
        return redactQuoted(text, kind, hidden);
    }
    if (value.isArray()) {
        QJsonArray out;
        for (const auto &each : value.toArray())
            out.append(redactJson(each, kind, hidden));
        return out;
    }
    return value.isObject() ? QJsonValue(redactMembers(value.toObject(), kind, hidden)) : value;
}

} // namespace

QString withoutSecret(QString text, const Secret &secret)
{
    const QString value = secret.reveal();
    if (value.size() < leastSecret)
        return text;
    const QByteArray bytes = value.toUtf8();
    for (const QString &form : {value, QString::fromLatin1(bytes.toHex())})
        text.replace(form, redactedMark(), Qt::CaseInsensitive);
    static const QString escapes = u"%&\\"_s;
    if (std::ranges::any_of(text, [](QChar character) { return escapes.contains(character); })) {
        QString pattern;
        for (const QChar character : value)
            pattern += eachFormOf(character);
        text.replace(QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption), redactedMark());
    }
    const QStringList forms = inBase64(bytes);
    for (const QString &form : forms) {
        text.replace(form, redactedMark());
        text.replace(QString::fromLatin1(QUrl::toPercentEncoding(form)), redactedMark(), Qt::CaseInsensitive);
    }
    return text;
}

QString redactedMark()
{
    return u"[redacted]"_s;
}

Headers redactHeaders(Headers headers)
{
    for (auto &[name, value] : headers) {
        const MemberKind kind = kindOfMember(QString::fromLatin1(name));
        value = kind == MemberKind::Secret ? redactedMark().toLatin1()
                                           : redactQuoted(QString::fromUtf8(value), kind, {}).toUtf8();
    }
    return headers;
}

Headers redactedHeaders(const Request &request)
{
    Headers shown = redactHeaders(request.headers);
    if (!request.bearer.isEmpty())
        shown.append({"Authorization", "Bearer " + redactedMark().toLatin1()});
    for (const auto &[name, secret] : request.secretHeaders)
        shown.append({name, redactedMark().toLatin1()});
    return shown;
}

QJsonValue redactJson(const QJsonValue &value)
{
    QSet<QString> hidden;
    collectHidden(value, MemberKind::Other, hidden);
    return redactJson(value, MemberKind::Other, hidden);
}

QByteArray redactedBody(const QByteArray &body, qsizetype most)
{
    if (body.size() > most)
        return {};
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (json.isNull())
        return {};
    const QJsonValue value = json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
    const QJsonValue shown = redactJson(value);
    if (shown == value)
        return body;
    const QJsonDocument document = json.isArray() ? QJsonDocument(shown.toArray()) : QJsonDocument(shown.toObject());
    const QByteArray redacted = document.toJson(QJsonDocument::Compact);
    return redacted.size() > most ? QByteArray() : redacted;
}

ExchangeBody::ExchangeBody(QByteArray body, qsizetype most)
    : m_most(most)
{
    if (body.size() <= most)
        m_body = std::move(body);
}

QByteArray ExchangeBody::redacted() const
{
    return redactedBody(m_body, m_most);
}

QString redactUrl(const QUrl &url)
{
    if (!url.isValid())
        return redactedMark();
    const QString mark = redactedMark();
    QString out = url.scheme() + u"://"_s;
    if (!url.userInfo().isEmpty())
        out += mark + u'@';
    out += url.authority(QUrl::FullyEncoded).section(u'@', -1);
    QStringList segments = url.path(QUrl::FullyEncoded).split(u'/');
    for (QString &segment : segments) {
        if (looksLikeToken(segment))
            segment = mark;
    }
    out += segments.join(u'/');
    if (url.hasQuery()) {
        QStringList members;
        const auto items = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
        for (const auto &[name, value] : items)
            members += name + u'=' + (isHiddenInQuery(name) || looksLikeToken(value) ? mark : value);
        out += u'?' + members.join(u'&');
    }
    if (url.hasFragment())
        out += u'#' + mark;
    return out;
}

} // namespace tilldeck::http
