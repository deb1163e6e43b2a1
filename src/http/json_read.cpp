// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json_read.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QVariant>

#include <limits>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

std::optional<qint64> exactInteger(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    // toInteger() and toDouble() both hide which of the two kinds of number this is. The parser makes -2^63 of numbers
    // below it, too.
    const QVariant number = value.toVariant();
    if (number.typeId() != QMetaType::LongLong || number.toLongLong() == std::numeric_limits<qint64>::min())
        return std::nullopt;
    return number.toLongLong();
}

std::optional<QString> text(const QJsonValue &value, qsizetype cap)
{
    if (!value.isString())
        return std::nullopt;
    QString whole = value.toString();
    if (whole.size() <= cap)
        return whole;
    whole.truncate(cap);
    if (!whole.isEmpty() && whole.back().isHighSurrogate())
        whole.chop(1);
    return whole;
}

std::optional<QuotedJson> quotedJson(const QString &text)
{
    if (!text.contains(u'{') && !text.contains(u'['))
        return std::nullopt;
    static const QRegularExpression opening(u"\\{|\\[(?!redacted\\])"_s);
    static const QRegularExpression closing(u"\\}|(?<!\\[redacted)\\]"_s);
    QuotedJson quoted;
    quoted.from = text.indexOf(opening);
    quoted.length = quoted.from < 0 ? 0 : text.lastIndexOf(closing) + 1 - quoted.from;
    if (quoted.length <= 0)
        return std::nullopt;
    const QJsonDocument json = QJsonDocument::fromJson(text.sliced(quoted.from, quoted.length).toUtf8());
    if (json.isNull())
        return std::nullopt;
    quoted.value = json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
    return quoted;
}

} // namespace tilldeck::http
