// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json_read.h"

#include <QVariant>

#include <limits>

namespace tilldeck::http {

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

} // namespace tilldeck::http
