// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace tilldeck::http {

/// Returns the integer that a JSON number is, or nothing for strings, fractions, -2^63 and whatever int64 cannot hold.
/// Integers written as such are exact; Qt reads one with a point or an exponent ("20.0", "1e3") as a double first,
/// which is exact up to 2^53.
std::optional<qint64> exactInteger(const QJsonValue &value);

/// Returns a JSON string, cut to @p cap characters (never inside a surrogate pair), or nothing for any other type.
std::optional<QString> text(const QJsonValue &value, qsizetype cap = 4096);

/// The JSON object or list that a text quotes, with the place where it stands in it.
struct QuotedJson
{
    qsizetype from = 0;
    qsizetype length = 0;
    QJsonValue value;
};

/// Returns the JSON that @p text holds between its first and its last bracket; nothing where that is none. The brackets
/// of redactedMark() do not count.
std::optional<QuotedJson> quotedJson(const QString &text);

} // namespace tilldeck::http
