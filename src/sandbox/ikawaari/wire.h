// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call_window.h"
#include "sandbox/http.h"
#include "sandbox/idempotency.h"
#include "sandbox/ikawaari/engine.h"
#include "sandbox/operations.h"

#include <QSet>

namespace tilldeck::sandbox {

/// Ikawaari's protocol over its engine. Contract: ikawaari.openapi.yaml; members marked there as assumed are ours. That
/// one key serves the checkout and the merchant's back office is ours too.
class IkawaariWire
{
public:
    struct Access
    {
        QString key;
        QString readOnlyKey; ///< lacks the write scope: 403 for what is not a GET
        QString payUrl;      ///< of the hosted pages, ending in a slash; the session's id follows
        QSet<QString> withoutCalls;
    };

    static constexpr int kMostOfKey = 100;       ///< calls in a minute
    static constexpr int kMostOfMerchant = 1000; ///< also of those without a key

    IkawaariWire(ikawaari::Engine &engine, Access access);

    Response answer(const Request &request);

private:
    struct Caller;
    Caller callerOf(const Request &request);
    Response answered(const Request &request, const Caller &caller);
    Response call(const Route &route, const Request &request);
    Response createSession(const Request &request);
    Response hostedPay(const QString &id, const Request &request);
    Response lookUpSession(const QString &id);
    Response lookUpPayment(const QString &id);
    Response refund(const QString &id, const Request &request);
    QJsonArray refundsOf(const QString &id);
    Response listPayments(const Request &request);
    Response listTransactions(const Request &request);
    Response transactionStats(const Request &request);
    Response listIntents(const Request &request);

    ikawaari::Engine &m_engine;
    IdempotentCalls m_calls;
    Access m_access;
    CallWindow m_ofKey{kMostOfKey};
    CallWindow m_ofReadOnlyKey{kMostOfKey};
    CallWindow m_ofMerchant{kMostOfMerchant};
};

} // namespace tilldeck::sandbox
