// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/khaime/demo.h"

#include "sandbox/khaime/engine.h"

#include <QFile>

namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDaysOfHistory = 120;

QJsonObject readShop()
{
    QFile file(u":/sandbox/khaime.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool seedCatalog(Store &store, const QJsonObject &shop, const QDateTime &now)
{
    const Business business = Business::from(shop["business"_L1].toObject());
    const QJsonValue since = timeValue(now.addDays(-kDaysOfHistory));
    if (!store.put(kind::business, u"own"_s, business.toDocument()))
        return false;
    const QJsonArray products = shop["products"_L1].toArray();
    for (const auto &value : products) {
        QJsonObject product = value.toObject();
        product["created_at"_L1] = since;
        if (!store.put(kind::products, QString::number(product["id"_L1].toInteger()), product))
            return false;
    }
    const QJsonArray merchants = shop["merchants"_L1].toArray();
    for (const auto &value : merchants) {
        QJsonObject merchant = value.toObject();
        QJsonObject profile = merchant["profile"_L1].toObject();
        profile["business_phone"_L1] = QJsonValue();
        profile["custom_domain"_L1] = QJsonValue();
        profile["created_at"_L1] = since;
        merchant["profile"_L1] = profile;
        QJsonObject terms = merchant["marketplace"_L1].toObject();
        terms["marketplace_id"_L1] = *business.marketplaceId;
        terms["joined_at"_L1] = since;
        merchant["marketplace"_L1] = terms;
        if (!store.put(kind::merchants, QString::number(merchant["id"_L1].toInteger()), merchant))
            return false;
    }
    return true;
}

Answer<Order> ordered(Engine &engine, const QString &flow, const QJsonObject &body)
{
    if (flow == "charge"_L1) {
        const auto request = readCharge(body);
        return request ? engine.charge(*request) : Answer<Order>(std::unexpected(request.error()));
    }
    if (flow == "checkout"_L1) {
        const auto request = readCheckout(body);
        return request ? engine.createCheckout(*request) : Answer<Order>(std::unexpected(request.error()));
    }
    const auto request = readSession(body);
    return request ? engine.createSession(*request) : Answer<Order>(std::unexpected(request.error()));
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

bool seedDemo(Store &store, const QDateTime &now)
{
    const QJsonObject shop = readShop();
    if (!seedCatalog(store, shop, now))
        return false;
    // The past is made by the same rules as the present, with the clock set back.
    QDateTime moment;
    Engine engine(store, [&moment] { return moment; });
    const QJsonArray samples = shop["orders"_L1].toArray();
    for (const auto &value : samples) {
        const QJsonObject sample = value.toObject();
        moment = now.addSecs(-3600 * sample["hours_ago"_L1].toInteger());
        const auto order = ordered(engine, sample["flow"_L1].toString(), sample["body"_L1].toObject());
        if (!order)
            return false;
        const bool pays = sample["card"_L1].toString() == "pays"_L1;
        const Card card{testCards().at(pays ? 0 : 2).number, u"12/99"_s, u"123"_s};
        for (int tries = sample.contains("card"_L1) ? sample["tries"_L1].toInt(1) : 0; tries > 0; --tries) {
            constexpr qint64 secondsToPay = 240;
            moment = moment.addSecs(secondsToPay);
            engine.pay(order->id, card);
        }
        if (!sample.contains("refund"_L1))
            continue;
        moment = moment.addDays(1);
        RefundRequest refund{order->transactionId, std::nullopt};
        if (const qint64 part = sample["refund"_L1].toInteger())
            refund.amount = part;
        if (!engine.refund(refund))
            return false;
    }
    return true;
}

} // namespace tilldeck::sandbox::khaime
