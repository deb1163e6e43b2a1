// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/demo.h"

#include "sandbox/paymentkit/engine.h"
#include "sandbox/paymentkit/request.h"
#include "sandbox/sample_shop.h"

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

bool seedCatalog(Store &store, const SampleShop &shop, const QDateTime &now)
{
    constexpr int daysOfHistory = 90;
    const QStringList kinds{u"processors"_s, u"routes"_s,  u"products"_s,       u"prices"_s,
                            u"customers"_s,  u"coupons"_s, u"promotion-codes"_s};
    for (const QString &kind : kinds) {
        const bool isCode = kind == "promotion-codes"_L1;
        const QJsonArray documents = shop[kind].toArray();
        for (const auto &value : documents) {
            QJsonObject document = value.toObject();
            if (isCode || kind == "coupons"_L1) {
                const QJsonValue days = document.take(u"expires_in_days"_s);
                document["expires_at"_L1] =
                    days.isDouble() ? QJsonValue(isoTime(now.addDays(days.toInteger()))) : QJsonValue();
            } else if (kind != "processors"_L1) {
                document["created_at"_L1] = isoTime(now.addDays(-daysOfHistory));
            }
            // value(), because [] would add an absent member as null.
            if (!store.put(kind, document.value(isCode ? "code"_L1 : "id"_L1).toString(), document,
                           document.value("is_default"_L1).toBool() ? u"default"_s : QString(),
                           document.value("product_id"_L1).toString()))
                return false;
        }
    }
    return true;
}

} // namespace

bool seedDemo(Store &store, const QDateTime &now, qint64 sessions)
{
    SampleShop shop(u"paymentkit"_s, now, sessions);
    if (!seedCatalog(store, shop, now))
        return false;
    Engine engine(store, shop.clock());
    return shop.replay(
        [&](const QJsonObject &sample) {
            QJsonObject body = sample["body"_L1].toObject();
            for (const QString &url : {u"success_url"_s, u"return_url"_s})
                body[url] = shop[url];
            return then(readSession(body), [&engine](const SessionRequest &asked) { return engine.create(asked); });
        },
        [&engine](const Created &made, const QJsonObject &sample) {
            engine.pay(made.session.token, SampleShop::cardFor(sample));
        },
        [](const Created &, const QJsonObject &) { return true; });
}

} // namespace tilldeck::sandbox::paymentkit
