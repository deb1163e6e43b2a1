// SPDX-License-Identifier: GPL-3.0-or-later
// What a wire sees of HTTP.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

namespace tilldeck::sandbox {

struct Request
{
    QByteArray method;
    QStringList path; ///< decoded segments below the wire's own prefix
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool isRewritten = false; ///< A fault: what it makes is kept as the provider writes it.
};

struct Response
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;

    void add(const QByteArray &name, const QByteArray &value) { headers.emplaceBack(name, value); }

    static Response json(int status, const QJsonObject &object, const QByteArray &type = "application/json")
    {
        return {status, type, QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
    }
};

} // namespace tilldeck::sandbox
