// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/request_log.h"

#include "http/http_client.h"

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

namespace {

QString headerLines(const http::Headers &headers)
{
    QString lines;
    for (const auto &[name, value] : headers)
        lines += QString::fromUtf8(name + ": " + value) + u'\n';
    return lines;
}

/// Returns a body as it is shown; a sentence in the place of one that was not kept.
QByteArray shownBody(const QByteArray &kept, qint64 bytes)
{
    return kept.isEmpty() && bytes > 0 ? "(a body of " + QByteArray::number(bytes) + " bytes, which is not kept)"
                                       : kept;
}

QString bodyLines(const QByteArray &kept, qint64 bytes)
{
    const QByteArray body = shownBody(kept, bytes);
    return body.isEmpty() ? QString() : u'\n' + QString::fromUtf8(body) + u'\n';
}

} // namespace

RequestLog::RequestLog(const http::HttpClient &client, QObject *parent)
    : QObject(parent)
{
    connect(&client, &http::HttpClient::exchanged, this, [this](const http::Exchange &exchange) {
        m_entries.push_front({++m_number, exchange});
        if (m_entries.size() > mostEntries)
            m_entries.pop_back();
        emit added();
    });
}

bool hasFailed(const http::Exchange &exchange)
{
    return exchange.failure || exchange.status >= 400;
}

QString requestIdOf(const http::Exchange &exchange)
{
    for (const auto &[name, value] : exchange.responseHeaders) {
        for (const auto *known : {"X-Request-Id", "Request-Id", "X-Correlation-Id"}) {
            if (name.compare(known, Qt::CaseInsensitive) == 0)
                return QString::fromUtf8(value);
        }
    }
    return {};
}

QString exchangeText(const http::Exchange &exchange)
{
    QString text = QString::fromLatin1(exchange.method) + u' ' + exchange.url + u'\n';
    text += headerLines(exchange.requestHeaders) + bodyLines(exchange.requestBody, exchange.requestBytes) + u'\n';
    text += u"HTTP %1, %2 ms, attempt %3\n"_s.arg(exchange.status).arg(exchange.duration.count()).arg(exchange.attempt);
    if (exchange.failure)
        text += exchange.detail + u'\n';
    return text + headerLines(exchange.responseHeaders) + bodyLines(exchange.responseBody, exchange.responseBytes);
}

providers::RequestText requestText(const http::Exchange &exchange)
{
    providers::RequestText request;
    request.method = exchange.method;
    request.url = QUrl(exchange.url);
    request.headers = exchange.requestHeaders;
    request.body = shownBody(exchange.requestBody, exchange.requestBytes);
    return request;
}

} // namespace tilldeck::desk
