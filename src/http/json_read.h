// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace tilldeck::http {

/// The integer a JSON number is, or nothing: strings, fractions, -2^63 and whatever int64 cannot hold are refused.
/// Integers written as such are exact; the parser reads one with a point or an exponent ("20.0", "1e3") as a double
/// first, exact up to 2^53.
std::optional<qint64> exactInteger(const QJsonValue &value);

/// A JSON string, cut to `cap` characters (never inside a surrogate pair); nothing for any other type.
std::optional<QString> text(const QJsonValue &value, qsizetype cap = 4096);

} // namespace tilldeck::http
