// SPDX-License-Identifier: GPL-3.0-or-later
// Ikawaari's sessions: both dialects, what is refused, access, idempotency and rate limits.
#include "sandbox/ikawaari/fixture.h"
#include "support/runner.h"

namespace ikawaari_checkout_test {

using namespace tilldeck;
using namespace tilldeck::test;

class IkawaariCheckoutTest : public QObject
{
    Q_OBJECT

private slots:
    void documentedExampleIsAnswered()
    {
        IkawaariShop shop;
        const Reply reply = shop.create(ikawaariExample(u"create-checkout-session.request.json"_s));
        QCOMPARE(reply.status, 200);
        const QJsonObject made = reply.json();
        const QJsonObject documented = ikawaariExample(u"create-checkout-session.response.json"_s);
        QVERIFY(!documented.isEmpty());
        for (const QString &member : documented.keys())
            QCOMPARE(made[member].type(), documented[member].type());
        QCOMPARE(made["status"_L1], documented["status"_L1]);
        QVERIFY(made["id"_L1].toString().startsWith("cs_"_L1));
        QVERIFY(made["payment_intent"_L1].toString().startsWith("pi_"_L1));
        QCOMPARE(made["url"_L1].toString(), shop.url() + "/pay/"_L1 + made["id"_L1].toString());
        // Unix seconds, a day ahead of the shop's clock.
        QCOMPARE(made["expires_at"_L1].toInteger(), 1'800'086'400);
        QCOMPARE(made["amount_total"_L1].toInteger(), 50000);
        QCOMPARE(shop.session(made), made);
        const Reply open = shop.call("GET", u"/checkout/"_s + made["id"_L1].toString(), {}, {{"Authorization", ""}});
        QCOMPARE(open.json(), made);
    }

    void laterDialectIsTaken()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.create({{u"amount"_s, 35000},
                                              {u"currency"_s, u"XOF"_s},
                                              {u"country"_s, u"BJ"_s},
                                              {u"paymentMethodTypes"_s, QJsonArray{u"mobile_money"_s}},
                                              {u"customerEmail"_s, u"koffi@example.com"_s},
                                              {u"description"_s, u"Bronze figure"_s},
                                              {u"metadata"_s, QJsonObject{{u"order"_s, u"7"_s}}},
                                              {u"successUrl"_s, u"https://a.example/{CHECKOUT_SESSION_ID}"_s},
                                              {u"cancelUrl"_s, u"https://a.example/back"_s}})
                                     .json();
        QCOMPARE(made["amount_total"_L1].toInteger(), 35000);
        QCOMPARE(made["mode"_L1].toString(), u"payment"_s);
        QCOMPARE(made["success_url"_L1].toString(), u"https://a.example/{CHECKOUT_SESSION_ID}"_s);
        QCOMPARE(made["line_items"_L1][0]["name"_L1].toString(), u"Bronze figure"_s);
        const QByteArray page = shop.send("GET", made["url"_L1].toString()).body;
        QVERIFY(page.contains("koffi@example.com"));
        QVERIFY(page.contains("<option value=\"BJ\" selected>"));
        QVERIFY(!page.contains("Card number"));
        QCOMPARE(shop.payByPhone(made, "+229770000000", "BJ", "mtn_momo").location,
                 "https://a.example/" + made["id"_L1].toString().toUtf8());
        const QJsonObject payment = shop.payment(made);
        QCOMPARE(payment["description"_L1].toString(), u"Bronze figure"_s);
        QCOMPARE(payment["metadata"_L1]["order"_L1].toString(), u"7"_s);
        QCOMPARE(payment["operator"_L1].toString(), u"mtn_momo"_s);
    }

