// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/request_log.h"

#include "http/http_client.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

namespace {

struct RequestLogText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RequestLog)
};

bool onlyReads(const http::Exchange &exchange)
{
    return exchange.method == "GET" || exchange.method == "HEAD";
}

/// Returns what became of a request that no status answers.
QString withoutAnswer(const http::Exchange &exchange)
{
    const QString took = QString::number(exchange.duration.count());
    const QString attempt = QString::number(exchange.attempt);
    if (exchange.failure == http::FailureKind::OutcomeUnknown)
        return RequestLogText::tr("Sent, and the connection ended without an answer after %1 ms, attempt %2")
            .arg(took, attempt);
    return RequestLogText::tr("No answer after %1 ms, attempt %2").arg(took, attempt);
}

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
        const bool reads = onlyReads(exchange);
        size_t &kept = reads ? m_reads : m_writes;
        if (++kept > mostEntries) {
            forgetOldest(reads);
            --kept;
        }
        emit added();
    });
}

void RequestLog::forgetOldest(bool reads)
{
    const auto oldest = std::ranges::find_if(m_entries.rbegin(), m_entries.rend(), [reads](const Entry &entry) {
        return onlyReads(entry.exchange) == reads;
    });
    if (oldest != m_entries.rend())
        m_entries.erase(std::next(oldest).base());
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
    if (exchange.status > 0)
        text +=
            u"HTTP %1, %2 ms, attempt %3\n"_s.arg(exchange.status).arg(exchange.duration.count()).arg(exchange.attempt);
    else
        text += withoutAnswer(exchange) + u'\n';
    // Qt says this of any connection that ends under a write.
    if (exchange.failure && exchange.detail != u"ContentReSendError"_s)
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
