// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/request.h"

#include <QNetworkReply>

#include <optional>

namespace tilldeck::http {

/// What is known about one attempt once it is over.
struct Landing
{
    /// What we ended it for.
    enum class Stop { None, Deadline, Cancelled, HeadersTooLarge, BodyTooLarge };

    bool write = false;
    bool mayHaveLeft = false;
    Stop stop = Stop::None;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    int status = 0;
    Headers headers;
    QByteArray body;
};

/// Why `request` must not be sent at all; NotSent. Nothing when it may.
std::optional<Failure> problemWith(const Request &request);

/// The answer that a caller may trust: the table at FailureKind.
Answer judge(Landing landing);

} // namespace tilldeck::http
