// SPDX-License-Identifier: GPL-3.0-or-later
// A request that changes something at a provider, as a value.
#pragma once

#include "checkout/error.h"
#include "http/request.h"
#include "http/task.h"

#include <functional>

namespace tilldeck::providers {

/// Holds a request as it would be sent, for reading: secrets are already redacted.
struct RequestText
{
    /// Returns the body with line breaks and blanks between its parts; nothing else differs.
    QByteArray indentedBody() const;

    QByteArray method;
    QUrl url;
    http::Headers headers;
    QByteArray body; ///< The bytes that are sent.
};

/// Stands for the idempotency key in a request that is described, not sent.
inline constexpr QLatin1StringView describedKey{"<new for each creation>"};

/// Holds a request that is checked, encoded and ready to be sent. What is described, what the journal keeps the hash of
/// and what is sent are this one value.
class PreparedRequest
{
public:
    explicit PreparedRequest(http::Request request)
        : m_request(std::move(request))
    {
    }

    const QByteArray &body() const { return m_request.body; }
    QByteArray bodyHash() const; ///< SHA-256
    RequestText text() const;    ///< Returns the request without its secrets.

protected:
    const http::Request &request() const { return m_request; }

private:
    http::Request m_request;
};

/// A request whose answer, when it succeeds, is a T.
template <class T> class Write : public PreparedRequest
{
public:
    /// Sends a request once and reads its answer.
    using Sender = std::function<http::Task<checkout::Result<T>>(http::Request)>;

    Write(http::Request request, Sender sender)
        : PreparedRequest(std::move(request))
        , m_sender(std::move(sender))
    {
    }

    /// Sends the request once: each call is one request. It goes on when this value or the provider is destroyed.
    /// Errors: UnknownOutcome when it may have taken effect. Error::details has what the provider says.
    http::Task<checkout::Result<T>> send() const { return m_sender(request()); }

private:
    Sender m_sender;
};

/// Sends @p write, or returns why there is none.
template <class T> http::Task<checkout::Result<T>> send(checkout::Result<Write<T>> write)
{
    if (!write)
        co_return std::unexpected(write.error());
    auto answer = co_await write->send();
    co_return answer;
}

} // namespace tilldeck::providers
