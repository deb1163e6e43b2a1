// SPDX-License-Identifier: GPL-3.0-or-later
// What a payment credits, and what is given back of it.
#include "sandbox/khaime/engine.h"
#include "sandbox/khaime/fixture.h"
#include "support/runner.h"

#include <future>

namespace khaime_payment_test {

using namespace tilldeck;
using namespace tilldeck::test;

namespace {

const QJsonObject kScarf{{u"amount"_s, 140000},           {u"currency"_s, u"NGN"_s}, {u"total_amount"_s, 140000},
                         {u"total_currency"_s, u"NGN"_s}, {u"customer"_s, kJane},    {u"sub_merchant_id"_s, 21}};

} // namespace

class KhaimePaymentTest : public QObject
{
    Q_OBJECT

private slots:
    void subMerchantIsCreditedWithTheDocumentedFigures()
    {
        KhaimeShop shop;
        const QJsonObject charge = shop.charged(kScarf);
        QVERIFY(!shop.transactionOf(charge).contains("conversion_details"_L1));
        shop.payCharge(charge, kPays);
        const QJsonObject documented = example(u"marketplace-split.conversion-details.json"_s).object();
        const QJsonObject split = shop.transactionOf(charge)["conversion_details"_L1].toObject();
        QCOMPARE(without(split, {u"cart_identifier"_s}), without(documented, {u"cart_identifier"_s}));
        QVERIFY(split["cart_identifier"_L1].toString().startsWith("intent_"_L1));
    }

    void commissionComesFromWhereItIsSet_data()
    {
        QTest::addColumn<int>("merchant");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QJsonValue>("net");
        QTest::newRow("marketplace's rate") << 22 << QString() << QJsonValue(126000);
        QTest::newRow("own rate") << 22 << u"{\"commission_rate\": 0.125}"_s << QJsonValue(122500);
        QTest::newRow("own rate of nothing") << 21 << u"{\"commission_rate\": 0}"_s << QJsonValue(140000);
        QTest::newRow("suspended") << 23 << QString() << QJsonValue();
        QTest::newRow("pending") << 24 << QString() << QJsonValue();
    }
    void commissionComesFromWhereItIsSet()
    {
        QFETCH(int, merchant);
        QFETCH(QString, body);
        QFETCH(QJsonValue, net);
        KhaimeShop shop;
        const QString path = u"/partner/marketplace/merchants/%1"_s.arg(merchant);
        if (!body.isEmpty())
            QCOMPARE(shop.call("PATCH", path, body.toUtf8()).status, 200);
        const QJsonValue data = shop.call("GET", path).json()["data"_L1];
        QCOMPARE(data["payout"_L1]["charge_eligible"_L1].toBool(), net.isDouble());
        const QJsonObject charge = shop.charged(with(kScarf, {{u"sub_merchant_id"_s, merchant}}));
        shop.payCharge(charge, kPays);
        const QJsonObject transaction = shop.transactionOf(charge);
        QCOMPARE(transaction["status"_L1].toString(), u"completed"_s);
        QCOMPARE(transaction.contains("conversion_details"_L1), net.isDouble());
        if (net.isDouble())
            QCOMPARE(transaction["conversion_details"_L1]["net_credited"_L1], net);
    }

    void commissionBounds()
    {
        KhaimeShop shop;
        const auto status = [&](const QByteArray &body, const QString &id = u"21"_s) {
            return shop.call("PATCH", u"/partner/marketplace/merchants/"_s + id, body).status;
        };
        QCOMPARE(status(R"({"commission_rate":1.01})"), 422);
        QCOMPARE(status(R"({"commission_rate":"5 %"})"), 422);
        QCOMPARE(status(R"({"commission_rate":0.1,"name":"x"})"), 422);
        QCOMPARE(status("{}"), 400);
        QCOMPARE(status(R"({"commission_rate":0.1})", u"99"_s), 404);
        QCOMPARE(shop.call("GET", u"/partner/marketplace/merchants/99"_s).status, 404);
    }

    void withoutAMarketplaceItsCallsAreForbidden()
    {
        sandbox::Options options;
        options.seed = sandbox::Seed::Empty;
        KhaimeShop shop(options);
        QCOMPARE(shop.call("GET", u"/partner/marketplace/merchants/21"_s).status, 403);
        QVERIFY(shop.list(u"products"_s).isEmpty());
        QVERIFY(shop.list(u"transactions"_s).isEmpty());
        QCOMPARE(shop.call("GET", u"/partner/account"_s).json()["data"_L1]["baseline_currency"_L1].toString(),
                 u"USD"_s);
    }

