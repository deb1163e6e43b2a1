// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/request_log.h"

#include "http/http_client.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <utility>

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

qsizetype bytesOf(const RequestLog::Entry &entry)
{
    return entry.requestBody.size() + entry.responseBody.size();
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
    m_reader.setMaxThreadCount(1);
    connect(&client, &http::HttpClient::exchanged, this, &RequestLog::read);
}

RequestLog::~RequestLog()
{
    m_reader.clear();
    m_reader.waitForDone();
}

void RequestLog::read(http::Exchange exchange)
{
    Entry entry;
    entry.number = ++m_number;
    entry.exchange = std::move(exchange);
    constexpr int mostWaiting = 100;
    if (m_waiting >= mostWaiting) {
        entry.exchange.requestBody = {};
        entry.exchange.responseBody = {};
    }
    ++m_waiting;
    m_reader.start([this, entry = std::move(entry)]() mutable {
        http::ShownExchange shown = http::shown(std::move(entry.exchange));
        entry.exchange = std::move(shown.exchange);
        entry.requestBody = std::move(shown.requestBody);
        entry.responseBody = std::move(shown.responseBody);
        entry.requestId = http::requestIdIn(entry.exchange.requestId, entry.exchange.responseHeaders,
                                            QJsonDocument::fromJson(entry.responseBody).object());
        // In the order in which they were read, which that of a queue is.
        QMetaObject::invokeMethod(this, [this, entry] { add(entry); }, Qt::QueuedConnection);
    });
}

void RequestLog::add(const Entry &entry)
{
    --m_waiting;
    m_bytes += bytesOf(entry);
    m_entries.push_front(entry);
    const bool reads = onlyReads(entry.exchange);
    size_t &kept = reads ? m_reads : m_writes;
    if (++kept > mostEntries) {
        forgetOldest(reads);
        --kept;
    }
    forgetBodies();
    emit added();
}

void RequestLog::forgetOldest(bool reads)
{
    const auto oldest = std::ranges::find_if(m_entries.rbegin(), m_entries.rend(), [reads](const Entry &entry) {
        return onlyReads(entry.exchange) == reads;
    });
    if (oldest == m_entries.rend())
        return;
    m_bytes -= bytesOf(*oldest);
    m_entries.erase(std::next(oldest).base());
}

void RequestLog::forgetBodies()
{
    for (auto oldest = m_entries.rbegin(); m_bytes > mostBytes && oldest != m_entries.rend(); ++oldest) {
        m_bytes -= bytesOf(*oldest);
        oldest->requestBody.clear();
        oldest->responseBody.clear();
    }
}

bool hasFailed(const http::Exchange &exchange)
{
    return exchange.failure || exchange.status >= 400;
}

QString exchangeText(const RequestLog::Entry &entry)
{
    const http::Exchange &exchange = entry.exchange;
    QString text = exchange.startedAt.toString(Qt::ISODateWithMs) + u'\n';
    text += QString::fromLatin1(exchange.method) + u' ' + exchange.url + u'\n';
    text += headerLines(exchange.requestHeaders) + bodyLines(entry.requestBody, exchange.requestBytes) + u'\n';
    if (exchange.status > 0)
        text += RequestLogText::tr("HTTP %1, %2 ms, attempt %3")
                    .arg(QString::number(exchange.status), QString::number(exchange.duration.count()),
                         QString::number(exchange.attempt)) +
                u'\n';
    else
        text += withoutAnswer(exchange) + u'\n';
    // Qt says this of any connection that ends under a write.
    if (exchange.failure && exchange.detail != u"ContentReSendError"_s)
        text += exchange.detail + u'\n';
    return text + headerLines(exchange.responseHeaders) + bodyLines(entry.responseBody, exchange.responseBytes);
}

providers::RequestText requestText(const RequestLog::Entry &entry)
{
    const http::Exchange &exchange = entry.exchange;
    providers::RequestText request;
    request.method = exchange.method;
    request.url = QUrl(exchange.url);
    request.headers = exchange.requestHeaders;
    request.body = shownBody(entry.requestBody, exchange.requestBytes);
    return request;
}

} // namespace tilldeck::desk
