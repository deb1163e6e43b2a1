// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/exchange.h"

#include "http/redact.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace tilldeck::http {

ExchangeBody::ExchangeBody(QByteArray body, qsizetype most)
    : m_most(most)
{
    if (body.size() <= std::max(most, keptRequest))
        m_body = std::move(body);
}

void ExchangeBody::addSecretsTo(CarriedSecrets &carried) const
{
    const QJsonDocument json = QJsonDocument::fromJson(m_body);
    carried.addOf(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()));
}

QByteArray ExchangeBody::redacted(const CarriedSecrets &carried) const
{
    return redactedBody(m_body, m_most, carried);
}

LoggedExchange logged(const Exchange &exchange)
{
    CarriedSecrets carried = exchange.carried;
    exchange.requestBody.addSecretsTo(carried);
    exchange.responseBody.addSecretsTo(carried);
    LoggedExchange line;
    line.url = carried.cutOutOf(exchange.url);
    line.detail = carried.cutOutOf(exchange.detail);
    return line;
}

ShownExchange shown(Exchange exchange)
{
    CarriedSecrets carried = std::exchange(exchange.carried, {});
    const ExchangeBody request = std::exchange(exchange.requestBody, {});
    const ExchangeBody response = std::exchange(exchange.responseBody, {});
    request.addSecretsTo(carried);
    response.addSecretsTo(carried);
    exchange.url = carried.cutOutOf(std::move(exchange.url));
    exchange.requestHeaders = carried.cutOutOf(std::move(exchange.requestHeaders));
    exchange.responseHeaders = carried.cutOutOf(std::move(exchange.responseHeaders));
    exchange.detail = carried.cutOutOf(std::move(exchange.detail));
    ShownExchange seen;
    seen.exchange = std::move(exchange);
    seen.requestBody = request.redacted(carried);
    seen.responseBody = response.redacted(carried);
    return seen;
}

} // namespace tilldeck::http
