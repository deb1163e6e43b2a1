// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/carried_secrets.h"
#include "http/request.h"

#include <QDateTime>
#include <QMetaType>

#include <optional>

namespace tilldeck::http {

/// A body as it went over the wire. It may hold secrets, and is given out without them only. Reading a long one takes a
/// while, which need not be that of the window's thread.
class ExchangeBody
{
public:
    ExchangeBody() = default;
    /// Shows nothing of a body of more than @p most bytes. One of more than keptRequest bytes is not even looked
    /// through for secrets.
    ExchangeBody(QByteArray body, qsizetype most);

    void addSecretsTo(CarriedSecrets &carried) const;
    /// Returns what redactedBody() makes of it.
    QByteArray redacted(const CarriedSecrets &carried = {}) const;

private:
    QByteArray m_body;
    qsizetype m_most = 0;
};

/// One attempt as the merchant's developer may see it: redacted. The program's log has no bodies.
struct Exchange
{
    QDateTime startedAt; ///< UTC
    QByteArray method;
    QString url;             ///< Redacted.
    Headers requestHeaders;  ///< Redacted.
    Headers responseHeaders; ///< Redacted.
    RequestIdPlace requestId;
    ExchangeBody requestBody;
    ExchangeBody responseBody; ///< Of an answer that could be read.
    qint64 requestBytes = 0;   ///< Size of the body.
    qint64 responseBytes = 0;  ///< Size of the body as far as it was read.
    int status = 0;            ///< 0: no status arrived.
    int attempt = 1;           ///< Number of this attempt at the request, from 1.
    std::chrono::milliseconds duration{0};
    std::optional<FailureKind> failure; ///< Absent when there was a Response.
    QString detail;                     ///< Failure::detail
    CarriedSecrets carried;             ///< What its headers and its address carry. The bodies may carry more.
};

/// An Exchange for people: without whatever it carried as a secret, in each of its parts.
struct ShownExchange
{
    Exchange exchange; ///< Without its bodies, and what it carried.
    QByteArray requestBody;
    QByteArray responseBody;
};

/// What the program's log says of an Exchange, without whatever it carried as a secret.
struct LoggedExchange
{
    QString url;
    QString detail;
};

/// Returns what is logged of @p exchange. It is said on the window's thread, so only these two are redacted.
LoggedExchange logged(const Exchange &exchange);

/// Returns @p exchange as it is shown. Reading long bodies takes a while, which need not be that of the window's
/// thread.
ShownExchange shown(Exchange exchange);

} // namespace tilldeck::http

Q_DECLARE_METATYPE(tilldeck::http::Exchange)
