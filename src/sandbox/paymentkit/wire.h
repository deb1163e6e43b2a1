// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http.h"
#include "sandbox/idempotency.h"
#include "sandbox/paymentkit/engine.h"

#include <QSet>

namespace tilldeck::sandbox {

/// PaymentKit's protocol over the engine. Contract: paymentkit.openapi.yaml; members marked there as assumed are ours.
class PaymentKitWire
{
public:
    struct Access
    {
        QString accountId;
        QString key;
        QString payUrl; ///< of the hosted pages, ending in a slash; the token follows
        QSet<QString> withoutCalls;
    };

    PaymentKitWire(Engine &engine, Access access);

    Response answer(const Request &request);

private:
    Response call(const QString &operation, const QStringList &ids, const Request &request);
    Response createSession(const Request &request);
    Response listSessions(const Request &request);
    Response write(const QString &operation, const QString &id, const Request &request);
    Response listDocuments(const Request &request, const QString &kind, const QString &statusParameter,
                           const QString &parentParameter, bool newestFirst);
    QJsonObject sessionView(const Session &session, bool withCustomFields) const;

    Engine &m_engine;
    IdempotentCalls m_calls;
    Access m_access;
};

} // namespace tilldeck::sandbox
