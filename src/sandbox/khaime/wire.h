// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/khaime/engine.h"
#include "sandbox/khaime/rules.h"
#include "sandbox/provider_wire.h"

#include <QElapsedTimer>

namespace tilldeck::sandbox::khaime {

/// Khaime's protocol over its engine. Contract: khaime.openapi.yaml.
class Wire : public ProviderWire
{
public:
    struct Access
    {
        QString merchantId;
        QString key;
        QString payUrl; ///< of the hosted pages, ending in a slash; the id or token follows
        QSet<QString> withoutCalls;
    };

    Wire(Engine &engine, const Access &access);

protected:
    using ProviderWire::error;
    Response error(const Refusal &refusal) const override;
    std::optional<Response> denied(const Operation &operation, const Request &request) override;

private:
    Response createSession(const Call &call);
    Response getSession(const Call &call);
    Response createCheckout(const Call &call);
    Response getCheckout(const Call &call);
    Response confirmCheckout(const Call &call);
    Response createCharge(const Call &call);
    Response createRefund(const Call &call);
    Response calculatePricing(const Call &call);
    Response productPricing(const Call &call);
    Response getMerchant(const Call &call);
    Response updateMerchant(const Call &call);
    Response getSubscription(const Call &call);
    Response getAccount(const Call &call);
    Response listTransactions(const Call &call);
    Response listProducts(const Call &call);
    Response listSubscriptions(const Call &call);

    Response page(const QString &kind, const QString &name, const Answer<Selection> &selection,
                  QJsonObject (*view)(const QJsonObject &document));
    Response unconvertible(const QString &from, const QString &to) const;
    std::optional<Response> refusedOutsideMarketplace() const;

    Engine &m_engine;
    Access m_access;
    RateLimit m_limit;
    QElapsedTimer m_since;
};

} // namespace tilldeck::sandbox::khaime
