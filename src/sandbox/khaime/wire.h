// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http.h"
#include "sandbox/khaime/engine.h"
#include "sandbox/operations.h"
#include "sandbox/rate_limit.h"

#include <QElapsedTimer>
#include <QSet>

namespace tilldeck::sandbox {

/// Khaime's protocol over its engine. Contract: khaime.openapi.yaml.
class KhaimeWire
{
public:
    struct Access
    {
        QString merchantId;
        QString key;
        QString payUrl; ///< of the hosted pages, ending in a slash; the id or token follows
        QSet<QString> withoutCalls;
    };

    KhaimeWire(khaime::Engine &engine, Access access);

    Response answer(const Request &request);

private:
    bool isAllowed(const QString &operation, const Request &request) const;
    Response call(const Route &route, const Request &request);
    Response createSession(const Request &request);
    Response createCheckout(const Request &request);
    Response createCharge(const Request &request);
    Response createRefund(const Request &request);
    Response calculatePricing(const Request &request);
    Response productPricing(const QString &id, const Request &request);
    Response merchant(const QString &id, const Request &request);
    Response listTransactions(const Request &request);
    Response listProducts(const Request &request);
    Response listSubscriptions(const Request &request);

    khaime::Engine &m_engine;
    Access m_access;
    RateLimit m_limit;
    QElapsedTimer m_since;
};

} // namespace tilldeck::sandbox
