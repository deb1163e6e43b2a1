// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/write.h"

#include "http/redact.h"

#include <QCryptographicHash>

namespace tilldeck::providers {

QByteArray RequestText::indentedBody() const
{
    QByteArray text;
    qsizetype depth = 0;
    bool inString = false;
    const auto newLine = [&text, &depth] { text += '\n' + QByteArray(2 * depth, ' '); };
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body.at(i);
        const char next = i + 1 < body.size() ? body.at(i + 1) : '\0';
        if (inString) {
            text += c;
            if (c == '\\' && next != '\0')
                text += body.at(++i);
            inString = c != '"';
            continue;
        }
        const bool closes = c == '}' || c == ']';
        if (closes && !text.endsWith('{') && !text.endsWith('[')) {
            --depth;
            newLine();
        }
        text += c;
        if (c == '"') {
            inString = true;
        } else if (c == ':') {
            text += ' ';
        } else if (c == ',') {
            newLine();
        } else if ((c == '{' || c == '[') && next != '}' && next != ']') {
            ++depth;
            newLine();
        }
    }
    return text;
}

QByteArray PreparedRequest::bodyHash() const
{
    return QCryptographicHash::hash(m_request.body, QCryptographicHash::Sha256);
}

RequestText PreparedRequest::text() const
{
    RequestText text;
    text.method = m_request.method;
    text.url = m_request.url;
    text.headers = http::redactedHeaders(m_request);
    text.body = m_request.body;
    return text;
}

} // namespace tilldeck::providers
