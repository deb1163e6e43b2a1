// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json_read.h"

#include <QVariant>

#include <cmath>

namespace tilldeck::http {

std::optional<qint64> exactInteger(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    // toInteger() and toDouble() both hide which of the two kinds of number this is.
    const QVariant number = value.toVariant();
    if (number.typeId() == QMetaType::LongLong)
        return number.toLongLong();
    constexpr double exactUpTo = 9007199254740992.0; // 2^53
    const double real = number.toDouble();
    if (std::abs(real) > exactUpTo || std::trunc(real) != real)
        return std::nullopt;
    return qint64(real);
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
