// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/request.h"

#include <QDateTime>
#include <QMetaType>

#include <optional>

namespace tilldeck::http {

/// One attempt as the merchant's developer may see it: redacted. The program's log has no bodies.
struct Exchange
{
    QDateTime startedAt; ///< UTC
    QByteArray method;
    QString url;              ///< Redacted.
    Headers requestHeaders;   ///< Redacted.
    Headers responseHeaders;  ///< Redacted.
    QByteArray requestBody;   ///< redactedBody() of what was sent.
    QByteArray responseBody;  ///< redactedBody() of an answer that could be read.
    qint64 requestBytes = 0;  ///< Size of the body.
    qint64 responseBytes = 0; ///< Size of the body as far as it was read.
    int status = 0;           ///< 0: no status arrived.
    int attempt = 1;          ///< Number of this attempt at the request, from 1.
    std::chrono::milliseconds duration{0};
    std::optional<FailureKind> failure; ///< Absent when there was a Response.
    QString detail;                     ///< Failure::detail
};

} // namespace tilldeck::http

Q_DECLARE_METATYPE(tilldeck::http::Exchange)
