// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/json_reader.h"

#include <QRegularExpression>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> readNumber(const QUrlQuery &query, const QString &name, qint64 fallback, qint64 least,
                                 qint64 most)
{
    if (!query.hasQueryItem(name))
        return fallback;
    bool ok = false;
    const qint64 number = query.queryItemValue(name).toLongLong(&ok);
    return ok && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

Answer<QJsonObject> readBody(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(Refusal{400, u"The body is not JSON: %1."_s.arg(error.errorString()), {}});
    if (!document.isObject())
        return std::unexpected(Refusal{400, u"The body must be a JSON object."_s, {}});
    return document.object();
}

Answer<Selection> readPaging(const QUrlQuery &query)
{
    constexpr int largestPage = 100;
    const auto limit = readNumber(query, u"limit"_s, 20, 1, largestPage);
    if (!limit)
        return std::unexpected(Refusal::invalid(u"limit"_s, u"limit must be a whole number from 1 to 100."_s));
    const auto offset = readNumber(query, u"offset"_s, 0, 0, std::numeric_limits<qint64>::max());
    if (!offset)
        return std::unexpected(Refusal::invalid(u"offset"_s, u"offset must be a whole number that is not negative."_s));
    Selection selection;
    selection.limit = int(*limit);
    selection.offset = *offset;
    return selection;
}

JsonReader::JsonReader(QJsonObject object)
    : JsonReader(std::move(object), QString(), std::make_shared<QList<FieldError>>())
{
}

JsonReader::JsonReader(QJsonObject object, const QStringList &members)
    : JsonReader(std::move(object))
{
    allow(members);
}

JsonReader::JsonReader(QJsonObject object, QString prefix, std::shared_ptr<QList<FieldError>> errors)
    : m_object(std::move(object))
    , m_prefix(std::move(prefix))
    , m_errors(std::move(errors))
{
}

void JsonReader::allow(const QStringList &members)
{
    const QStringList keys = m_object.keys();
    for (const QString &key : keys) {
        if (!members.contains(key))
            wrong(key, u"Unknown field %1."_s.arg(m_prefix + key));
    }
}

void JsonReader::wrong(const QString &member, const QString &message)
{
    *m_errors << FieldError{m_prefix + member, message};
}

QString JsonReader::text(const QString &member, bool required)
{
    const QJsonValue value = m_object.value(member);
    if (value.isUndefined() && !required)
        return {};
    if (!value.isString() || value.toString().isEmpty())
        wrong(member, u"%1 must be a text that is not empty."_s.arg(m_prefix + member));
    return value.toString();
}

qint64 JsonReader::integer(const QString &member, qint64 fallback, qint64 least, qint64 most, const QString &message)
{
    const QJsonValue value = m_object.value(member);
    if (value.isUndefined())
        return fallback;
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 number = value.isDouble() ? value.toInteger(none) : none;
    if (number < least || number > most)
        wrong(member, message);
    return number;
}

bool JsonReader::boolean(const QString &member, bool fallback)
{
    const QJsonValue value = m_object.value(member);
    if (!value.isUndefined() && !value.isBool())
        wrong(member, u"%1 must be true or false."_s.arg(m_prefix + member));
    return value.toBool(fallback);
}

QString JsonReader::url(const QString &member)
{
    static const QRegularExpression pattern(u"^https?://\\S+$"_s);
    const QJsonValue value = m_object.value(member);
    if (!value.isUndefined() && !(value.isString() && pattern.match(value.toString()).hasMatch()))
        wrong(member, u"%1 must be an address that starts with http:// or https://."_s.arg(m_prefix + member));
    return value.toString();
}

JsonReader JsonReader::object(const QString &member)
{
    const QJsonValue value = m_object.value(member);
    if (!value.isUndefined() && !value.isObject())
        wrong(member, u"%1 must be an object."_s.arg(m_prefix + member));
    return JsonReader(value.toObject(), m_prefix + member + u'.', m_errors);
}

std::optional<QList<JsonReader>> JsonReader::objects(const QString &member, bool required)
{
    const QJsonValue value = m_object.value(member);
    if (value.isUndefined() && !required)
        return std::nullopt;
    const QJsonArray array = value.toArray();
    if (array.isEmpty())
        wrong(member, u"%1 must be a list with at least one element."_s.arg(m_prefix + member));
    QList<JsonReader> readers;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString name = u"%1[%2]"_s.arg(member).arg(i);
        if (array.at(i).isObject())
            readers << JsonReader(array.at(i).toObject(), m_prefix + name + u'.', m_errors);
        else
            wrong(name, u"%1 must be an object."_s.arg(m_prefix + name));
    }
    return readers;
}

} // namespace tilldeck::sandbox
