// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions and SDK checkouts: what they need, how they are paid, how long they last.
#include "sandbox/khaime/engine.h"
#include "sandbox/khaime/fixture.h"
#include "support/runner.h"

namespace khaime_session_test {

using namespace tilldeck;
using namespace tilldeck::test;

namespace {

const QJsonObject kSession{{u"amount"_s, 5000},
                           {u"currency"_s, u"USD"_s},
                           {u"product_name"_s, u"Premium Plan"_s},
                           {u"customer"_s, QJsonObject{{u"email"_s, u"jane@example.com"_s}}},
                           {u"success_url"_s, u"https://example.com/success?a=%20b"_s}};

} // namespace

class KhaimeSessionTest : public QObject
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
        for (int i = 1; i < sandbox::HostedCheckout::kMostDeclinedTries; ++i) {
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
};

TILLDECK_TEST(KhaimeSessionTest)

} // namespace khaime_session_test

#include "tst_khaime_session.moc"
