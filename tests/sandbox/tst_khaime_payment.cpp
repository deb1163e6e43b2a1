// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions and SDK checkouts, how they are paid, credited and given back.
#include "sandbox/khaime_engine.h"
#include "sandbox/khaime_fixture.h"
#include "sandbox/khaime_wire.h"
#include "support/runner.h"

#include <QMessageAuthenticationCode>
#include <QTcpServer>
#include <QTcpSocket>

#include <future>

using namespace tilldeck;
using namespace tilldeck::test;

namespace {

const QJsonObject kSession{{u"amount"_s, 5000},
                           {u"currency"_s, u"USD"_s},
                           {u"product_name"_s, u"Premium Plan"_s},
                           {u"customer"_s, QJsonObject{{u"email"_s, u"jane@example.com"_s}}},
                           {u"success_url"_s, u"https://example.com/success?a=%20b"_s}};
const QJsonObject kScarf{{u"amount"_s, 140000},           {u"currency"_s, u"NGN"_s}, {u"total_amount"_s, 140000},
                         {u"total_currency"_s, u"NGN"_s}, {u"customer"_s, kJane},    {u"sub_merchant_id"_s, 21}};

QJsonObject pricing(const Reply &reply)
{
    return reply.json()["data"_L1]["pricing"_L1].toObject();
}

} // namespace

class KhaimePaymentTest : public QObject
{
    Q_OBJECT

private slots:
    void sessionExampleIsAnsweredFigureByFigure()
    {
        KhaimeShop shop;
        const QJsonObject documented =
            example(u"create-payment-session.response.json"_s).object()["data"_L1].toObject();
        const QJsonObject session = shop.sessionOf(example(u"create-payment-session.request.json"_s).object());
        QCOMPARE(session.keys(), documented.keys());
        const QStringList own{u"session_id"_s, u"stripe_session_id"_s, u"payment_url"_s, u"expires_at"_s};
        QCOMPARE(without(session, own), without(documented, own));
        QCOMPARE(session["expires_at"_L1].toString(), u"2027-01-15T08:30:00.000Z"_s);
    }

    void checkoutExampleIsAnsweredFigureByFigure()
    {
        KhaimeShop shop;
        const QJsonObject documented = example(u"sdk-initialize.response.json"_s).object();
        const QJsonObject checkout = shop.checkout(example(u"sdk-initialize.request.json"_s).object());
        const QStringList own{u"sessionToken"_s, u"expiresAt"_s, u"checkoutUrl"_s, u"merchantBranding"_s};
        QCOMPARE(without(checkout, own), without(documented, own));
        const QStringList branding = documented["merchantBranding"_L1].toObject().keys();
        QCOMPARE(checkout["merchantBranding"_L1].toObject().keys(), branding);
        QCOMPARE(checkout["merchantBranding"_L1]["name"_L1].toString(), u"Acme"_s);
        QVERIFY(checkout["sessionToken"_L1].toString().startsWith("khs_"_L1));
    }

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

