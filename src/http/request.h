// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/secret.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <expected>

namespace tilldeck::http {

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// Says where an answer has the id that its server gave to the request, for its support. Empty: nowhere.
struct RequestIdPlace
{
    QByteArray header;
    QString member; ///< Of the JSON object that an error is.
};

/// One call of a provider's API. The client sets Accept, Content-Type (JSON, when there is a body), Content-Length and
/// User-Agent; `headers` may replace Accept and Content-Type only.
struct Request
{
    Request() = default;
    Request(QByteArray method, QUrl url, QByteArray body = {});

    static Request get(QUrl url);
    static Request post(QUrl url, QByteArray body);

    QByteArray method = "GET"; ///< Upper case. Anything but GET is treated as a write.
    QUrl url;                  ///< http or https, without user info; a fragment is not sent.
    Headers headers;
    Secret bearer; ///< Sent as Authorization: Bearer; empty: not sent.
    QList<QPair<QByteArray, Secret>> secretHeaders;
    QByteArray body;
    /// Time from the call of send() to the last byte of the answer. A server that sends a byte now and then does not
    /// extend it.
    std::chrono::milliseconds deadline{30'000};
    RequestIdPlace requestId; ///< In the answer to it.
};

/// A complete HTTP answer, whatever its status. `json` is null only for 204 and for a 4xx without JSON.
struct Response
{
    Response() = default;
    Response(int status, Headers headers, QByteArray body, QJsonDocument json);

    bool isSuccess() const { return status >= 200 && status < 300; }
    /// Returns the first header of that name without regard to case, or an empty value.
    QByteArray header(const QByteArray &name) const;

    int status = 0;
    Headers headers;
    QByteArray body;
    QJsonDocument json;
};

/// Returns the id that a server gave to a request, from its answer's @p headers and @p json; empty where it gave none.
QString requestIdIn(const RequestIdPlace &place, const Headers &headers, const QJsonObject &json);

/// Says why there is no Response. A read is a GET, a write is everything else.
///
/// | What happened                                                  | Read      | Write                        |
/// |----------------------------------------------------------------|-----------|------------------------------|
/// | invalid input; a key without TLS to another machine             | NotSent   | NotSent                      |
/// | name not found, connection refused                              | NotSent   | NotSent                      |
/// | TLS handshake or certificate                                    | Refused   | Refused                      |
/// | deadline or lost connection before any of the body left         | NotSent   | NotSent (1)                  |
/// | deadline or lost connection later, body cut short               | NotSent   | OutcomeUnknown               |
/// | cancelAll() or the client destroyed, before the body left       | Cancelled | Cancelled (1)                |
/// | the same, later                                                 | Cancelled | OutcomeUnknown               |
/// | 2xx or 5xx whose body is not complete JSON, or names a member twice | Malformed | OutcomeUnknown, with status |
/// | no HTTP, or a body that cannot be decompressed                  | Malformed | OutcomeUnknown               |
/// | 4xx whose body is not JSON, or names a member twice             | Response  | Response, json null          |
/// | 301, 307, 308: the same request is wanted elsewhere             | Redirected | Redirected                  |
/// | 302, 303, other 3xx: may follow a success                       | Redirected | OutcomeUnknown, with status |
/// | headers or body beyond their cap                                | TooLarge  | OutcomeUnknown, with status  |
///
/// (1) A write with an empty body counts as sent as soon as it was passed to the network.
/// For a write, every kind but OutcomeUnknown means that nothing happened at the provider. For a read, NotSent means
/// unreachable, and Malformed or TooLarge that something answered, but not with what was asked for.
enum class FailureKind {
    NotSent,
    OutcomeUnknown,
    Malformed,
    TooLarge,
    Redirected,
    Refused, ///< TLS handshake or certificate; nothing was sent.
    Cancelled,
};

/// Says what is wrong with the certificate of a server, when that is why it was sent nothing.
enum class CertificateProblem {
    None,
    NotTrusted, ///< Nobody whom this computer trusts vouches for it: signed by itself, or by an unknown authority.
    WrongHost,  ///< It is the certificate of another host.
    Expired,    ///< By the clock of this computer it is no longer valid, or not yet.
};

/// Says what kept an answer from coming, where a merchant can do something with it.
enum class FailureCause {
    Other,
    HostNotFound,
    ConnectionRefused,
    ConnectionLost, ///< Also where it ended in the middle of an answer.
    TimedOut,
    Proxy,
    NotHttp,
    NotJson,
    TooLarge,
};

struct Failure
{
    Failure(FailureKind kind, int status, QString detail);

    FailureKind kind;
    int status = 0;                                            ///< HTTP status; 0: none arrived.
    QString detail;                                            ///< For the log: English, without secrets.
    CertificateProblem certificate = CertificateProblem::None; ///< When Refused.
    FailureCause cause = FailureCause::Other;
};

/// A Response for any complete HTTP answer, also for 4xx and 5xx with complete JSON.
using Answer = std::expected<Response, Failure>;

} // namespace tilldeck::http
