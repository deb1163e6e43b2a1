// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace tilldeck::providers {

/// A JSON value with each token as it is written, so that it can be written again in the same way or in another one.
/// (QJsonDocument sorts names and reads 10.0 as 10.)
struct JsonTokens
{
    enum class Kind { String, Number, Word, Array, Object };

    Kind kind = Kind::Word;
    QByteArray text;          ///< As written: a string with its quotes, a number, true, false or null.
    QList<QByteArray> names;  ///< Of an object's members, with their quotes.
    QList<JsonTokens> values; ///< Of an array, or of an object's members.
};

/// Reads @p json; nothing if it is no JSON or nested deeper than 64 levels.
std::optional<JsonTokens> readJsonTokens(const QByteArray &json);

} // namespace tilldeck::providers