    void sessionNeedsItsFields_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const QString missing = u"Missing required fields"_s;
        QTest::newRow("no product") << without(kSession, {u"product_name"_s}) << 400 << missing;
        QTest::newRow("no amount") << without(kSession, {u"amount"_s}) << 400 << missing;
        QTest::newRow("no customer") << without(kSession, {u"customer"_s}) << 400 << missing;
        QTest::newRow("unknown product") << with(kSession, {{u"product_id"_s, 5}}) << 422 << u"Validation failed"_s;
        QTest::newRow("unknown member") << with(kSession, {{u"colour"_s, 5}}) << 422 << u"Validation failed"_s;
        QTest::newRow("nested metadata") << with(kSession, {{u"metadata"_s, QJsonObject{{u"a"_s, QJsonArray()}}}})
                                         << 422 << u"Metadata validation failed"_s;
    }
    void sessionNeedsItsFields()
    {
        QFETCH(QJsonObject, body);
        KhaimeShop shop;
        const Reply reply = shop.call("POST", u"/partner/payments/sessions"_s, body);
        QTEST(reply.status, "status");
        QTEST(reply.json()["error"_L1].toString(), "error");
    }

    void paidSessionIsCompletedOnce()
    {
        KhaimeShop shop;
        const QJsonObject session = shop.sessionOf(kSession);
        const QString page = session["payment_url"_L1].toString();
        QVERIFY(shop.send("GET", page).body.contains("Pay 53.20"));
        const Reply paid = shop.payAt(page, kPays);
        QCOMPARE(paid.status, 303);
        QCOMPARE(paid.location, "https://example.com/success?a=%20b");
        QCOMPARE(shop.payAt(page, kPays).location, paid.location);
        QCOMPARE(shop.statusOf(session), u"completed"_s);
        QJsonArray own;
        const QJsonArray all = shop.list(u"transactions"_s);
        for (const auto &item : all) {
            if (item["session_id"_L1] == session["session_id"_L1])
                own << item;
        }
        QCOMPARE(own.size(), 1);
        QCOMPARE(own.first()["amount"_L1].toInteger(), 5320);
        QCOMPARE(own.first()["card_last4"_L1].toString(), u"4242"_s);
        QCOMPARE(own.first()["status"_L1].toString(), u"completed"_s);
    }

    void declinedSessionCanBePaidUntilItFails()
    {
        KhaimeShop shop;
        const QJsonObject session = shop.sessionOf(kSession);
        const QString page = session["payment_url"_L1].toString();
        for (int i = 1; i < sandbox::Till::kMostDeclinedTries; ++i) {
            QCOMPARE(shop.payAt(page, kDeclined).status, 402);
            QCOMPARE(shop.statusOf(session), u"pending"_s);
        }
        QCOMPARE(shop.list(u"transactions"_s).first()["status"_L1].toString(), u"pending"_s);
        QCOMPARE(shop.list(u"transactions"_s).first()["decline_code"_L1].toString(), u"card_declined"_s);
        shop.payAt(page, kShortOfFunds);
        QCOMPARE(shop.statusOf(session), u"failed"_s);
        QCOMPARE(shop.list(u"transactions"_s).first()["status"_L1].toString(), u"failed"_s);
        QCOMPARE(shop.list(u"transactions"_s).first()["decline_code"_L1].toString(), u"insufficient_funds"_s);
        QVERIFY(shop.payAt(page, kPays).body.contains("This checkout is closed"));
        QCOMPARE(shop.statusOf(session), u"failed"_s);
    }

    void sessionsLastThirtyMinutes()
    {
        KhaimeShop shop;
        const QJsonObject declined = shop.sessionOf(kSession);
        shop.payAt(declined["payment_url"_L1].toString(), kDeclined);
        const QJsonObject session = shop.sessionOf(kSession);
        const QString token =
            shop.checkout(example(u"sdk-initialize.request.json"_s).object())["sessionToken"_L1].toString();
        const QJsonObject charge = shop.charged(kNaira);
        shop.advanceSeconds(1799);
        QCOMPARE(shop.statusOf(session), u"pending"_s);
        shop.advanceSeconds(1);
        QCOMPARE(shop.statusOf(session), u"expired"_s);
        QVERIFY(shop.payAt(session["payment_url"_L1].toString(), kPays).body.contains("has expired"));
        QCOMPARE(shop.statusOf(session), u"expired"_s);
        QCOMPARE(shop.call("GET", u"/sdk/checkout/session/"_s + token).json()["status"_L1].toString(), u"expired"_s);
        QCOMPARE(shop.call("POST", u"/sdk/checkout/session/%1/confirm"_s.arg(token)).status, 400);
        // What was declined will not be paid any more; a charge has no such end.
        QCOMPARE(shop.list(u"transactions"_s, u"status=failed"_s).first()["session_id"_L1], declined["session_id"_L1]);
        QCOMPARE(shop.payCharge(charge, kPays).status, 303);
    }

    void tokenIsUsedOnce()
    {
        KhaimeShop shop;
        const QJsonObject checkout = shop.checkout(example(u"sdk-initialize.request.json"_s).object());
        const QString path = u"/sdk/checkout/session/"_s + checkout["sessionToken"_L1].toString();
        const KhaimeShop::Headers noKey{{"X-API-Key", ""}, {"X-Merchant-ID", ""}};
        const Reply open = shop.call("GET", path, {}, noKey);
        QCOMPARE(open.json()["status"_L1].toString(), u"pending"_s);
        QVERIFY(open.json()["gatewayCredentials"_L1]["clientSecret"_L1].isString());
        const Reply confirmed = shop.call("POST", path + "/confirm"_L1, "{}", noKey);
        QCOMPARE(confirmed.status, 200);
        QCOMPARE(confirmed.json()["amount"_L1].toInteger(), 5000);
        const QString order = confirmed.json()["orderId"_L1].toString();
        QVERIFY(!order.isEmpty());
        const Reply again = shop.call("POST", path + "/confirm"_L1, "{}", noKey);
        QCOMPARE(again.status, 400);
        QCOMPARE(again.json()["error"_L1].toString(), u"Session token has already been used"_s);
        const Reply after = shop.call("GET", path, {}, noKey);
        QCOMPARE(after.json()["status"_L1].toString(), u"completed"_s);
        QCOMPARE(after.json()["orderId"_L1].toString(), order);
        const QJsonObject transaction = shop.list(u"transactions"_s).first().toObject();
        QCOMPARE(transaction["order_id"_L1].toString(), order);
        QVERIFY(!QJsonDocument(transaction).toJson().contains("khs_"));
        QCOMPARE(shop.call("POST", u"/sdk/checkout/session/khs_none/confirm"_s).status, 404);
        QCOMPARE(shop.call("GET", u"/sdk/checkout/session/khs_none"_s).status, 404);
    }

    void payingOnThePageUsesTheTokenUp()
    {
        KhaimeShop shop;
        const QJsonObject checkout = shop.checkout(
            {{u"product_id"_s, 789}, {u"quantity"_s, 3}, {u"currency"_s, u"XOF"_s}, {u"customer"_s, kJane}});
        QCOMPARE(checkout["amount"_L1].toInteger(), 90000);
        QCOMPARE(checkout["paymentGateway"_L1].toString(), u"startbutton"_s);
        const Reply paid = shop.payAt(checkout["checkoutUrl"_L1].toString(), kPays);
        QCOMPARE(paid.status, 303);
        QVERIFY(checkout["checkoutUrl"_L1].toString().endsWith(QString::fromLatin1(paid.location)));
        QCOMPARE(
            shop.call("POST", u"/sdk/checkout/session/%1/confirm"_s.arg(checkout["sessionToken"_L1].toString())).status,
            400);
    }

    void stripeChargesHaveAPageToo()
    {
        KhaimeShop shop;
        const QJsonObject charge = shop.charged(kDollars);
        QVERIFY(!charge.contains("payment_url"_L1));
        QCOMPARE(shop.payCharge(charge, kPays).status, 303);
        QCOMPARE(shop.transactionOf(charge)["status"_L1].toString(), u"completed"_s);
        QCOMPARE(shop.transactionOf(charge)["amount"_L1].toInteger(), 5320);
    }

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
                return sandbox::Payment::Unkept;
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

    void subscriptionsBeginWithTheirFirstPayment()
    {
        KhaimeShop shop;
        const qsizetype before = shop.list(u"subscriptions"_s).size();
        const QJsonObject session =
            shop.sessionOf(with(kSession, {{u"subscription_frequency_key"_s, u"yearly"_s}, {u"product_id"_s, 3046}}));
        QCOMPARE(session["payment_type"_L1].toString(), u"subscription"_s);
        QCOMPARE(shop.list(u"subscriptions"_s).size(), before);
        shop.payAt(session["payment_url"_L1].toString(), kPays);
        const QJsonArray own = shop.list(u"subscriptions"_s, u"product_id=3046&status=active"_s);
        QCOMPARE(own.size(), 1);
        QCOMPARE(own.first()["next_payment_date"_L1].toString(), u"2028-01-15T08:00:00.000Z"_s);
        QVERIFY(own.first()["payment_history"_L1].isUndefined());
        const QString path = u"/partner/subscriptions/"_s + own.first()["id"_L1].toString();
        QCOMPARE(shop.call("GET", path).json()["data"_L1]["payment_history"_L1].toArray().size(), 1);
        QCOMPARE(shop.call("GET", u"/partner/subscriptions/sub_none"_s).status, 404);
        QVERIFY(shop.list(u"subscriptions"_s, u"product_id=790"_s).isEmpty());
    }

    void merchantIsToldWhatHappened()
    {
        KhaimeShop shop;
        QList<sandbox::Delivery> told;
        QObject::connect(&shop.thread(), &sandbox::SandboxThread::webhookTried, &shop.thread(),
                         [&told](const sandbox::Delivery &delivery) { told << delivery; });
        const QJsonObject charge = shop.charged(
            with(kScarf, {{u"reference"_s, u"order-7"_s}, {u"metadata"_s, QJsonObject{{u"cart"_s, u"c-1"_s}}}}));
        shop.payCharge(charge, kDeclined);
        shop.payCharge(charge, kPays);
        shop.refund({{u"transaction_id"_s, charge["transaction_id"_L1]}});
        QTRY_COMPARE(told.size(), 4);
        QStringList types;
        for (const sandbox::Delivery &delivery : std::as_const(told)) {
            types << delivery.webhook.type;
            QCOMPARE(delivery.webhook.provider, u"khaime"_s);
            QCOMPARE(delivery.webhook.about, charge["charge_id"_L1].toString());
            QCOMPARE(delivery.webhook.signature,
                     QMessageAuthenticationCode::hash(delivery.webhook.body, shop.khaime().webhookSecret.toUtf8(),
                                                      QCryptographicHash::Sha256)
                         .toHex());
        }
        QCOMPARE(types, (QStringList{u"payment.failed"_s, u"payment.succeeded"_s, u"wallet.credited"_s,
                                     u"refund.completed"_s}));
        const QJsonObject body = QJsonDocument::fromJson(told.at(1).webhook.body).object();
        QCOMPARE(body["business_id"_L1].toString(), u"1042"_s);
        const QJsonValue data = body["data"_L1];
        QCOMPARE(data["reference"_L1].toString(), u"order-7"_s);
        QCOMPARE(data["amount"_L1].toInteger(), 148960);
        QCOMPARE(data["metadata"_L1]["cart"_L1].toString(), u"c-1"_s);
        const QByteArray wallet = told.at(2).webhook.body;
        QCOMPARE(QJsonDocument::fromJson(wallet)["data"_L1]["amount"_L1].toInteger(), 133000);
    }

    void eventsGoWhereTheOwnerSays()
    {
        QTcpServer receiver;
        QVERIFY(receiver.listen(QHostAddress::LocalHost));
        QByteArray received;
        QObject::connect(&receiver, &QTcpServer::newConnection, &receiver, [&] {
            QTcpSocket *socket = receiver.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, &receiver, [&received, socket] {
                received += socket->readAll();
                if (received.endsWith('}'))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            });
        });
        KhaimeShop shop;
        QSignalSpy told(&shop.thread(), &sandbox::SandboxThread::webhookTried);
        shop.thread().setWebhookUrl(u"http://127.0.0.1:%1/hooks"_s.arg(receiver.serverPort()));
        shop.payCharge(shop.charged(kNaira), kPays);
        QTRY_COMPARE(told.size(), 1);
        const auto delivery = told.first().first().value<sandbox::Delivery>();
        QVERIFY(delivery.delivered);
        QVERIFY(received.startsWith("POST /hooks "));
        QVERIFY(received.contains("X-Khaime-Signature: " + delivery.webhook.signature));
        QVERIFY(received.endsWith(delivery.webhook.body));
    }

    void eventsNeverHoldASessionToken()
    {
        KhaimeShop shop;
        QList<sandbox::Delivery> told;
        QObject::connect(&shop.thread(), &sandbox::SandboxThread::webhookTried, &shop.thread(),
                         [&told](const sandbox::Delivery &delivery) { told << delivery; });
        const QJsonObject checkout = shop.checkout(example(u"sdk-initialize.request.json"_s).object());
        shop.payAt(checkout["checkoutUrl"_L1].toString(), kDeclined);
        shop.payAt(checkout["checkoutUrl"_L1].toString(), kPays);
        QTRY_COMPARE(told.size(), 2);
        for (const sandbox::Delivery &delivery : std::as_const(told)) {
            QVERIFY(!delivery.webhook.about.isEmpty());
            QVERIFY(!delivery.webhook.about.contains("khs_"_L1));
            QVERIFY(!delivery.webhook.body.contains("khs_"));
        }
    }

    void paymentKitTellsToo()
    {
        KhaimeShop shop;
        QHash<QString, QStringList> types;
        QObject::connect(
            &shop.thread(), &sandbox::SandboxThread::webhookTried, &shop.thread(),
            [&types](const sandbox::Delivery &delivery) { types[delivery.webhook.about] << delivery.webhook.type; });
        const QJsonObject session = shop.create(R"({"line_items":[{"price_id":"price_xyz"}]})").json();
        shop.pay(session, kDeclined);
        shop.pay(session, kPays);
        const QString other =
            shop.create(R"({"customer_id":"cus_kone","expires_in_hours":2})").json()["id"_L1].toString();
        shop.advanceHours(2);
        shop.session(other);
        QTRY_COMPARE(types[other], QStringList{u"checkout_session.expired"_s});
        QCOMPARE(types[session["id"_L1].toString()],
                 (QStringList{u"payment.failed"_s, u"checkout_session.completed"_s}));
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
        QVERIFY(std::is_sorted(rising.begin(), rising.end()));
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
        sandbox::KhaimeWire wire(engine, {u"1042"_s, u"key"_s, u"http://127.0.0.1/pay/"_s, {}});
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

TILLDECK_TEST(KhaimePaymentTest)
#include "tst_khaime_payment.moc"
