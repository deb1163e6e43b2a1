// SPDX-License-Identifier: GPL-3.0-or-later
// How the JSON texts of our own in single columns are written and strictly read.
#pragma once

#include "ledger/json_text.h"
#include "money/money.h"

#include <QDateTime>
#include <QVariant>

#include <algorithm>
#include <optional>

namespace tilldeck::ledger {

using namespace Qt::StringLiterals;
using money::Money;

/// Collects members of an object; what is absent is left out.
class ValueWriter
{
public:
    void add(QLatin1String name, const QString &text)
    {
        if (!text.isEmpty())
            m_members.emplace_back(name, JsonValue(text));
    }
    void add(QLatin1String name, bool value) { m_members.emplace_back(name, JsonValue(value)); }
    void add(QLatin1String name, qint64 value) { m_members.emplace_back(name, JsonValue(value)); }
    void add(QLatin1String name, const QDateTime &time)
    {
        if (time.isValid())
            add(name, time.toMSecsSinceEpoch());
    }
    void add(QLatin1String name, const Money &money)
    {
        ValueWriter amount;
        amount.add("amount"_L1, money.minorUnits());
        amount.add("currency"_L1, money.currency().code());
        add(name, std::move(amount));
    }
    void add(QLatin1String name, ValueWriter part)
    {
        m_members.emplace_back(name, JsonValue(std::move(part.m_members)));
    }
    void add(QLatin1String name, const std::vector<QString> &texts)
    {
        JsonList list;
        list.reserve(texts.size());
        for (const QString &text : texts)
            list.emplace_back(text);
        m_members.emplace_back(name, JsonValue(std::move(list)));
    }
    template <class T> void add(QLatin1String name, const std::optional<T> &value)
    {
        if (value)
            add(name, *value);
    }

    QVariant column() &&
    {
        return m_members.empty() ? QVariant() : QVariant(QString::fromUtf8(writeJson(JsonValue(std::move(m_members)))));
    }
    JsonValue value() && { return JsonValue(std::move(m_members)); }

private:
    JsonObject m_members;
};

/// Reads members out of an object by name. `isWhole` says in the end whether every one had its type and was read.
class ValueReader
{
public:
    explicit ValueReader(const JsonValue *value)
    {
        if (const auto *members = value ? value->as<JsonObject>() : nullptr)
            m_members = *members;
        else
            m_isSound = false;
    }

    bool isWhole() const { return m_isSound && m_members.empty(); }

    QString text(QLatin1String name) { return take<QString>(name).value_or(QString()); }
    std::optional<bool> truth(QLatin1String name) { return take<bool>(name); }
    std::optional<qint64> integer(QLatin1String name)
    {
        const auto number = take<JsonNumber>(name);
        const auto integer = number ? number->toInteger() : std::nullopt;
        m_isSound = m_isSound && number.has_value() == integer.has_value();
        return integer;
    }
    std::vector<QString> texts(QLatin1String name)
    {
        const JsonList values = take<JsonList>(name).value_or(JsonList());
        std::vector<QString> texts;
        texts.reserve(values.size());
        for (const JsonValue &value : values) {
            const QString *text = value.as<QString>();
            m_isSound = m_isSound && text;
            texts.push_back(text ? *text : QString());
        }
        return texts;
    }
    QDateTime time(QLatin1String name)
    {
        const auto milliseconds = integer(name);
        return milliseconds ? QDateTime::fromMSecsSinceEpoch(*milliseconds, Qt::UTC) : QDateTime();
    }
    std::optional<Money> money(QLatin1String name)
    {
        return part<Money>(name, [](ValueReader &amount) -> std::optional<Money> {
            const auto minorUnits = amount.integer("amount"_L1);
            const auto currency = money::Currency::fromCode(amount.text("currency"_L1));
            return minorUnits && currency ? std::optional(Money(*minorUnits, *currency)) : std::nullopt;
        });
    }
    /// Returns a member that is an object, as @p make reads it: it is called with a ValueReader & and returns
    /// optional<T>.
    template <class T, class Make> std::optional<T> part(QLatin1String name, Make make)
    {
        const auto members = take<JsonObject>(name);
        if (!members)
            return std::nullopt;
        const JsonValue value(*members);
        ValueReader inner(&value);
        std::optional<T> made = make(inner);
        m_isSound = m_isSound && made && inner.isWhole();
        return made;
    }

private:
    template <class T> std::optional<T> take(QLatin1String name)
    {
        const auto found =
            std::ranges::find_if(m_members, [name](const JsonMember &member) { return member.first == name; });
        if (found == m_members.end())
            return std::nullopt;
        std::optional<T> value;
        if (const T *stored = found->second.template as<T>())
            value = *stored;
        m_isSound = m_isSound && value.has_value();
        m_members.erase(found);
        return value;
    }

    JsonObject m_members;
    bool m_isSound = true;
};

/// Returns what @p make reads from a column, when the column holds that and nothing else. It is called with a
/// ValueReader &.
template <class T, class Make> std::optional<T> valueIn(const QVariant &column, Make make)
{
    if (column.isNull())
        return std::nullopt;
    const auto json = readJson(column.toString().toUtf8());
    ValueReader reader(json ? &*json : nullptr);
    std::optional<T> value = make(reader);
    return reader.isWhole() ? value : std::nullopt;
}

/// Returns a column with a list of objects; NULL for an empty one. @p written returns the object of one value.
template <class T, class Written> QVariant listColumn(const std::vector<T> &values, Written written)
{
    JsonList list;
    for (const T &value : values)
        list.push_back(written(value).value());
    return list.empty() ? QVariant() : QVariant(QString::fromUtf8(writeJson(JsonValue(std::move(list)))));
}

/// Returns the values of a column that listColumn() made; none when one of them is not complete. @p make is called with
/// a ValueReader & and returns optional<T>.
template <class T, class Make> std::vector<T> listIn(const QVariant &column, Make make)
{
    const auto json = column.isNull() ? std::nullopt : std::optional(readJson(column.toString().toUtf8()));
    const auto *list = json && *json ? (*json)->template as<JsonList>() : nullptr;
    std::vector<T> values;
    for (const JsonValue &value : list ? *list : JsonList()) {
        ValueReader reader(&value);
        std::optional<T> made = make(reader);
        if (!made || !reader.isWhole())
            return {};
        values.push_back(std::move(*made));
    }
    return values;
}

} // namespace tilldeck::ledger
