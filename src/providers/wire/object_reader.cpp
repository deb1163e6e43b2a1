// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/object_reader.h"

#include "checkout/outside_text.h"
#include "providers/wire/answer_text.h"

#include "http/json_read.h"
#include "http/plain_text.h"
#include "http/redact.h"
#include "http/redact_text.h"
#include "providers/wire/errors.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace tilldeck::providers {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

namespace {

constexpr qsizetype longestId = 4096;
constexpr qsizetype longestLabel = 500;
constexpr qsizetype longestQuoted = 80;

/// Returns @p text, an id or redacted JSON, on one line, cut to @p longest characters.
QString quotedWords(const QString &text, qsizetype longest)
{
    return checkout::shortened(providerText(text, http::MemberKind::Reference), longest);
}

/// Returns @p text, which is said of @p object, without what the object has under the names of secrets.
QString withoutSecretsOf(const QJsonObject &object, const QString &text)
{
    static const QRegularExpression word(u"^[A-Za-z_ -]*$"_s);
    if (word.match(text).hasMatch()) // as nearly each status is, and looking through every row takes its time
        return text;
    http::CarriedSecrets carried;
    carried.addOf(object);
    return carried.cutOutOf(text);
}

/// Returns the member @p name of @p object as the provider wrote it, without what is secret; empty when absent.
QString writtenMember(const QJsonObject &object, QLatin1StringView name)
{
    if (!object.contains(name))
        return {};
    const QJsonObject member = http::redactJson(QJsonObject{{QString(name), object.value(name)}}).toObject();
    const QString json = QString::fromUtf8(QJsonDocument(member).toJson(QJsonDocument::Compact));
    return quotedWords(withoutSecretsOf(object, json.sliced(1, json.size() - 2)), longestQuoted);
}

} // namespace

ObjectReader::ObjectReader(const QJsonValue &value, const QString &path)
    : m_object(value.toObject())
    , m_path(path)
{
    if (!value.isObject()) {
        m_fault = path.isEmpty() ? AnswerText::tr("The answer is not a JSON object.")
                                 : AnswerText::tr("%1 is not an object.").arg(path);
    }
}

ObjectReader::ObjectReader(const QJsonDocument &answer)
    : ObjectReader(answer.isObject() ? QJsonValue(answer.object()) : QJsonValue())
{
}

QString ObjectReader::requiredText(QLatin1StringView name)
{
    const QString text = optionalText(name);
    if (text.isEmpty())
        missing(name);
    return text;
}

QString ObjectReader::optionalText(QLatin1StringView name)
{
    if (!has(name))
        return {};
    const auto text = http::text(m_object.value(name), longestId + 1);
    const bool isTooLong = text && text->size() > longestId;
    if (!text)
        fault(name, AnswerText::tr("%1 is not text."));
    else if (isTooLong)
        fault(name, AnswerText::tr("%1 is too long."));
    return text && !isTooLong ? *text : QString();
}

QString ObjectReader::label(QLatin1StringView name)
{
    return http::withoutControls(repeated(name));
}

QString ObjectReader::word(QLatin1StringView name)
{
    return http::redactText(withoutSecretsOf(m_object, label(name)));
}

QString ObjectReader::repeated(QLatin1StringView name)
{
    if (!has(name))
        return {};
    const auto text = http::text(m_object.value(name), longestLabel);
    if (!text)
        fault(name, AnswerText::tr("%1 is not text."));
    return text.value_or(QString());
}

std::optional<qint64> ObjectReader::integer(QLatin1StringView name)
{
    if (!has(name))
        return {};
    const auto integer = http::exactInteger(m_object.value(name));
    if (!integer)
        fault(name, AnswerText::tr("%1 is not a whole number."));
    return integer;
}

std::optional<double> ObjectReader::number(QLatin1StringView name)
{
    if (!has(name))
        return {};
    const QJsonValue value = m_object.value(name);
    if (!value.isDouble() || !std::isfinite(value.toDouble())) {
        fault(name, AnswerText::tr("%1 is not a number."));
        return {};
    }
    return value.toDouble();
}

