// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/json_text.h"

#include <QLocale>
#include <QStringDecoder>

#include <algorithm>
#include <cctype>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

constexpr int deepestNesting = 64;

struct NotJson
{
    qsizetype at;
};

class Reader
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {
    }

    JsonValue document()
    {
        JsonValue value = next(0);
        skipSpace();
        if (m_at != m_text.size())
            throw NotJson{m_at};
        return value;
    }

private:
    char16_t peek() const { return m_at < m_text.size() ? m_text.at(m_at).unicode() : u'\0'; }

    void skipSpace()
    {
        while (peek() == u' ' || peek() == u'\t' || peek() == u'\n' || peek() == u'\r')
            ++m_at;
    }

    bool take(char16_t c)
    {
        skipSpace();
        if (peek() != c || m_at >= m_text.size())
            return false;
        ++m_at;
        return true;
    }

    void need(char16_t c)
    {
        if (!take(c))
            throw NotJson{m_at};
    }

    bool takeLiteral(QStringView word)
    {
        if (!m_text.sliced(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    JsonValue next(int depth)
    {
        if (depth > deepestNesting)
            throw NotJson{m_at};
        if (take(u'{'))
            return object(depth);
        if (take(u'['))
            return list(depth);
        if (take(u'"'))
            return JsonValue(string());
        if (takeLiteral(u"true"))
            return JsonValue(true);
        if (takeLiteral(u"false"))
            return JsonValue(false);
        if (takeLiteral(u"null"))
            return {};
        return JsonValue(number());
    }

    JsonValue object(int depth)
    {
        JsonObject members;
        if (take(u'}'))
            return JsonValue(std::move(members));
        do {
            need(u'"');
            QString name = string();
            need(u':');
            JsonValue value = next(depth + 1);
            members.emplace_back(std::move(name), std::move(value));
        } while (take(u','));
        need(u'}');
        return JsonValue(std::move(members));
    }

    JsonValue list(int depth)
    {
        JsonList values;
        if (take(u']'))
            return JsonValue(std::move(values));
        do {
            values.push_back(next(depth + 1));
        } while (take(u','));
        need(u']');
        return JsonValue(std::move(values));
    }

    QString string()
    {
        QString text;
        while (true) {
            const char16_t c = peek();
            if (m_at >= m_text.size() || c < 0x20)
                throw NotJson{m_at};
            ++m_at;
            if (c == u'"')
                return text;
            text += QChar(c == u'\\' ? escaped() : c);
        }
    }

    char16_t escaped()
    {
        const char16_t c = peek();
        ++m_at;
        switch (c) {
        case u'"':
        case u'\\':
        case u'/':
            return c;
        case u'b':
            return u'\b';
        case u'f':
            return u'\f';
        case u'n':
            return u'\n';
        case u'r':
            return u'\r';
        case u't':
            return u'\t';
        case u'u':
            return hex();
        default:
            throw NotJson{m_at - 1};
        }
    }

    char16_t hex()
    {
        const QStringView digits = m_text.mid(m_at, 4);
        const bool allHex =
            std::ranges::all_of(digits, [](QChar c) { return c.unicode() < 0x80 && std::isxdigit(c.unicode()) != 0; });
        if (digits.size() != 4 || !allHex)
            throw NotJson{m_at};
        m_at += 4;
        return digits.toUShort(nullptr, 16);
    }

    void digits()
    {
        const qsizetype begin = m_at;
        while (peek() >= u'0' && peek() <= u'9')
            ++m_at;
        if (m_at == begin)
            throw NotJson{m_at};
    }

    bool takeHere(QStringView anyOf)
    {
        const bool found = m_at < m_text.size() && anyOf.contains(m_text.at(m_at));
        m_at += found ? 1 : 0;
        return found;
    }

    JsonNumber number()
    {
        const qsizetype begin = m_at;
        takeHere(u"-");
        if (!takeHere(u"0"))
            digits();
        if (takeHere(u"."))
            digits();
        if (takeHere(u"eE")) {
            takeHere(u"+-");
            digits();
        }
        return JsonNumber(m_text.sliced(begin, m_at - begin).toLatin1());
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

QByteArray quoted(const QString &text)
{
    QByteArray out("\"");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (c == u'"' || c == u'\\') {
            out += '\\';
            out += c.toLatin1();
        } else if (isPair) {
            out += QStringView(text).sliced(i++, 2).toUtf8();
        } else if (c.unicode() < 0x20 || c.isSurrogate()) {
            // Half a pair has no UTF-8 of its own; escaped it survives.
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        } else {
            out += QStringView(text).sliced(i, 1).toUtf8();
        }
    }
    return out + '"';
}

template <class Items, class Write> QByteArray joined(char open, const Items &items, char close, Write write)
{
    QByteArray out(1, open);
    for (const auto &item : items)
        out += (out.size() > 1 ? QByteArray(",") : QByteArray()) + write(item);
    return out + close;
}

} // namespace

std::optional<qint64> JsonNumber::toInteger() const
{
    bool fits = false;
    const qint64 integer = text.toLongLong(&fits);
    return isWrittenWhole() && fits ? std::optional(integer) : std::nullopt;
}

bool JsonNumber::isWrittenWhole() const
{
    return !text.contains('.') && !text.contains('e') && !text.contains('E');
}

std::optional<double> JsonNumber::toDouble() const
{
    bool fits = false;
    const double number = text.toDouble(&fits);
    return fits && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

JsonValue::JsonValue(double number)
{
    QByteArray text = QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    if (!std::isfinite(number)) {
        value = QString::fromLatin1(text);
        return;
    }
    if (JsonNumber(text).isWrittenWhole())
        text += ".0";
    value = JsonNumber(std::move(text));
}

QByteArray writeJson(const JsonValue &value)
{
    if (const auto *boolean = value.as<bool>())
        return *boolean ? "true" : "false";
    if (const auto *number = value.as<JsonNumber>())
        return number->text;
    if (const auto *text = value.as<QString>())
        return quoted(*text);
    if (const auto *list = value.as<JsonList>())
        return joined('[', *list, ']', [](const JsonValue &item) { return writeJson(item); });
    if (const auto *object = value.as<JsonObject>())
        return joined('{', *object, '}',
                      [](const JsonMember &member) { return quoted(member.first) + ':' + writeJson(member.second); });
    return "null";
}

std::expected<JsonValue, qsizetype> readJson(const QByteArray &text)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decode(text);
    if (decode.hasError())
        return std::unexpected(0);
    try {
        return Reader(decoded).document();
    } catch (const NotJson &failure) {
        return std::unexpected(failure.at);
    }
}

} // namespace tilldeck::ledger
