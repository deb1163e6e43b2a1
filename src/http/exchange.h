// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/request.h"

#include <QDateTime>
#include <QMetaType>

#include <optional>

namespace tilldeck::http {

/// One attempt as the exchange log keeps it: redacted, without bodies.
struct Exchange
{
    QDateTime startedAt; ///< UTC
    QByteArray method;
    QString url;              ///< redacted
    Headers requestHeaders;   ///< redacted
    Headers responseHeaders;  ///< redacted
    qint64 requestBytes = 0;  ///< size of the body
    qint64 responseBytes = 0; ///< size of the body as far as it was read
    int status = 0;           ///< 0: no status arrived
    std::chrono::milliseconds duration{0};
    std::optional<FailureKind> failure; ///< none: there was a Response
    QString detail;                     ///< of the failure
};

} // namespace tilldeck::http

Q_DECLARE_METATYPE(tilldeck::http::Exchange)