bool ObjectReader::flag(QLatin1StringView name, bool absent)
{
    if (!has(name))
        return absent;
    if (!m_object.value(name).isBool())
        fault(name, AnswerText::tr("%1 is neither true nor false."));
    return m_object.value(name).toBool(absent);
}

QDateTime ObjectReader::time(QLatin1StringView name)
{
    const QString text = optionalText(name);
    if (text.isEmpty())
        return {};
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        fault(name, AnswerText::tr("%1 is not a time."));
        return {};
    }
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

QDateTime ObjectReader::moment(QLatin1StringView name) const
{
    const QDateTime time = QDateTime::fromString(m_object.value(name).toString(), Qt::ISODateWithMs);
    return time.timeSpec() == Qt::LocalTime ? QDateTime() : time.toUTC();
}

std::optional<money::Currency> ObjectReader::currency(QLatin1StringView name)
{
    return money::Currency::fromCode(optionalText(name));
}

std::vector<ObjectReader> ObjectReader::objects(QLatin1StringView name)
{
    std::vector<ObjectReader> readers;
    if (!has(name))
        return readers;
    if (!m_object.value(name).isArray()) {
        fault(name, AnswerText::tr("%1 is not a list."));
        return readers;
    }
    const QJsonArray list = m_object.value(name).toArray();
    readers.reserve(static_cast<std::size_t>(list.size()));
    for (qsizetype i = 0; i < list.size(); ++i)
        readers.emplace_back(list.at(i), u"%1[%2]"_s.arg(pathOf(name)).arg(i));
    return readers;
}

ObjectReader ObjectReader::object(QLatin1StringView name)
{
    return ObjectReader(has(name) ? m_object.value(name) : QJsonValue(QJsonObject()), pathOf(name));
}

void ObjectReader::fault(QLatin1StringView name, const QString &sentence)
{
    if (!m_fault.isEmpty())
        return;
    m_fault = sentence.arg(pathOf(name));
    m_faultWords = writtenMember(m_object, name);
}

void ObjectReader::missing(QLatin1StringView name)
{
    fault(name, AnswerText::tr("%1 is missing."));
}

void ObjectReader::missingCurrency(QLatin1StringView name)
{
    if (!has(name))
        missing(name);
    fault(name, AnswerText::tr("%1 is not a currency that is known here."));
}

void ObjectReader::adopt(const ObjectReader &child)
{
    if (!m_fault.isEmpty())
        return;
    m_fault = child.m_fault;
    m_faultWords = child.m_faultWords;
}

Error ObjectReader::error() const
{
    Error error(ErrorKind::Malformed, AnswerText::tr("The provider's answer could not be read, so nothing was "
                                                     "changed here. Check the account's address, or try again later."));
    error.details = m_fault;
    return error;
}

checkout::UnreadRow ObjectReader::unread() const
{
    constexpr std::array idNames{"id"_L1, "transaction_id"_L1, "session_id"_L1, "code"_L1};
    checkout::UnreadRow row;
    for (const QLatin1StringView name : idNames) {
        if (row.id.isEmpty())
            row.id = quotedWords(m_object.value(name).toVariant().toString(), longestQuoted);
    }
    if (m_object.value("code"_L1).isString())
        row.code = quotedWords(m_object.value("code"_L1).toString(), longestQuoted);
    row.words = m_faultWords.isEmpty() ? m_fault : m_faultWords;
    if (row.words.endsWith(u'.')) // it stands inside a sentence
        row.words.chop(1);
    row.identity = row.id;
    if (row.identity.isEmpty()) {
        const QByteArray bytes = m_object.isEmpty() ? m_path.toUtf8() : QJsonDocument(m_object).toJson();
        row.identity = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    return row;
}

QString ObjectReader::pathOf(QLatin1StringView name) const
{
    return m_path.isEmpty() ? QString(name) : u"%1.%2"_s.arg(m_path, QString(name));
}

} // namespace tilldeck::providers