    void wrongBodiesNameTheirFields_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char *name, const QByteArray &body, const QStringList &fields) {
            QTest::newRow(name) << body << fields;
        };
        const QByteArray line = R"({"name":"A","amount":5,"currency":"XOF","quantity":1})";
        row("nothing", "{}", {u"line_items"_s, u"mode"_s});
        row("no lines", R"({"line_items":[],"mode":"payment"})", {u"line_items"_s});
        row("unknown mode", R"({"line_items":[)" + line + R"(],"mode":"gift"})", {u"mode"_s});
        row("unknown field", R"({"line_items":[)" + line + R"(],"mode":"payment","successUrl":"https://a.example"})",
            {u"successUrl"_s});
        row("empty line", R"({"line_items":[{}],"mode":"payment"})",
            {u"line_items[0].amount"_s, u"line_items[0].currency"_s, u"line_items[0].name"_s,
             u"line_items[0].quantity"_s});
        row("decimals", R"({"line_items":[{"name":"A","amount":5.5,"currency":"XOF","quantity":1}],"mode":"payment"})",
            {u"line_items[0].amount"_s});
        row("two currencies",
            R"({"line_items":[)" + line +
                R"(,{"name":"B","amount":5,"currency":"EUR","quantity":1}],"mode":"payment"})",
            {u"line_items[1].currency"_s});
        row("small letters",
            R"({"line_items":[{"name":"A","amount":5,"currency":"xof","quantity":1}],"mode":"payment"})",
            {u"line_items[0].currency"_s});
        row("sum too large",
            R"({"line_items":[{"name":"A","amount":999999999999,"currency":"XOF","quantity":2147483647}],"mode":"payment"})",
            {u"line_items"_s});
        row("address", R"({"line_items":[)" + line + R"(],"mode":"payment","cancel_url":"ftp://a"})",
            {u"cancel_url"_s});
        row("later, no amount", R"({"currency":"XOF"})", {u"amount"_s});
        row("later, names of the other dialect", R"({"amount":5,"currency":"XOF","customer_email":"a@b.c"})",
            {u"customer_email"_s});
        row("later, bad values",
            R"({"amount":0,"currency":"ZZZ","country":"sn","customerEmail":"x","metadata":{"a":1},"mode":"x"})",
            {u"amount"_s, u"country"_s, u"currency"_s, u"customerEmail"_s, u"metadata.a"_s, u"mode"_s});
        row("later, mobile money in euro", R"({"amount":5,"currency":"EUR","paymentMethodTypes":["mobile_money"]})",
            {u"paymentMethodTypes"_s});
    }
    void wrongBodiesNameTheirFields()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, fields);
        IkawaariShop shop;
        const Reply reply = shop.call("POST", u"/v1/checkout/sessions"_s, body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), u"invalid_request"_s);
        QCOMPARE(reply.json()["error"_L1]["type"_L1].toString(), u"validation_error"_s);
        QVERIFY(reply.json()["error"_L1]["message"_L1].toString().endsWith(u'.'));
        QCOMPARE(badFields(reply), fields);
    }

    void accessIsChecked()
    {
        IkawaariShop shop;
        const IkawaariShop::Headers reader{{"Authorization", "Bearer " + shop.ikawaari().readOnlyKey.toUtf8()}};
        QVERIFY(shop.ikawaari().key.startsWith("ik_test_"_L1));
        const QByteArray body = QJsonDocument(oneLine(500)).toJson();
        const QString sessions = u"/v1/checkout/sessions"_s;
        Reply reply = shop.call("POST", sessions, body, {{"Authorization", "Bearer ik_test_wrong"}});
        QCOMPARE(reply.status, 401);
        QCOMPARE(errorCode(reply), u"unauthorized"_s);
        reply = shop.call("POST", sessions, body, reader);
        QCOMPARE(reply.status, 403);
        QCOMPARE(errorCode(reply), u"forbidden"_s);
        const QJsonObject made = shop.paid(oneLine(500));
        QCOMPARE(shop.call("GET", sessions + u'/' + made["id"_L1].toString(), {}, reader).status, 200);
        QCOMPARE(shop.refund(made, {}, reader).status, 403);
        QCOMPARE(shop.payment(made)["refundedAmount"_L1].toInteger(-1), 0);
        QCOMPARE(shop.call("GET", u"/v1/merchant/payments"_s, {}, {{"Authorization", ""}}).status, 401);
        QCOMPARE(shop.fetch(sessions + "/cs_none"_L1).status, 404);
        QCOMPARE(errorCode(shop.fetch(u"/v1/nothing"_s)), u"not_found"_s);
        QCOMPARE(shop.call("DELETE", sessions).status, 405);
    }

    void aKeyAnswersTheFirstSessionAgain()
    {
        IkawaariShop shop;
        const IkawaariShop::Headers key{{"Idempotency-Key", "k-1"}};
        const QJsonObject first = shop.create(oneLine(500), key).json();
        const Reply again = shop.create(oneLine(500), key);
        QCOMPARE(again.json(), first);
        QCOMPARE(again.header("Idempotent-Replayed"), "true");
        QCOMPARE(shop.create(oneLine(501), key).status, 409);
        QCOMPARE(errorCode(shop.create(oneLine(501), key)), u"conflict"_s);
        QVERIFY(shop.create(oneLine(500)).json()["id"_L1] != first["id"_L1]);
        QCOMPARE(shop.create(oneLine(500), {{"Idempotency-Key", QByteArray(256, 'k')}}).status, 400);
        // What was refused may be sent again, corrected.
        const IkawaariShop::Headers other{{"Idempotency-Key", "k-2"}};
        QCOMPARE(shop.create(oneLine(0), other).status, 400);
        QCOMPARE(shop.create(oneLine(700), other).status, 200);
        shop.restart();
        QCOMPARE(shop.create(oneLine(500), key).json()["id"_L1], first["id"_L1]);
        shop.advanceHours(25);
        QVERIFY(shop.create(oneLine(500), key).json()["id"_L1] != first["id"_L1]);
    }

    void everyAnswerCountsDownTheLimit()
    {
        IkawaariShop shop;
        const Reply first = shop.fetch(u"/v1/payment-intents"_s);
        QCOMPARE(first.header("X-RateLimit-Limit"), "100");
        QCOMPARE(first.header("X-RateLimit-Remaining"), "99");
        QCOMPARE(first.header("X-RateLimit-Reset"), "1800000060");
        QVERIFY(first.header("Ikawaari-Request-Id").startsWith("req_"));
        QVERIFY(shop.fetch(u"/v1/none"_s).header("Ikawaari-Request-Id") != first.header("Ikawaari-Request-Id"));
        shop.advanceSeconds(48);
        for (int i = 2; i < 100; ++i)
            QCOMPARE(shop.fetch(u"/v1/payment-intents?limit=1"_s).status, 200);
        const Reply refused = shop.create(oneLine(500));
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("X-RateLimit-Remaining"), "0");
        QCOMPARE(refused.header("Retry-After"), "12");
        QCOMPARE(errorCode(refused), u"rate_limit_exceeded"_s);
        QCOMPARE(refused.json()["error"_L1]["message"_L1].toString(),
                 u"Too many requests. Please retry after 12 seconds."_s);
        // The customers go on.
        const Reply open = shop.call("GET", u"/checkout/cs_none"_s, {}, {{"Authorization", ""}});
        QCOMPARE(open.status, 404);
        QCOMPARE(open.header("X-RateLimit-Limit"), "1000");
        shop.advanceSeconds(12);
        QCOMPARE(shop.create(oneLine(500)).header("X-RateLimit-Remaining"), "99");
    }

    void sessionsExpireAfterADay()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.create(oneLine(500)).json();
        shop.advanceSeconds(86'399);
        QCOMPARE(shop.statusOf(made), u"open"_s);
        shop.advanceSeconds(1);
        QCOMPARE(shop.statusOf(made), u"expired"_s);
        QVERIFY(shop.pay(made, kPays).body.contains("has expired"));
        QCOMPARE(shop.statusOf(made), u"expired"_s);
    }

    void missingCallsAre501()
    {
        sandbox::Options options;
        options.withoutCalls = {u"listPayments"_s};
        IkawaariShop shop(options);
        QCOMPARE(shop.fetch(u"/v1/merchant/payments"_s).status, 501);
        QCOMPARE(shop.fetch(u"/v1/payment-intents"_s).status, 200);
    }

    void foldersOfAnOlderVersionGetTheAccount()
    {
        QTemporaryDir folder;
        {
            sandbox::Store store(folder.path());
            QCOMPARE(store.open(), QString());
            QVERIFY(store.put(u"accounts"_s, u"paymentkit"_s, {{u"key"_s, u"sk_sandbox_old"_s}}));
            QVERIFY(store.put(u"accounts"_s, u"khaime"_s, {{u"key"_s, u"pk_sandbox_old"_s}}));
        }
        sandbox::Options options;
        options.dataDir = folder.path();
        sandbox::Sandbox sandbox;
        const auto running = sandbox.start(options);
        QVERIFY(running);
        QCOMPARE(running->accounts.at(1).key, u"pk_sandbox_old"_s);
        const sandbox::Account account = running->accounts.at(2);
        QCOMPARE(account.provider, u"ikawaari"_s);
        QVERIFY(account.webhookSecret.startsWith("whsec_"_L1));
        sandbox.stop();
        const auto again = sandbox.start(options);
        QCOMPARE(again->accounts.at(2).key, account.key);
        QCOMPARE(again->accounts.at(2).readOnlyKey, account.readOnlyKey);
    }

    void emptySeedHasOnlyTheAccount()
    {
        sandbox::Options options;
        options.seed = sandbox::Seed::Empty;
        IkawaariShop shop(options);
        QCOMPARE(shop.fetch(u"/v1/payment-intents"_s).json()["total"_L1].toInt(-1), 0);
        QCOMPARE(shop.create(oneLine(500)).status, 200);
    }
};

TILLDECK_TEST(IkawaariCheckoutTest)

} // namespace ikawaari_checkout_test

#include "tst_ikawaari_checkout.moc"
