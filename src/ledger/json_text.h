// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that keeps what QJsonDocument loses and a draft needs: integers up to int64 and the difference between 1
// and 1.0, the order of members, and members of the same name. nlohmann-json 3.11.2 keeps these with a SAX handler, but
// refuses a whole document for a number beyond double (1e999), which here is a problem of one field, and for half of a
// surrogate pair, which a typed text may hold: such a draft could not be written or read back. Its error position is in
// bytes.
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace tilldeck::ledger {

struct JsonValue;
using JsonMember = std::pair<QString, JsonValue>;
using JsonObject = std::vector<JsonMember>;
using JsonList = std::vector<JsonValue>;

/// A number as it was written.
struct JsonNumber
{
    explicit JsonNumber(QByteArray text)
        : text(std::move(text))
    {
    }

    /// Returns a number without fraction and exponent that int64 can hold; nothing for others.
    std::optional<qint64> toInteger() const;
    bool isWrittenWhole() const;
    /// Returns nothing for a number beyond double.
    std::optional<double> toDouble() const;

    QByteArray text;
};

struct JsonValue
{
    JsonValue() = default;
    explicit JsonValue(bool value)
        : value(value)
    {
    }
    explicit JsonValue(qint64 value)
        : value(JsonNumber(QByteArray::number(value)))
    {
    }
    /// Writes the number so that it reads back as a fraction ("1.0"). A value that JSON has no number for becomes a
    /// text.
    explicit JsonValue(double value);
    explicit JsonValue(QString value)
        : value(std::move(value))
    {
    }
    explicit JsonValue(JsonNumber value)
        : value(std::move(value))
    {
    }
    explicit JsonValue(JsonList value)
        : value(std::move(value))
    {
    }
    explicit JsonValue(JsonObject value)
        : value(std::move(value))
    {
    }

    template <class T> const T *as() const { return std::get_if<T>(&value); }

    std::variant<std::monostate, bool, JsonNumber, QString, JsonList, JsonObject> value; ///< monostate: null.
};

QByteArray writeJson(const JsonValue &value);

/// Reads UTF-8. The error is the offset in characters at which the text stops being JSON.
std::expected<JsonValue, qsizetype> readJson(const QByteArray &text);

} // namespace tilldeck::ledger
