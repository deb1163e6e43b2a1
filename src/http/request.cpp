// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request.h"

#include <utility>

namespace tilldeck::http {

Request::Request(QByteArray method, QUrl url, QByteArray body)
    : method(std::move(method))
    , url(std::move(url))
    , body(std::move(body))
{
}

Request Request::get(QUrl url)
{
    return {"GET", std::move(url)};
}

Request Request::post(QUrl url, QByteArray body)
{
    return {"POST", std::move(url), std::move(body)};
}

namespace {

QByteArray headerOf(const Headers &headers, const QByteArray &name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace

QString requestIdIn(const RequestIdPlace &place, const Headers &headers, const QJsonObject &json)
{
    if (!place.header.isEmpty())
        return QString::fromUtf8(headerOf(headers, place.header));
    return place.member.isEmpty() ? QString() : json.value(place.member).toString();
}

Response::Response(int status, Headers headers, QByteArray body, QJsonDocument json)
    : status(status)
    , headers(std::move(headers))
    , body(std::move(body))
    , json(std::move(json))
{
}

QByteArray Response::header(const QByteArray &name) const
{
    return headerOf(headers, name);
}

Failure::Failure(FailureKind kind, int status, QString detail)
    : kind(kind)
    , status(status)
    , detail(std::move(detail))
{
}

} // namespace tilldeck::http
