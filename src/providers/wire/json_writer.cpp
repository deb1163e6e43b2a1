// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tilldeck::providers {

namespace {

/// Returns one value as Qt writes it, so that escapes and numbers are right.
QByteArray spelled(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray({value})).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

} // namespace

void JsonWriter::value(const QString &name, const QJsonValue &value)
{
    nextMember(name);
    m_bytes += spelled(value);
}

void JsonWriter::optionalText(const QString &name, const QString &text)
{
    if (!text.isEmpty())
        value(name, text);
}

void JsonWriter::begin(const QString &name, char bracket)
{
    if (m_depth > 0)
        nextMember(name);
    m_bytes += bracket;
    ++m_depth;
    m_first = true;
}

void JsonWriter::end(char bracket)
{
    --m_depth;
    m_bytes += bracket;
    m_first = false;
}

void JsonWriter::nextMember(const QString &name)
{
    if (!m_first)
        m_bytes += ',';
    m_first = false;
    if (!name.isEmpty())
        m_bytes += spelled(name) + ':';
}

} // namespace tilldeck::providers
