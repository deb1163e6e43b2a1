// SPDX-License-Identifier: GPL-3.0-or-later
// Reads PaymentKit's request bodies and query parameters. Everything that can be told without the shop's data is
// checked here; all problems of a body are reported at once.
#pragma once

#include "sandbox/http.h"
#include "sandbox/refusal.h"
#include "sandbox/session.h"
#include "sandbox/store.h"

namespace tilldeck::sandbox::paymentkit {

struct RouteRequest
{
    QString name;
    QStringList processorIds;
};

/// 400 when BODY is not a JSON object.
Answer<QJsonObject> readBody(const QByteArray &body);

Answer<SessionRequest> readSession(const QJsonObject &body);
Answer<RouteRequest> readRoute(const QJsonObject &body);

/// limit (1 to 100, default 20) and offset.
Answer<Selection> readPaging(const QUrlQuery &query);

/// Whether expand=custom_fields was asked for.
Answer<bool> readExpand(const QUrlQuery &query);

} // namespace tilldeck::sandbox::paymentkit
