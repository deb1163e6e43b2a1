// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/redact.h"

#include "http/exchange.h"
#include "http/redact_text.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

/// Returns whether @p name ends like the name of a secret, without regard to case, '-' and '_' (X-API-Key, apiKey).
bool namesSecret(const QString &name)
{
    QString plain = name.toLower();
    plain.remove(u'-').remove(u'_');
    constexpr std::array endings = {"token",      "secret",     "password", "passphrase", "apikey",
                                    "secretkey",  "privatekey", "cookie",   "cvc",        "cvv",
                                    "cardnumber", "credential", "signature"};
    // Whoever holds a checkout's URL can open the checkout.
    constexpr std::array names = {"key", "authorization", "proxyauthorization", "url", "checkouturl", "paymenturl"};
    return std::ranges::any_of(names, [&](const char *one) { return plain == QLatin1String(one); }) ||
           std::ranges::any_of(endings, [&](const char *ending) { return plain.endsWith(QLatin1String(ending)); });
}

bool looksLikeToken(const QString &segment)
{
    static const QRegularExpression prefixed(u"^(sec|lt|khs|sk|st|pt|rk|tok|cs_live|cs_test)_"_s);
    static const QRegularExpression uuid(u"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"_s);
    static const QRegularExpression random(u"^(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9_.~-]{32,}$"_s);
    return prefixed.match(segment).hasMatch() || holdsToken(segment) ||
           (random.match(segment).hasMatch() && !uuid.match(segment).hasMatch());
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

/// Collects the texts that stand under the name of a secret in @p value, at any depth.
void collectHidden(const QJsonValue &value, bool isHidden, QSet<QString> &hidden)
{
    if (value.isString() && isHidden && value.toString().size() >= leastSecret)
        hidden.insert(value.toString());
    for (const auto &each : value.toArray())
        collectHidden(each, isHidden, hidden);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collectHidden(*it, isHidden || namesSecret(it.key()), hidden);
}

/// @p hidden are the texts that are replaced wherever else they stand.
QJsonValue redactJson(const QJsonValue &value, const QSet<QString> &hidden)
{
    if (value.isString()) {
        QString text = value.toString();
        for (const QString &one : hidden)
            text.replace(one, redactedMark());
        return redactText(text);
    }
    if (value.isArray()) {
        QJsonArray out;
        for (const auto &each : value.toArray())
            out.append(redactJson(each, hidden));
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool hide = namesSecret(it.key()) && !it->isNull();
        out.insert(it.key(), hide ? QJsonValue(redactedMark()) : redactJson(*it, hidden));
    }
    return out;
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
        if (namesSecret(QString::fromLatin1(name)))
            value = redactedMark().toLatin1();
        else
            value = redactText(QString::fromUtf8(value)).toUtf8();
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
    collectHidden(value, false, hidden);
    return redactJson(value, hidden);
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
            members += name + u'=' + (namesSecret(name) || looksLikeToken(value) ? mark : value);
        out += u'?' + members.join(u'&');
    }
    if (url.hasFragment())
        out += u'#' + mark;
    return out;
}

} // namespace tilldeck::http
