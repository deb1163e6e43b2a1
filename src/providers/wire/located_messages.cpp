// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/located_messages.h"

#include <QJsonArray>

#include <algorithm>

namespace tilldeck::providers {

using namespace Qt::StringLiterals;

namespace {

/// Returns the path of @p place, a list of names and indexes that begins with the part of the request ("body").
QString locatedPath(const QJsonArray &place)
{
    QString path;
    for (qsizetype i = 0; i < place.size(); ++i) {
        const QJsonValue part = place.at(i);
        const QString name = part.toString();
        if (part.isDouble())
            path += u"[%1]"_s.arg(part.toInteger());
        else if (i > 0 || name != "body"_L1)
            path += path.isEmpty() ? name : u'.' + name;
    }
    return path;
}

} // namespace

std::vector<LocatedMessage> locatedMessages(const QJsonObject &body)
{
    constexpr qsizetype mostMessages = 100;
    std::vector<LocatedMessage> messages;
    const QJsonArray list = body["detail"_L1].toArray();
    for (qsizetype i = 0; i < std::min(list.size(), mostMessages); ++i) {
        const QJsonObject entry = list.at(i).toObject();
        const QString message = entry["msg"_L1].toString();
        if (!message.isEmpty())
            messages.emplace_back(locatedPath(entry["loc"_L1].toArray()), message);
    }
    return messages;
}

QString joinedMessages(const std::vector<LocatedMessage> &messages)
{
    QStringList lines;
    lines.reserve(static_cast<qsizetype>(messages.size()));
    for (const LocatedMessage &one : messages)
        lines << (one.path.isEmpty() ? one.message : u"%1: %2"_s.arg(one.path, one.message));
    return lines.join(u"; "_s);
}

} // namespace tilldeck::providers
