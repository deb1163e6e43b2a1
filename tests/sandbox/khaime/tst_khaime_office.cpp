// SPDX-License-Identifier: GPL-3.0-or-later
// Prices, lists and access.
#include "sandbox/khaime/engine.h"
#include "sandbox/khaime/fixture.h"
#include "sandbox/khaime/wire.h"
#include "support/runner.h"

namespace khaime_office_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::test;

namespace {

QJsonObject pricing(const Reply &reply)
{
    return reply.json()["data"_L1]["pricing"_L1].toObject();
}

} // namespace

class KhaimeOfficeTest : public QObject
{
    Q_OBJECT

private slots:
    void calculationExampleIsAnsweredInBothShapes()
    {
        KhaimeShop shop;
        const QJsonValue documented = example(u"calculate-pricing.response.fragment.json"_s)["local"_L1];
        const Reply reply = shop.call("GET", u"/partner/pricing/calculate?amount=9000&target_currency=NGN"_s);
        QCOMPARE(reply.json()["local"_L1], documented);
        QCOMPARE(pricing(reply)["local"_L1]["amount"_L1], documented["amount"_L1]);
        QCOMPARE(pricing(reply)["conversion"_L1]["rate"_L1].toDouble(), 1600.0);
    }

    void calculationStartsAndEndsWhereItIsAsked_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("currency");
        QTest::newRow("no target") << u"amount=9000"_s << qint64(9000) << u"USD"_s;
        QTest::newRow("country decides") << u"amount=9000&customer_country=SN"_s << qint64(54000) << u"XOF"_s;
        QTest::newRow("from another currency")
            << u"amount=600&source_currency=XOF&target_currency=USD"_s << qint64(100) << u"USD"_s;
        QTest::newRow("from the sub-merchant's")
            << u"amount=1440000&sub_merchant_id=21&target_currency=USD"_s << qint64(9000) << u"USD"_s;
    }
    void calculationStartsAndEndsWhereItIsAsked()
    {
        QFETCH(QString, query);
        KhaimeShop shop;
        const Reply reply = shop.call("GET", u"/partner/pricing/calculate?"_s + query);
        QTEST(pricing(reply)["local"_L1]["amount"_L1].toInteger(), "amount");
        QTEST(pricing(reply)["local"_L1]["currency"_L1].toString(), "currency");
    }

    void calculationRefuses()
    {
        KhaimeShop shop;
        const auto status = [&](const QString &query) {
            return shop.call("GET", u"/partner/pricing/calculate"_s + query).status;
        };
        QCOMPARE(status(QString()), 400);
        QCOMPARE(status(u"?amount=x"_s), 422);
        QCOMPARE(status(u"?amount=1&target_currency=CHF"_s), 400);
        QCOMPARE(status(u"?amount=1&product_id=5"_s), 422);
    }

    void productsHavePricesInEveryCurrency()
    {
        KhaimeShop shop;
        const Reply reply = shop.call("GET", u"/partner/products/3046/pricing?currency=NGN"_s);
        QCOMPARE(reply.json()["data"_L1]["product"_L1]["name"_L1].toString(), u"Premium Course"_s);
        QCOMPARE(pricing(reply)["base"_L1]["formatted"_L1].toString(), u"$100.00"_s);
        QCOMPARE(pricing(reply)["local"_L1]["amount"_L1].toInteger(), 1600000);
        QCOMPARE(shop.call("GET", u"/partner/products/5/pricing"_s).status, 404);
    }

    void accessIsChecked()
    {
        KhaimeShop shop;
        const QByteArray init = QJsonDocument(example(u"sdk-initialize.request.json"_s)).toJson();
        const auto status = [&](const KhaimeShop::Headers &headers, const QByteArray &method, const QString &path) {
            return shop.call(method, path, method == "POST" ? init : QByteArray(), headers).status;
        };
        QCOMPARE(status({{"X-API-Key", "pk_sandbox_wrong"}}, "GET", u"/partner/account"_s), 401);
        QCOMPARE(status({{"X-API-Key", ""}}, "GET", u"/partner/account"_s), 401);
        QCOMPARE(status({{"X-Merchant-ID", "1"}}, "GET", u"/partner/account"_s), 200);
        QCOMPARE(status({{"X-Merchant-ID", "1"}}, "POST", u"/sdk/checkout/initialize"_s), 401);
        QCOMPARE(status({{"X-Merchant-ID", ""}}, "POST", u"/sdk/checkout/initialize"_s), 401);
        QCOMPARE(status({}, "POST", u"/sdk/checkout/initialize"_s), 200);
        QCOMPARE(status({}, "GET", u"/partner/nothing"_s), 404);
        QCOMPARE(status({}, "DELETE", u"/partner/account"_s), 405);
    }

    void listsArePagedAndSorted()
    {
        KhaimeShop shop;
        const QJsonValue page = shop.call("GET", u"/partner/transactions?limit=2&offset=1"_s).json()["data"_L1];
        QCOMPARE(page["transactions"_L1].toArray().size(), 2);
        QCOMPARE(page["limit"_L1].toInt(), 2);
        QCOMPARE(page["offset"_L1].toInt(), 1);
        QVERIFY(page["total"_L1].toInt() >= 9);
        const auto order = [&](const QString &query) {
            QList<qint64> amounts;
            const QJsonArray items = shop.list(u"transactions"_s, query);
            for (const auto &item : items)
                amounts << item["amount"_L1].toInteger();
            return amounts;
        };
        const auto rising = order(u"sort_by=amount&sort_order=ASC"_s);
        QVERIFY(std::ranges::is_sorted(rising));
        const auto newest = shop.list(u"transactions"_s);
        QVERIFY(newest.first()["created_at"_L1].toString() > newest.last()["created_at"_L1].toString());
        QCOMPARE(shop.list(u"products"_s, u"sort_by=name&sort_order=ASC"_s).first()["name"_L1].toString(),
                 u"Design consultation"_s);
        for (const QString &query : {u"limit=101"_s, u"offset=-1"_s, u"sort_order=up"_s, u"sort_by=colour"_s})
            QCOMPARE(shop.call("GET", u"/partner/transactions?"_s + query).status, 422);
    }

    void sampleShopShowsEveryOutcome()
    {
        KhaimeShop shop;
        QSet<QString> statuses;
        QSet<QString> currencies;
        int splits = 0;
        const QJsonArray all = shop.list(u"transactions"_s);
        for (const auto &item : all) {
            statuses << item["status"_L1].toString();
            currencies << item["currency"_L1].toString();
            splits += item.toObject().contains("conversion_details"_L1) ? 1 : 0;
        }
        QCOMPARE(statuses, (QSet<QString>{u"pending"_s, u"completed"_s, u"failed"_s, u"refunded"_s}));
        QCOMPARE(currencies, (QSet<QString>{u"USD"_s, u"NGN"_s, u"XOF"_s, u"GHS"_s}));
        QCOMPARE(splits, 2);
    }

    void tooManyCallsAreRefused()
    {
        QTemporaryDir folder;
        sandbox::Store store(folder.path());
        QCOMPARE(store.open(), QString());
        sandbox::khaime::Engine engine(store, QDateTime::currentDateTimeUtc);
        sandbox::khaime::Wire wire(engine, {u"1042"_s, u"key"_s, u"http://127.0.0.1/pay/"_s, {}});
        sandbox::Request request;
        request.method = "GET";
        request.path = u"api/v1/partner/account"_s.split(u'/');
        request.headers["x-api-key"] = "wrong";
        QCOMPARE(wire.answer(request).status, 401);
        request.headers["x-api-key"] = "key";
        sandbox::Response response;
        // 1001 calls are too many at any speed.
        for (int i = 0; i <= 1000 && response.status != 429; ++i)
            response = wire.answer(request);
        QCOMPARE(response.status, 429);
        QVERIFY(response.body.contains("\"Rate limit exceeded\""));
        QCOMPARE(response.headers.value(0).first, "Retry-After");
        QVERIFY(response.headers.value(0).second.toInt() >= 1);
    }

    void missingCallsAre501()
    {
        sandbox::Options options;
        options.withoutCalls = {u"getAccount"_s};
        KhaimeShop shop(options);
        QCOMPARE(shop.call("GET", u"/partner/account"_s).status, 501);
        QCOMPARE(shop.call("GET", u"/partner/products"_s).status, 200);
    }

    void foldersOfTheFirstVersionGetTheAccount()
    {
        QTemporaryDir folder;
        {
            sandbox::Store store(folder.path());
            QCOMPARE(store.open(), QString());
            QVERIFY(store.put(u"accounts"_s, u"paymentkit"_s, {{u"key"_s, u"sk_sandbox_old"_s}}));
        }
        sandbox::Options options;
        options.dataDir = folder.path();
        sandbox::Sandbox sandbox;
        const auto running = sandbox.start(options);
        QVERIFY(running);
        QCOMPARE(running->accounts.at(0).key, u"sk_sandbox_old"_s);
        QCOMPARE(running->accounts.at(1).provider, u"khaime"_s);
        const QString key = running->accounts.at(1).key;
        QVERIFY(key.startsWith("pk_sandbox_"_L1));
        sandbox.stop();
        QCOMPARE(sandbox.start(options)->accounts.at(1).key, key);
    }
};

TILLDECK_TEST(KhaimeOfficeTest)

} // namespace khaime_office_test

#include "tst_khaime_office.moc"
