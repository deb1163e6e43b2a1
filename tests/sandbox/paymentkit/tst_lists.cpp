// SPDX-License-Identifier: GPL-3.0-or-later
// Lists, paging, looking up, access, and calls that a provider may lack.
#include "sandbox/fixture.h"
#include "support/runner.h"

#include <QSet>

namespace lists_test {

using namespace tilldeck;
using namespace tilldeck::test;

class SandboxListsTest : public QObject
{
    Q_OBJECT

private slots:
    void pagesCoverEverythingOnce()
    {
        Shop shop;
        const int total = shop.get(u"/prices"_s).json()["total"_L1].toInt();
        QVERIFY(total > 10);
        QSet<QString> seen;
        for (int offset = 0; offset < total; offset += 4) {
            const Reply page = shop.get(u"/prices?limit=4&offset=%1"_s.arg(offset));
            QCOMPARE(page.json()["offset"_L1].toInt(), offset);
            QCOMPARE(page.items().size(), qMin(4, total - offset));
            const QJsonArray items = page.items();
            for (const auto &item : items)
                seen << item["id"_L1].toString();
        }
        QCOMPARE(seen.size(), total);
        QVERIFY(shop.get(u"/prices?offset=%1"_s.arg(total)).items().isEmpty());
    }

    void pagingBounds_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"limit=0", "limit=101", "limit=x", "limit=", "offset=-1", "offset=1.5"})
            QTest::newRow(query) << QString::fromLatin1(query);
    }
    void pagingBounds()
    {
        QFETCH(QString, query);
        Shop shop;
        QCOMPARE(shop.get(u"/products?"_s + query).status, 422);
    }

    void newestSessionComesFirst()
    {
        Shop shop;
        const QJsonObject made = shop.create(R"({"customer_id":"cus_kone"})").json();
        QCOMPARE(shop.get(u"/checkout-sessions?limit=1"_s).items().first()["id"_L1], made["id"_L1]);
    }

    void sampleShopHasEveryStateAndSeveralCurrencies()
    {
        Shop shop;
        for (const QString &status : {u"open"_s, u"completed"_s, u"expired"_s, u"failed"_s}) {
            const QJsonArray items = shop.get(u"/checkout-sessions?status="_s + status).items();
            QVERIFY2(!items.isEmpty(), qPrintable(status));
            for (const auto &item : items)
                QCOMPARE(item["status"_L1].toString(), status);
        }
        QSet<QString> currencies;
        const QJsonArray prices = shop.get(u"/prices?limit=100"_s).items();
        for (const auto &price : prices)
            currencies << price["currency"_L1].toString();
        QCOMPARE(currencies, (QSet<QString>{u"eur"_s, u"usd"_s, u"gbp"_s, u"xof"_s, u"jpy"_s}));
        QCOMPARE(shop.get(u"/customers"_s).items().size(), 8);
        QVERIFY(shop.get(u"/transactions?status=succeeded"_s).items().size() >= 8);
    }

    void emptySeedHasOnlyTheAccount()
    {
        sandbox::Options options;
        options.seed = sandbox::Seed::Empty;
        Shop shop(options);
        for (const QString &list : {u"/products"_s, u"/prices"_s, u"/customers"_s, u"/coupons"_s, u"/promotion-codes"_s,
                                    u"/transactions"_s, u"/checkout-sessions"_s})
            QCOMPARE(shop.get(list).json()["total"_L1].toInt(-1), 0);
        QVERIFY(shop.account().key.startsWith("sk_sandbox_"_L1));
    }

    void accessIsChecked()
    {
        Shop shop;
        const QString prices = shop.api() + "/prices"_L1;
        QCOMPARE(shop.send("GET", prices, {}, {{"Authorization", "Bearer sk_sandbox_wrong"}}).status, 401);
        QCOMPARE(shop.send("GET", prices, {}, {{"Authorization", ""}}).status, 401);
        QCOMPARE(shop.send("GET", shop.account().baseUrl + "/api/acc_other/prices"_L1).status, 403);
        QCOMPARE(shop.get(u"/nothing"_s).status, 404);
        QCOMPARE(shop.session(u"cs_none"_s).status, 404);
        QCOMPARE(shop.send("DELETE", prices).status, 405);
        QCOMPARE(shop.send("PUT", shop.api() + "/checkout-sessions"_L1, "{}").status, 405);
    }

    void missingCallsAre501()
    {
        sandbox::Options options;
        options.withoutCalls = {u"listPrices"_s};
        Shop shop(options);
        QCOMPARE(shop.get(u"/prices"_s).status, 501);
        QCOMPARE(shop.get(u"/products"_s).status, 200);
    }

    void routesCanBeAdded()
    {
        Shop shop;
        const QString routes = shop.account().baseUrl + "/v1/processor-routes"_L1;
        const Reply made =
            shop.send("POST", routes, R"({"name":"Mine","processors":[{"processor_id":"proc_def456"}]})");
        QCOMPARE(made.status, 201);
        const QByteArray id = made.json()["id"_L1].toString().toUtf8();
        const QByteArray body = R"({"customer_id":"cus_kone","processor_route_id":"%"})";
        QCOMPARE(shop.create(QByteArray(body).replace("%", id)).status, 201);
        QCOMPARE(shop.send("POST", routes, R"({"name":"Mine","processors":[{"processor_id":"proc_none"}]})").fields(),
                 QStringList{u"processors[0].processor_id"_s});
        QCOMPARE(shop.send("POST", routes, R"({"name":"","processors":[]})").status, 422);
    }

    void sessionsExpireByTheClock()
    {
        Shop shop;
        const QString id = shop.create(R"({"customer_id":"cus_kone","expires_in_hours":2})").json()["id"_L1].toString();
        shop.advanceHours(1);
        QCOMPARE(shop.session(id).json()["status"_L1].toString(), u"open"_s);
        shop.advanceHours(1);
        QCOMPARE(shop.session(id).json()["status"_L1].toString(), u"expired"_s);
        QCOMPARE(shop.post(u"/checkout-sessions/%1/expire"_s.arg(id)).status, 400);
    }

    void openSessionsCanBeExpired()
    {
        Shop shop;
        const QString id = shop.create(R"({"customer_id":"cus_kone"})").json()["id"_L1].toString();
        QCOMPARE(shop.post(u"/checkout-sessions/%1/expire"_s.arg(id)).json()["status"_L1].toString(), u"expired"_s);
        QCOMPARE(shop.session(id).json()["status"_L1].toString(), u"expired"_s);
        QCOMPARE(shop.post(u"/checkout-sessions/cs_none/expire"_s).status, 404);
    }

    void restartKeepsKeyAndState()
    {
        Shop shop;
        const QString key = shop.account().key;
        const QJsonObject made = shop.create(R"({"customer_id":"cus_kone"})").json();
        const int total = shop.get(u"/checkout-sessions"_s).json()["total"_L1].toInt();
        shop.restart();
        QCOMPARE(shop.account().key, key);
        QCOMPARE(shop.session(made["id"_L1].toString()).json()["secure_token"_L1], made["secure_token"_L1]);
        QCOMPARE(shop.get(u"/checkout-sessions"_s).json()["total"_L1].toInt(), total);
    }
};

TILLDECK_TEST(SandboxListsTest)

} // namespace lists_test

#include "tst_lists.moc"
