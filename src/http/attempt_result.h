// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/request.h"

#include <QNetworkReply>

#include <optional>

namespace tilldeck::http {

/// What is known about one attempt once it is over.
struct AttemptResult
{
    /// Why the client itself ended it.
    enum class Stop { None, Deadline, Cancelled, HeadersTooLarge, BodyTooLarge };

    bool isWrite = false;
    bool mayHaveLeft = false;
    Stop stop = Stop::None;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    CertificateProblem certificate = CertificateProblem::None;
    int status = 0; ///< 0: no status arrived.
    Headers headers;
    QByteArray body;
};

/// Returns why @p request must not be sent at all (FailureKind::NotSent), or nothing when it may be.
std::optional<Failure> problemWith(const Request &request);

/// Returns the answer that a caller may trust, by the table at FailureKind.
Answer classify(AttemptResult result);

} // namespace tilldeck::http
