// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http.h"
#include "sandbox/refusal.h"

namespace tilldeck::sandbox {

/// One call of a provider's contract.
struct Operation
{
    QByteArray method;
    QStringList path; ///< "*" takes any one segment
    QString name;     ///< operationId of the contract
};

struct Route
{
    QString name;
    QStringList ids; ///< the segments that stand for "*"
};

/// 404 for an unknown address, 405 for a known one with another method.
Answer<Route> routed(const QList<Operation> &operations, const Request &request);

/// For the Allow header of a 405: "GET, POST".
QByteArray methodsAt(const QList<Operation> &operations, const Request &request);

} // namespace tilldeck::sandbox