    void refundsNeverExceedWhatWasPaid()
    {
        KhaimeShop shop;
        const QJsonObject charge = shop.charged(kDollars);
        const QJsonValue id = charge["transaction_id"_L1];
        QCOMPARE(shop.refund({{u"transaction_id"_s, id}}).status, 400);
        shop.payCharge(charge, kPays);
        QCOMPARE(shop.refund({{u"transaction_id"_s, id}, {u"amount"_s, 5321}}).status, 400);
        QCOMPARE(shop.refund({{u"transaction_id"_s, id}, {u"amount"_s, 0}}).status, 422);
        const QJsonObject part =
            shop.refund({{u"transaction_id"_s, id}, {u"amount"_s, 2500}}).json()["data"_L1].toObject();
        QCOMPARE(part["status"_L1].toString(), u"processing"_s);
        QCOMPARE(part["amount"_L1].toInteger(), 2500);
        QCOMPARE(shop.transactionOf(charge)["status"_L1].toString(), u"completed"_s);
        QCOMPARE(shop.transactionOf(charge)["refunded_amount"_L1].toInteger(), 2500);
        QCOMPARE(shop.refund({{u"transaction_id"_s, id}, {u"amount"_s, 2821}}).status, 400);
        QCOMPARE(shop.refund({{u"transaction_id"_s, id}}).json()["data"_L1]["amount"_L1].toInteger(), 2820);
        QCOMPARE(shop.transactionOf(charge)["status"_L1].toString(), u"refunded"_s);
        QCOMPARE(shop.transactionOf(charge)["refunded_amount"_L1].toInteger(), 5320);
        QCOMPARE(shop.refund({{u"transaction_id"_s, id}, {u"amount"_s, 1}}).status, 400);
        QCOMPARE(shop.refund({{u"transaction_id"_s, u"none"_s}}).status, 404);
        QCOMPARE(shop.refund({}).json()["error"_L1].toString(), u"Missing required fields"_s);
    }

    void racingRefundsGiveBackNoMore()
    {
        KhaimeShop shop;
        const QJsonObject charge = shop.charged(kDollars);
        shop.payCharge(charge, kPays);
        const QString id = charge["transaction_id"_L1].toString();
        // Other processes on the same folder, all at once.
        const auto racer = [folder = shop.folder(), id] {
            sandbox::Store store(folder);
            if (!store.open().isEmpty())
                return 0;
            sandbox::khaime::Engine engine(store, QDateTime::currentDateTimeUtc);
            int given = 0;
            for (int i = 0; i < 20; ++i)
                given += engine.refund({id, 300}).has_value() ? 1 : 0;
            return given;
        };
        std::vector<std::future<int>> racers;
        for (int i = 0; i < 4; ++i)
            racers.push_back(std::async(std::launch::async, racer));
        int given = 0;
        for (auto &one : racers)
            given += one.get();
        QCOMPARE(given, 17); // 17 × 300 = 5100 of 5320
        QCOMPARE(shop.transactionOf(charge)["refunded_amount"_L1].toInteger(), 5100);
    }

    void racingPaymentsChargeOnce()
    {
        KhaimeShop shop;
        const QString id = shop.charged(kNaira)["charge_id"_L1].toString();
        const auto racer = [folder = shop.folder(), id] {
            sandbox::Store store(folder);
            if (!store.open().isEmpty())
                return sandbox::Payment::StorageError;
            return sandbox::khaime::Engine(store, QDateTime::currentDateTimeUtc)
                .pay(id, {u"4242424242424242"_s, u"12/80"_s, u"123"_s})
                .outcome;
        };
        std::vector<std::future<sandbox::Payment::Outcome>> racers;
        for (int i = 0; i < 6; ++i)
            racers.push_back(std::async(std::launch::async, racer));
        int paid = 0;
        for (auto &one : racers)
            paid += one.get() == sandbox::Payment::Paid ? 1 : 0;
        QCOMPARE(paid, 1);
    }

    void unwrittenPaymentIsNeitherTakenNorTold_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind :
             {sandbox::khaime::kind::orders, sandbox::khaime::kind::transactions, sandbox::khaime::kind::wallet})
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void unwrittenPaymentIsNeitherTakenNorTold()
    {
        QFETCH(QString, kind);
        KhaimeShop shop;
        QSignalSpy told(&shop.thread(), &sandbox::SandboxThread::webhookTried);
        const QJsonObject charge = shop.charged(kScarf);
        QCOMPARE(breakWritesOf(kind, shop.folder()), QString());
        const Reply answer = shop.payCharge(charge, kPays);
        QCOMPARE(answer.status, 500);
        QVERIFY(answer.body.contains("Try again; nothing was charged."));
        QCOMPARE(shop.transactionOf(charge)["status"_L1].toString(), u"pending"_s);
        // Whatever is told next was not waiting.
        const QJsonObject session = shop.create(R"({"line_items":[{"price_id":"price_xyz"}]})").json();
        shop.pay(session, kPays);
        QTRY_COMPARE(told.size(), 1);
        const auto first = told.first().first().value<sandbox::Delivery>();
        QCOMPARE(first.webhook.provider, u"paymentkit"_s);
    }
};

TILLDECK_TEST(KhaimePaymentTest)

} // namespace khaime_payment_test

#include "tst_khaime_payment.moc"
