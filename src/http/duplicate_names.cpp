// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/duplicate_names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <vector>

namespace tilldeck::http {

namespace {

/// Returns the position after the text that begins at @p from.
qsizetype endOfText(const QByteArray &json, qsizetype from)
{
    qsizetype at = from + 1;
    while (at < json.size() && json.at(at) != '"')
        at += json.at(at) == '\\' ? 2 : 1;
    return at + 1;
}

/// Returns what the name @p written, with its quotation marks, means: letters may be written as escapes.
QByteArray nameFrom(const QByteArray &written)
{
    if (!written.contains('\\'))
        return written.mid(1, written.size() - 2);
    return QJsonDocument::fromJson('[' + written + ']').array().first().toString().toUtf8();
}

} // namespace

bool hasDuplicateNames(const QByteArray &json)
{
    struct Level
    {
        bool isObject = false;
        bool isNameNext = false;
        QSet<QByteArray> names;
    };
    std::vector<Level> levels;
    for (qsizetype at = 0; at < json.size(); ++at) {
        switch (json.at(at)) {
        case '{':
            levels.push_back({true, true, {}});
            break;
        case '[':
            levels.push_back({});
            break;
        case '}':
        case ']':
            if (!levels.empty())
                levels.pop_back();
            break;
        case ',':
            if (!levels.empty())
                levels.back().isNameNext = levels.back().isObject;
            break;
        case '"': {
            const qsizetype end = endOfText(json, at);
            if (!levels.empty() && levels.back().isNameNext) {
                Level &level = levels.back();
                const QByteArray name = nameFrom(json.mid(at, end - at));
                if (level.names.contains(name))
                    return true;
                level.names.insert(name);
                level.isNameNext = false;
            }
            at = end - 1;
            break;
        }
        default:
            break;
        }
    }
    return false;
}

} // namespace tilldeck::http
