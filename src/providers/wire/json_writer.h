// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace tilldeck::providers {

/// Writes JSON without blanks, with members in the order of the calls. QJsonObject would sort them by name, and a
/// merchant reads a request from the customer down to the return URL. An empty name stands for an element of a list.
class JsonWriter
{
public:
    void beginObject(const QString &name = {}) { begin(name, '{'); }
    void endObject() { end('}'); }
    void beginList(const QString &name) { begin(name, '['); }
    void endList() { end(']'); }
    void value(const QString &name, const QJsonValue &value);
    /// Writes nothing for an empty @p text.
    void optionalText(const QString &name, const QString &text);

    QByteArray bytes() const { return m_bytes; }

private:
    void begin(const QString &name, char bracket);
    void end(char bracket);
    void nextMember(const QString &name);

    QByteArray m_bytes;
    int m_depth = 0;
    bool m_first = true;
};

} // namespace tilldeck::providers
