// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/demo.h"

#include "sandbox/paymentkit/engine.h"

#include <QFile>
#include <QJsonDocument>

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDaySeconds = 86'400;

QJsonObject readShop()
{
    QFile file(u":/sandbox/demo.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

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

bool seedCatalog(Store &store, const QJsonObject &shop, const QDateTime &now)
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

Card cardFor(const QString &behaviour)
{
    const QList<TestCard> cards = testCards();
    const int index = behaviour == "pays"_L1 ? 0 : behaviour == "short"_L1 ? 1 : 2;
    return {cards.at(index).number, u"12/99"_s, u"123"_s};
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
    const QJsonObject shop = readShop();
    if (!seedCatalog(store, shop, now))
        return false;
    // The past is made by the same rules as the present, with the clock set back.
    QDateTime moment;
    Engine engine(store, [&moment] { return moment; });
    const QJsonArray samples = shop["sessions"_L1].toArray();
    for (const auto &value : samples) {
        const QJsonObject sample = value.toObject();
        moment = now.addSecs(-3600 * sample["hours_ago"_L1].toInteger());
        const auto created = engine.create(requestFrom(sample));
        if (!created || !sample.contains("card"_L1))
            continue;
        for (int tries = sample["tries"_L1].toInt(1); tries > 0; --tries) {
            constexpr qint64 secondsToPay = 420;
            moment = moment.addSecs(secondsToPay);
            engine.pay(created->session.token, cardFor(sample["card"_L1].toString()));
        }
    }
    return true;
}

} // namespace tilldeck::sandbox::paymentkit
