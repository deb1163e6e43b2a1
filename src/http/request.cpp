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

Response::Response(int status, Headers headers, QByteArray body, QJsonDocument json)
    : status(status)
    , headers(std::move(headers))
    , body(std::move(body))
    , json(std::move(json))
{
}

QByteArray Response::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Failure::Failure(FailureKind kind, int status, QString detail)
    : kind(kind)
    , status(status)
    , detail(std::move(detail))
{
}

} // namespace tilldeck::http
