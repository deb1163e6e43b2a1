// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/khaime/demo.h"

#include "sandbox/khaime/engine.h"
#include "sandbox/sample_shop.h"

namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDaysOfHistory = 120;

bool seedCatalog(Store &store, const SampleShop &shop, const QDateTime &now)
{
    const Business business = Business::from(shop[u"business"].toObject());
    const QJsonValue since = timeValue(now.addDays(-kDaysOfHistory));
    if (!store.put(kind::business, u"own"_s, business.toDocument()))
        return false;
    const QJsonArray products = shop[u"products"].toArray();
    for (const auto &value : products) {
        QJsonObject product = value.toObject();
        product["created_at"_L1] = since;
        if (!store.put(kind::products, QString::number(product["id"_L1].toInteger()), product))
            return false;
    }
    const QJsonArray merchants = shop[u"merchants"].toArray();
    for (const auto &value : merchants) {
        QJsonObject merchant = value.toObject();
        QJsonObject profile = merchant["profile"_L1].toObject();
        profile["created_at"_L1] = since;
        merchant["profile"_L1] = profile;
        QJsonObject terms = merchant["marketplace"_L1].toObject();
        terms["joined_at"_L1] = since;
        merchant["marketplace"_L1] = terms;
        if (!store.put(kind::merchants, QString::number(merchant["id"_L1].toInteger()), merchant))
            return false;
    }
    return true;
}

Answer<Order> ordered(Engine &engine, const QJsonObject &sample)
{
    const QString flow = sample["flow"_L1].toString();
    const QJsonObject body = sample["body"_L1].toObject();
    if (flow == "charge"_L1)
        return then(readCharge(body), [&](const ChargeRequest &asked) { return engine.charge(asked); });
    if (flow == "checkout"_L1)
        return then(readCheckout(body), [&](const CheckoutRequest &asked) { return engine.createCheckout(asked); });
    return then(readSession(body), [&](const SessionRequest &asked) { return engine.createSession(asked); });
}

} // namespace

bool seedEmpty(Store &store)
{
    Business business;
    business.id = kMerchantId;
    business.name = u"Sandbox business"_s;
    business.country = u"US"_s;
    business.currency = u"USD"_s;
    business.customersPayFees = true;
    return store.put(kind::business, u"own"_s, business.toDocument());
}

bool seedDemo(Store &store, const QDateTime &now, qint64 sessions)
{
    SampleShop shop(u"khaime"_s, now, sessions);
    if (!seedCatalog(store, shop, now))
        return false;
    Engine engine(store, shop.clock());
    return shop.replay(
        [&engine](const QJsonObject &sample) { return ordered(engine, sample); },
        [&engine](const Order &order, const QJsonObject &sample) { engine.pay(order.id, SampleShop::cardFor(sample)); },
        [&engine](const Order &order, const QJsonObject &sample) {
            RefundRequest refund{order.transactionId, std::nullopt};
            if (const qint64 part = sample["refund"_L1].toInteger())
                refund.amount = part;
            return engine.refund(refund).has_value();
        });
}

} // namespace tilldeck::sandbox::khaime
