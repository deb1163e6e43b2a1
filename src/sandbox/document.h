// SPDX-License-Identifier: GPL-3.0-or-later
// Converts values to and from the documents of the store. A type names its members once, for both directions:
//
//     template <DocumentOf<Line> L, typename Member> void visitMembers(L &line, Member &member)
//     {
//         member("name"_L1, line.name);
//     }
#pragma once

#include "money/currency.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <concepts>
#include <optional>
#include <type_traits>

namespace tilldeck::sandbox {

/// T or const T.
template <typename V, typename T>
concept DocumentOf = std::same_as<std::remove_const_t<V>, T>;

template <typename T> QJsonObject writeDocument(const T &value, Qt::DateFormat times);
template <typename T> T readDocument(const QJsonObject &document, Qt::DateFormat times);

/// Writes members into a document; what is absent becomes null.
class DocumentWriter
{
public:
    explicit DocumentWriter(Qt::DateFormat times)
        : m_times(times)
    {
    }

    template <typename T> void operator()(QLatin1StringView name, const T &value) { document[name] = json(value); }

    QJsonObject document;

private:
    template <typename T> QJsonValue json(const T &value) const
    {
        if constexpr (std::is_enum_v<T>)
            return int(value);
        else if constexpr (std::is_constructible_v<QJsonValue, T>)
            return value;
        else
            return writeDocument(value, m_times);
    }
    template <typename T> QJsonValue json(const std::optional<T> &value) const
    {
        return value ? json(*value) : QJsonValue();
    }
    template <typename T> QJsonValue json(const QList<T> &list) const
    {
        QJsonArray array;
        for (const T &element : list)
            array << json(element);
        return array;
    }
    QJsonValue json(const QDateTime &time) const
    {
        return time.isValid() ? QJsonValue(time.toUTC().toString(m_times)) : QJsonValue();
    }
    static QJsonValue json(const money::Currency &currency) { return currency.code(); }

    Qt::DateFormat m_times;
};

/// Reads members out of a document.
class DocumentReader
{
public:
    DocumentReader(QJsonObject document, Qt::DateFormat times)
        : m_document(std::move(document))
        , m_times(times)
    {
    }

    template <typename T> void operator()(QLatin1StringView name, T &value) const { read(m_document[name], value); }

private:
    template <typename T> void read(const QJsonValue &json, T &value) const
    {
        if constexpr (std::is_enum_v<T>)
            value = T(json.toInt());
        else if constexpr (std::same_as<T, bool>)
            value = json.toBool();
        else if constexpr (std::integral<T>)
            value = T(json.toInteger());
        else
            value = readDocument<T>(json.toObject(), m_times);
    }
    static void read(const QJsonValue &json, QString &value) { value = json.toString(); }
    static void read(const QJsonValue &json, QJsonObject &value) { value = json.toObject(); }
    static void read(const QJsonValue &json, std::optional<money::Currency> &value)
    {
        value = money::Currency::fromCode(json.toString());
    }
    void read(const QJsonValue &json, QDateTime &value) const
    {
        value = QDateTime::fromString(json.toString(), m_times);
    }
    template <std::integral T> void read(const QJsonValue &json, std::optional<T> &value) const
    {
        value = json.isDouble() ? std::optional(T(json.toInteger())) : std::nullopt;
    }
    template <typename T> void read(const QJsonValue &json, QList<T> &list) const
    {
        const QJsonArray array = json.toArray();
        for (const auto &element : array)
            read(element, list.emplaceBack());
    }

    QJsonObject m_document;
    Qt::DateFormat m_times;
};

template <typename T> QJsonObject writeDocument(const T &value, Qt::DateFormat times)
{
    DocumentWriter writer(times);
    visitMembers(value, writer);
    return writer.document;
}

template <typename T> T readDocument(const QJsonObject &document, Qt::DateFormat times)
{
    T value;
    DocumentReader reader(document, times);
    visitMembers(value, reader);
    return value;
}

} // namespace tilldeck::sandbox
