// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"
#include "http/request.h"
#include "http/retry.h"
#include "http/server_clock.h"
#include "http/task.h"

#include <QObject>

#include <memory>

namespace tilldeck::http {

class RequestContext;

/// The only way to the network. It follows no redirect, keeps no cookie, caches nothing and ignores no certificate
/// error; credentials are sent over TLS 1.2 or newer, or to this machine. An answer may have 4 MiB of body (counted
/// after decompression) and 64 KiB of headers.
///
/// Destroying the client, or cancelAll(), ends every request under way: each awaiting coroutine resumes from the event
/// loop with Cancelled, or with OutcomeUnknown for a write that may have left. Use it from the thread it lives in.
///
/// The logging category "tilldeck.http" has a redacted line for each attempt.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    explicit HttpClient(QObject *parent = nullptr, ServerClock serverClock = ServerClock());
    ~HttpClient() override;

    /// Sends @p request exactly once. See FailureKind for what each failure means.
    Task<Answer> send(Request request);

    /// Repeats a GET while the answer is transient (isTransient()); sends any other request once.
    Task<Answer> sendWithRetry(Request request, RetryPolicy policy = RetryPolicy());

    /// How those who ask providers repeat it. A test need not wait as long as a merchant.
    const RetryPolicy &retries() const { return m_retries; }
    void setRetries(RetryPolicy retries) { m_retries = std::move(retries); }

    /// Returns the time now by the clock of the server of @p url; invalid while no date of its answers counts.
    QDateTime serverTime(const QUrl &url) const { return m_serverClock.now(url); }
    /// Returns how many dates of that server's answers count.
    int serverTimeReadings(const QUrl &url) const { return m_serverClock.readings(url); }

    void cancelAll();

signals:
    /// Emitted after each attempt, also one that was never sent.
    void exchanged(const tilldeck::http::Exchange &exchange);
    /// Emitted when @p url answered with a complete 2xx to a request that carried @p key.
    void accepted(const QUrl &url, const tilldeck::http::Secret &key);

private:
    Task<Answer> sendAttempt(Request request, int number);
    void tellAccepted(const Request &request);

    std::shared_ptr<RequestContext> m_context;
    ServerClock m_serverClock;
    RetryPolicy m_retries;
};

} // namespace tilldeck::http
