// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/redact.h"

#include "http/carried_secrets.h"
#include "http/json_read.h"
#include "http/key_pieces.h"
#include "http/member_kind.h"
#include "http/redact_text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

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

QJsonValue redactJson(const QJsonValue &value, MemberKind kind, const CarriedSecrets &carried);

/// Replaces what is secret in @p text, and in JSON that is quoted inside it as in any other.
QString redactQuoted(const QString &text, MemberKind kind, const CarriedSecrets &carried)
{
    const auto json = quotedJson(text);
    if (!json)
        return redactText(text, kind);
    const QJsonValue shown = redactJson(json->value, kind, carried);
    const QJsonDocument document = shown.isArray() ? QJsonDocument(shown.toArray()) : QJsonDocument(shown.toObject());
    const QString quoted = shown == json->value ? text.sliced(json->from, json->length)
                                                : QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    return redactText(text.first(json->from), kind) + quoted + redactText(text.sliced(json->from + json->length), kind);
}

/// Returns @p name, of a member or header that stands under @p outer, without what is secret in it.
QString redactName(const QString &name, MemberKind outer, const CarriedSecrets &carried)
{
    const bool isOwn = outer == MemberKind::Reference;
    const QString shown = redactQuoted(carried.cutOutOf(name), isOwn ? outer : MemberKind::Text, carried);
    return !isOwn && isOpaque(shown, shortestOpaqueName) ? redactedMark() : shown;
}

/// Returns @p object with its members redacted by their names, and names that are secrets themselves replaced.
QJsonObject redactMembers(const QJsonObject &object, MemberKind kind, const CarriedSecrets &carried)
{
    QJsonObject out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const MemberKind own = kindOfMember(it.key(), kind);
        QString name = redactName(it.key(), kind, carried);
        while (name != it.key() && out.contains(name))
            name += u'_';
        out.insert(name, own == MemberKind::Secret && !it->isNull() ? QJsonValue(redactedMark())
                                                                    : redactJson(*it, own, carried));
    }
    return out;
}

/// @p value stands under a name of @p kind. What is @p carried is replaced wherever else it stands.
QJsonValue redactJson(const QJsonValue &value, MemberKind kind, const CarriedSecrets &carried)
{
    if (value.isString())
        return redactQuoted(carried.cutOutOf(value.toString()), kind, carried);
    if (value.isArray()) {
        QJsonArray out;
        for (const auto &each : value.toArray())
            out.append(redactJson(each, kind, carried));
        return out;
    }
    return value.isObject() ? QJsonValue(redactMembers(value.toObject(), kind, carried)) : value;
}

} // namespace

QString redactedMark()
{
    return u"[redacted]"_s;
}

QString withoutSecret(QString text, const Secret &secret)
{
    const QString key = secret.reveal();
    return KeyPieces(key).cutOutOf(SecretForms(key).cutOutOf(std::move(text)));
}

Headers redactHeaders(Headers headers)
{
    for (auto &[name, value] : headers) {
        const QString word = QString::fromUtf8(name);
        const MemberKind kind = kindOfMember(word);
        value = kind == MemberKind::Secret ? redactedMark().toLatin1()
                                           : redactQuoted(QString::fromUtf8(value), kind, {}).toUtf8();
        if (redactName(word, MemberKind::Other, {}) != word)
            name = redactedMark().toLatin1();
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
    CarriedSecrets carried;
    carried.addOf(value);
    return redactJson(value, MemberKind::Other, carried);
}

namespace {

QJsonValue valueOf(const QJsonDocument &json)
{
    return json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
}

} // namespace

QByteArray redactedBody(const QByteArray &body, qsizetype most, CarriedSecrets carried)
{
    const QJsonDocument json = body.size() > most ? QJsonDocument() : QJsonDocument::fromJson(body);
    if (json.isNull())
        return {};
    const QJsonValue value = valueOf(json);
    carried.addOf(value);
    const QJsonValue shown = redactJson(value, MemberKind::Other, carried);
    if (shown == value)
        return body;
    const QJsonDocument document = json.isArray() ? QJsonDocument(shown.toArray()) : QJsonDocument(shown.toObject());
    const QByteArray redacted = document.toJson(QJsonDocument::Compact);
    return redacted.size() > most ? QByteArray() : redacted;
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
