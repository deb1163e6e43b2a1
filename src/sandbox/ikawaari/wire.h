// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call_window.h"
#include "sandbox/idempotency.h"
#include "sandbox/ikawaari/engine.h"
#include "sandbox/provider_wire.h"

namespace tilldeck::sandbox::ikawaari {

/// Ikawaari's protocol over its engine. Contract: ikawaari.openapi.yaml; members marked there as assumed are ours. That
/// one key serves the checkout and the merchant's back office is ours too.
class Wire : public ProviderWire
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
    static constexpr int kMostOfMerchant = 1000; ///< in a minute, also of those without a key
    static constexpr qint64 kWindowSeconds = 60;

    Wire(Engine &engine, const Access &access);

    Response answer(const Request &request) override;

protected:
    using ProviderWire::error;
    Response error(const Refusal &refusal) const override;
    std::optional<Response> denied(const Operation &operation, const Request &request) override;
    Response perform(const Operation &operation, const Call &call) override;

private:
    struct Caller;
    Caller callerOf(const Request &request);
    Response createSession(const Call &call);
    Response getSession(const Call &call);
    Response payHostedCheckout(const Call &call);
    Response getPayment(const Call &call);
    Response refundPayment(const Call &call);
    Response listRefunds(const Call &call);
    Response listPayments(const Call &call);
    Response listTransactions(const Call &call);
    Response transactionStats(const Call &call);
    Response listIntents(const Call &call);
    Response getIntent(const Call &call);
    Response simulatePayment(const Call &call);
    QJsonArray refundsOf(const QString &paymentId);

    Engine &m_engine;
    IdempotentCalls m_calls;
    Access m_access;
    CallWindow m_ofKey{kMostOfKey, kWindowSeconds};
    CallWindow m_ofReadOnlyKey{kMostOfKey, kWindowSeconds};
    CallWindow m_ofMerchant{kMostOfMerchant, kWindowSeconds};
};

} // namespace tilldeck::sandbox::ikawaari
