// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/carried_secrets.h"

#include "http/json_read.h"
#include "http/redact.h"
#include "http/redact_text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <utility>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

/// Returns whether @p text stands under the name of a secret where there is none, or names how one is sent.
bool saysNothing(const QString &text)
{
    constexpr std::array words = {"true", "false", "null", "none", "bearer", "basic", "required", "[redacted]"};
    return std::ranges::any_of(
        words, [&](const char *word) { return text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0; });
}

} // namespace

void CarriedSecrets::add(const QString &secret)
{
    if (secret.size() < leastCut || saysNothing(secret) || m_secrets.contains(secret))
        return;
    m_secrets.insert(secret);
    m_forms.emplace_back(secret);
    const std::vector<FormStart> starts = m_forms.back().starts();
    for (const FormStart start : starts)
        m_byStart.insert(start, m_forms.size() - 1);
}

void CarriedSecrets::addKey(const QString &key)
{
    add(key);
    if (KeyPieces pieces(key); !pieces.isEmpty())
        m_pieces.push_back(std::move(pieces));
}

void CarriedSecrets::addOpaque(const QString &text)
{
    static const QRegularExpression between(u"[^A-Za-z0-9_.~-]+"_s);
    const QStringList words = QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8())).split(between);
    for (const QString &word : words) {
        if (isOpaque(word, leastCut) || holdsToken(word))
            add(word);
    }
}

void CarriedSecrets::addPartsOf(const QString &value, bool isFirstAlone)
{
    static const QRegularExpression between(u"[;,\\s]+"_s);
    const QStringList parts = value.split(between, Qt::SkipEmptyParts);
    for (const QString &part : isFirstAlone ? parts.first(std::min<qsizetype>(parts.size(), 1)) : parts)
        add(part.contains(u'=') ? part.section(u'=', 1) : part);
}

void CarriedSecrets::addBelow(const QJsonValue &value, MemberKind kind)
{
    if (value.isString()) {
        const QString text = value.toString();
        const bool isAddress = kind == MemberKind::Address && redactText(text, kind) == redactedMark();
        if (kind == MemberKind::Secret || isAddress)
            add(text);
        if (isAddress)
            addOpaque(text.section(u"://"_s, -1).section(u'/', 1));
        else if (const auto quoted = quotedJson(text))
            addBelow(quoted->value, kind);
    } else if (value.isDouble() && kind == MemberKind::Secret && exactInteger(value)) {
        add(QString::number(*exactInteger(value)));
    }
    const QJsonArray array = value.toArray();
    for (const auto &each : array)
        addBelow(each, kind);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        addBelow(*it, kindOfMember(it.key(), kind));
}

void CarriedSecrets::addOf(const QJsonValue &json)
{
    addBelow(json, MemberKind::Other);
}

void CarriedSecrets::addOf(const Headers &headers)
{
    for (const auto &[name, value] : headers) {
        const QString text = QString::fromUtf8(value);
        const MemberKind kind = kindOfMember(QString::fromLatin1(name));
        if (kind == MemberKind::Secret) {
            add(text);
            addPartsOf(text, name.compare("set-cookie", Qt::CaseInsensitive) == 0);
        } else if (const auto quoted = quotedJson(text)) {
            addBelow(quoted->value, kind);
        }
    }
}

void CarriedSecrets::addOf(const QUrl &url)
{
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (kindOfMember(name) == MemberKind::Secret)
            add(value);
    }
}

std::vector<size_t> CarriedSecrets::candidatesIn(QStringView text) const
{
    std::vector<size_t> places;
    FormStart start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        start = movedOn(start, text.at(i));
        for (auto it = m_byStart.constFind(start); it != m_byStart.constEnd() && it.key() == start; ++it)
            places.push_back(*it);
    }
    const size_t end = mayHoldEscapes(text) ? m_forms.size() : 0;
    for (size_t place = 0; place < end; ++place) {
        if (m_forms[place].mayBeEscapedIn(text))
            places.push_back(place);
    }
    std::ranges::sort(places, std::ranges::greater(),
                      [this](size_t place) { return std::pair(m_forms[place].secret().size(), place); });
    const auto repeated = std::ranges::unique(places);
    places.erase(repeated.begin(), repeated.end());
    return places;
}

QString CarriedSecrets::cutOutOf(QString text) const
{
    // Without its candidates a long list, which carries a secret in each row, would take a second.
    const std::vector<size_t> candidates = candidatesIn(text);
    for (const size_t place : candidates)
        text = m_forms[place].cutOutOf(std::move(text));
    for (const KeyPieces &each : m_pieces)
        text = each.cutOutOf(text);
    return text;
}

Headers CarriedSecrets::cutOutOf(Headers headers) const
{
    for (auto &[name, value] : headers) {
        name = cutOutOf(QString::fromUtf8(name)).toUtf8();
        value = cutOutOf(QString::fromUtf8(value)).toUtf8();
    }
    return headers;
}

QJsonValue CarriedSecrets::cutOutOf(const QJsonValue &json) const
{
    if (json.isString())
        return cutOutOf(json.toString());
    if (json.isArray()) {
        QJsonArray clean;
        const QJsonArray array = json.toArray();
        for (const auto &each : array)
            clean.append(cutOutOf(QJsonValue(each)));
        return clean;
    }
    if (!json.isObject())
        return json;
    QJsonObject clean;
    const QJsonObject object = json.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        clean.insert(cutOutOf(member.key()), cutOutOf(QJsonValue(*member)));
    return clean;
}

} // namespace tilldeck::http
