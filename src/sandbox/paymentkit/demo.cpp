// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/demo.h"

#include "sandbox/paymentkit/engine.h"
#include "sandbox/sample_shop.h"

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDaySeconds = 86'400;

// What every document of its kind has, unless the sample says otherwise.
QJsonObject completed(const QString &kind, QJsonObject document, const QDateTime &now)
{
    const auto fallBack = [&](const QString &name, const QJsonValue &value) {
        if (!document.contains(name))
            document[name] = value;
    };
    const bool isDiscount = kind == "coupons"_L1 || kind == "promotion-codes"_L1;
    if (isDiscount) {
        const QJsonValue days = document.take(u"expires_in_days"_s);
        document["expires_at"_L1] = days.isDouble() ? QJsonValue(isoTime(now.addDays(days.toInteger()))) : QJsonValue();
        fallBack(u"max_redemptions"_s, QJsonValue());
        fallBack(u"times_redeemed"_s, 0);
    } else if (kind != "processors"_L1) {
        document["created_at"_L1] = isoTime(now.addSecs(-90 * kDaySeconds));
    }
    if (kind == "prices"_L1)
        fallBack(u"billing_period"_s, QJsonValue());
    if (isDiscount || kind == "products"_L1 || kind == "prices"_L1)
        fallBack(u"is_active"_s, true);
    return document;
}

bool seedCatalog(Store &store, const SampleShop &shop, const QDateTime &now)
{
    const QStringList kinds{u"processors"_s, u"routes"_s,  u"products"_s,       u"prices"_s,
                            u"customers"_s,  u"coupons"_s, u"promotion-codes"_s};
    for (const QString &kind : kinds) {
        const QJsonArray documents = shop[kind].toArray();
        for (const auto &value : documents) {
            const QJsonObject document = completed(kind, value.toObject(), now);
            const bool isCode = kind == "promotion-codes"_L1;
            if (!store.put(kind, document[isCode ? "code"_L1 : "id"_L1].toString(), document,
                           document["is_default"_L1].toBool() ? u"default"_s : QString(),
                           document["product_id"_L1].toString()))
                return false;
        }
    }
    return true;
}

SessionRequest requestFrom(const QJsonObject &sample)
{
    SessionRequest request;
    request.customerId = sample["customer"_L1].toString();
    request.routeId = sample["route"_L1].toString();
    request.promotionCode = sample["code"_L1].toString();
    request.expiresInHours = sample["lifetime"_L1].toInt(24);
    request.successUrl = u"https://kestrel.example/thanks?session={CHECKOUT_SESSION_ID}"_s;
    request.returnUrl = u"https://kestrel.example/basket"_s;
    TierRequest first{{}, request.routeId};
    const QJsonArray prices = sample["prices"_L1].toArray();
    for (const auto &price : prices)
        first.lines << Line{price.toString(), sample["quantity"_L1].toInteger(1)};
    request.tiers << first;
    const QJsonArray cascade = sample["cascade"_L1].toArray();
    for (const auto &price : cascade)
        request.tiers << TierRequest{{Line{price.toString(), 1}}, {}};
    return request;
}

} // namespace

bool seedDemo(Store &store, const QDateTime &now)
{
    SampleShop shop(u"paymentkit"_s, now);
    if (!seedCatalog(store, shop, now))
        return false;
    Engine engine(store, shop.clock());
    return shop.replay([&engine](const QJsonObject &sample) { return engine.create(requestFrom(sample)); },
                       [&engine](const Created &made, const QJsonObject &sample) {
                           engine.pay(made.session.token, SampleShop::cardFor(sample));
                       },
                       [](const Created &, const QJsonObject &) { return true; });
}

} // namespace tilldeck::sandbox::paymentkit
