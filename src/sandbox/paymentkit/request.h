// SPDX-License-Identifier: GPL-3.0-or-later
// Reads PaymentKit's request bodies and query parameters, and checks what needs no data of the shop. All problems of a
// body are reported at once.
#pragma once

#include "sandbox/json_reader.h"
#include "sandbox/paymentkit/session.h"

namespace tilldeck::sandbox::paymentkit {

/// A change of a processor route; an empty member is not changed.
struct RouteRequest
{
    QString name;
    QStringList processorIds;
};

Answer<SessionRequest> readSession(const QJsonObject &body);

/// Reads a route; a new one needs both members.
Answer<RouteRequest> readRoute(const QJsonObject &body, bool isNew);

/// Returns whether expand=custom_fields is asked for. 422 for anything else.
Answer<bool> readExpand(const QUrlQuery &query);

} // namespace tilldeck::sandbox::paymentkit
