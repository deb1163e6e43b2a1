// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace tilldeck::http {

/// The integer a JSON number is, or nothing: strings, fractions and whatever int64 cannot hold are refused, and so is
/// an integer that was written as a fraction or with an exponent beyond 2^53, where its last digits are guesswork.
std::optional<qint64> exactInteger(const QJsonValue &value);

/// A JSON string, cut to `cap` characters (never inside a surrogate pair); nothing for any other type.
std::optional<QString> text(const QJsonValue &value, qsizetype cap = 4096);

} // namespace tilldeck::http
