// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"
#include "providers/provider.h"

#include <QObject>
#include <QThreadPool>

#include <deque>

namespace tilldeck::http {
class HttpClient;
}

namespace tilldeck::desk {

/// Keeps the latest requests of this run with their answers, without secrets, in memory only: bodies that were sent
/// whole, up to http::keptRequest, and answers up to http::keptAnswer, together at most mostBytes. Secrets are replaced
/// on a thread of its own, in the order in which the requests ended.
class RequestLog : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        qint64 number = 0;       ///< Counts from 1 in this run.
        http::Exchange exchange; ///< Without its bodies.
        QString requestId;       ///< That the provider gave to the request, for its support; empty where it gave none.
        QByteArray requestBody;  ///< Redacted; empty where it is not kept.
        QByteArray responseBody; ///< Redacted; empty where it is not kept.
    };
    /// So many requests that read are kept, and as many that may have changed something: a list that is asked for every
    /// second pushes out no creation.
    static constexpr size_t mostEntries = 1000;
    /// The oldest bodies beyond so many bytes are forgotten.
    static constexpr qsizetype mostBytes = qsizetype(8) * 1024 * 1024;

    explicit RequestLog(const http::HttpClient &client, QObject *parent = nullptr);
    ~RequestLog() override;

    /// Returns the newest first.
    const std::deque<Entry> &entries() const { return m_entries; }

signals:
    void added();

private:
    void read(http::Exchange exchange);
    void add(const Entry &entry);
    void forgetOldest(bool reads);
    void forgetBodies();

    std::deque<Entry> m_entries;
    size_t m_reads = 0, m_writes = 0; ///< How many of each are kept.
    qint64 m_number = 0;
    qsizetype m_bytes = 0; ///< Of all bodies.
    int m_waiting = 0;     ///< How many have not been read yet.
    QThreadPool m_reader;
};

/// Returns whether the request had no answer, or one of 400 or above.
bool hasFailed(const http::Exchange &exchange);
/// Returns request and answer with their headers, one header in a line, those bodies that were kept, and when
/// the request was sent.
QString exchangeText(const RequestLog::Entry &entry);
/// Returns the request as curlCommand() takes it. In the place of a body that was not kept stands a sentence.
providers::RequestText requestText(const RequestLog::Entry &entry);

} // namespace tilldeck::desk
