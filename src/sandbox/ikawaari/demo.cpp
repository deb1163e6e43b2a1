// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ikawaari/demo.h"

#include "sandbox/ids.h"
#include "sandbox/ikawaari/engine.h"
#include "sandbox/sample_shop.h"

namespace tilldeck::sandbox::ikawaari {

using namespace Qt::StringLiterals;

namespace {

bool seedMerchant(Store &store, const QString &shop)
{
    return store.put(
        u"accounts"_s, u"ikawaari"_s,
        {{u"key"_s, newId(u"ik_test_"_s, 32)}, {u"read_only_key"_s, newId(u"ik_test_read_"_s, 32)}, {u"shop"_s, shop}});
}

void pay(Engine &engine, const QString &id, const QJsonObject &sample)
{
    if (const QJsonObject wallet = sample["wallet"_L1].toObject(); !wallet.isEmpty())
        engine.payByWallet(
            id, {wallet["operator"_L1].toString(), wallet["country"_L1].toString(), wallet["msisdn"_L1].toString()});
    else
        engine.pay(id, SampleShop::cardFor(sample));
}

} // namespace

bool seedEmpty(Store &store)
{
    return seedMerchant(store, u"Sandbox merchant"_s);
}

bool seedDemo(Store &store, const QDateTime &now, qint64 sessions)
{
    SampleShop shop(u"ikawaari"_s, now, sessions);
    if (!seedMerchant(store, shop[u"shop"].toString()))
        return false;
    Engine engine(store, shop.clock());
    return shop.replay(
        [&engine](const QJsonObject &sample) {
            return then(readSession(QJsonDocument(sample["body"_L1].toObject()).toJson()),
                        [&engine](const SessionRequest &asked) { return engine.create(asked); });
        },
        [&engine](const Session &session, const QJsonObject &sample) { pay(engine, session.id, sample); },
        [&engine](const Session &session, const QJsonObject &sample) {
            RefundRequest refund{std::nullopt, sample["reason"_L1].toString()};
            if (const qint64 part = sample["refund"_L1].toInteger())
                refund.amount = part;
            return engine.refund(session.paymentId, refund).has_value();
        });
}

} // namespace tilldeck::sandbox::ikawaari
