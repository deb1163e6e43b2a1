// SPDX-License-Identifier: GPL-3.0-or-later
// Reads PaymentKit's request bodies and query parameters. Everything that can be told without the shop's data is
// checked here; all problems of a body are reported at once.
#pragma once

#include "sandbox/json_reader.h"
#include "sandbox/paymentkit/session.h"

namespace tilldeck::sandbox::paymentkit {

/// What is empty stays as it is.
struct RouteRequest
{
    QString name;
    QStringList processorIds;
};

Answer<SessionRequest> readSession(const QJsonObject &body);
/// A new route needs both members.
Answer<RouteRequest> readRoute(const QJsonObject &body, bool isNew);

/// Whether expand=custom_fields was asked for.
Answer<bool> readExpand(const QUrlQuery &query);

} // namespace tilldeck::sandbox::paymentkit
