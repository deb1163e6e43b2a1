// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"
#include "http/request.h"
#include "http/retry.h"
#include "http/task.h"

#include <QObject>

#include <memory>

namespace tilldeck::http {

class Airspace;

/// The only way to the network. No redirect is followed, no cookie kept, nothing cached, no certificate error
/// ignored; credentials leave over TLS 1.2+ or to this machine only. Answers are capped at 8 MiB of body (counted
/// after decompression) and 64 KiB of headers.
///
/// Destroying the client, or cancelAll(), ends what is in flight: each awaiting coroutine resumes from the event loop
/// with Cancelled, or OutcomeUnknown for a write that may have left. Use it from the thread it lives in.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    explicit HttpClient(QObject *parent = nullptr);
    ~HttpClient() override;

    /// Exactly one attempt leaves this machine. See FailureKind for what each failure means.
    Task<Answer> send(Request request);

    /// Repeats a GET or a `repeatable` request while the answer is transient (isTransient()); any other request
    /// is sent once. A write whose earlier attempt may have acted ends as OutcomeUnknown unless a later answer settles
    /// it: 2xx, or a 4xx other than 401, 403, 408, 409, 425 and 429.
    Task<Answer> sendWithRetry(Request request, RetryPolicy policy = RetryPolicy());

    void cancelAll();

signals:
    /// After each attempt, also one that never left.
    void exchanged(const tilldeck::http::Exchange &exchange);

private:
    std::shared_ptr<Airspace> m_airspace;
};

} // namespace tilldeck::http
