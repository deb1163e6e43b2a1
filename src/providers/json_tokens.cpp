// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json_tokens.h"

#include <QByteArrayView>

namespace tilldeck::providers {

namespace {

constexpr int deepest = 64;

class Reader
{
public:
    explicit Reader(QByteArrayView json)
        : m_json(json)
    {
    }

    std::optional<JsonTokens> whole()
    {
        JsonTokens value;
        if (!read(value, 0))
            return std::nullopt;
        skipSpace();
        return m_at == m_json.size() ? std::optional(value) : std::nullopt;
    }

private:
    char next() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    void skipSpace()
    {
        while (next() == ' ' || next() == '\t' || next() == '\n' || next() == '\r')
            ++m_at;
    }
    bool take(char character)
    {
        skipSpace();
        if (next() != character)
            return false;
        ++m_at;
        return true;
    }
    QByteArray since(qsizetype begin) const { return m_json.sliced(begin, m_at - begin).toByteArray(); }

    bool string(QByteArray &out)
    {
        skipSpace();
        const qsizetype begin = m_at;
        if (!take('"'))
            return false;
        while (m_at < m_json.size() && next() != '"')
            m_at += next() == '\\' ? 2 : 1;
        if (m_at >= m_json.size())
            return false;
        ++m_at;
        out = since(begin);
        return true;
    }
    bool scalar(JsonTokens &out)
    {
        const qsizetype begin = m_at;
        while (QByteArrayView("+-.0123456789abcdefghijklmnopqrstuvwxyzE").contains(next()) && next() != '\0')
            ++m_at;
        out.text = since(begin);
        bool isNumber = false;
        (void)out.text.toDouble(&isNumber);
        out.kind = isNumber ? JsonTokens::Kind::Number : JsonTokens::Kind::Word;
        return isNumber || out.text == "true" || out.text == "false" || out.text == "null";
    }
    bool members(JsonTokens &out, int depth)
    {
        const bool isObject = out.kind == JsonTokens::Kind::Object;
        const char end = isObject ? '}' : ']';
        if (take(end))
            return true;
        do {
            if (isObject && (!string(out.names.emplace_back()) || !take(':')))
                return false;
            if (!read(out.values.emplace_back(), depth + 1))
                return false;
        } while (take(','));
        return take(end);
    }
    bool read(JsonTokens &out, int depth)
    {
        skipSpace();
        if (depth > deepest)
            return false;
        switch (next()) {
        case '"':
            out.kind = JsonTokens::Kind::String;
            return string(out.text);
        case '{':
        case '[':
            out.kind = next() == '{' ? JsonTokens::Kind::Object : JsonTokens::Kind::Array;
            ++m_at;
            return members(out, depth);
        default:
            return scalar(out);
        }
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
};

} // namespace

std::optional<JsonTokens> readJsonTokens(const QByteArray &json)
{
    return Reader(json).whole();
}

} // namespace tilldeck::providers
