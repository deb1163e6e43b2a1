// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ikawaari/demo.h"

#include "sandbox/ids.h"
#include "sandbox/ikawaari/engine.h"

#include <QFile>

namespace tilldeck::sandbox::ikawaari {

using namespace Qt::StringLiterals;

namespace {

bool seedMerchant(Store &store, const QString &shop)
{
    return store.put(
        u"accounts"_s, u"ikawaari"_s,
        {{u"key"_s, newId(u"ik_test_"_s, 32)}, {u"read_only_key"_s, newId(u"ik_test_read_"_s, 32)}, {u"shop"_s, shop}});
}

QJsonObject readShop()
{
    QFile file(u":/sandbox/ikawaari.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void pay(Engine &engine, const QString &id, const QJsonObject &sample)
{
    if (const QJsonObject wallet = sample["wallet"_L1].toObject(); !wallet.isEmpty())
        engine.payByWallet(
            id, {wallet["operator"_L1].toString(), wallet["country"_L1].toString(), wallet["msisdn"_L1].toString()});
    else
        engine.pay(id,
                   {testCards().at(sample["card"_L1].toString() == "pays"_L1 ? 0 : 2).number, u"12/99"_s, u"123"_s});
}

} // namespace

bool seedEmpty(Store &store)
{
    return seedMerchant(store, u"Sandbox merchant"_s);
}

bool seedDemo(Store &store, const QDateTime &now)
{
    const QJsonObject shop = readShop();
    if (!seedMerchant(store, shop["shop"_L1].toString()))
        return false;
    // The past is made by the same rules as the present, with the clock set back.
    QDateTime moment;
    Engine engine(store, [&moment] { return moment; });
    const QJsonArray samples = shop["sessions"_L1].toArray();
    for (const auto &value : samples) {
        const QJsonObject sample = value.toObject();
        moment = now.addSecs(-3600 * sample["hours_ago"_L1].toInteger());
        const auto request = readSession(QJsonDocument(sample["body"_L1].toObject()).toJson());
        const auto session = request ? engine.create(*request) : std::unexpected(request.error());
        if (!session)
            return false;
        const bool isTried = sample.contains("wallet"_L1) || sample.contains("card"_L1);
        for (int tries = isTried ? sample["tries"_L1].toInt(1) : 0; tries > 0; --tries) {
            constexpr qint64 secondsToPay = 95;
            moment = moment.addSecs(secondsToPay);
            pay(engine, session->id, sample);
        }
        if (!sample.contains("refund"_L1))
            continue;
        moment = moment.addDays(1);
        RefundRequest refund{std::nullopt, sample["reason"_L1].toString()};
        if (const qint64 part = sample["refund"_L1].toInteger())
            refund.amount = part;
        if (!engine.refund(session->paymentId, refund))
            return false;
    }
    return true;
}

} // namespace tilldeck::sandbox::ikawaari
