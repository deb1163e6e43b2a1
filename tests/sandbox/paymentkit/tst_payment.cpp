// SPDX-License-Identifier: GPL-3.0-or-later
// Paying on the hosted page.
#include "sandbox/fixture.h"
#include "sandbox/paymentkit/demo.h"
#include "sandbox/paymentkit/engine.h"
#include "support/runner.h"

#include <chrono>
#include <future>

namespace payment_test {

using namespace tilldeck::test;

namespace {

const QByteArray kCascade =
    R"({"line_items":[{"price_id":"price_premium"}],"promotion_code":"SAVE20",)"
    R"("success_url":"https:\/\/a.example/s?id={CHECKOUT_SESSION_ID}&ü=1",)"
    R"("cascade_line_items":[{"line_items":[{"price_id":"price_standard"}]},)"
    R"({"line_items":[{"price_id":"price_basic"}],"processor_route_id":"proute_dev_fallback"}]})";

const QByteArray kPlaceholders = R"({"line_items":[{"price_id":"price_premium"}],)"
                                 R"("success_url":"https:\/\/a.example/s?id=%7BCHECKOUT_SESSION_ID%7D",)"
                                 R"("return_url":"https:\/\/a.example/b?id={CHECKOUT_SESSION_ID}"})";

QJsonArray transactionsOf(Shop &shop, const QJsonObject &session)
{
    QJsonArray own;
    const QJsonArray all = shop.get(u"/transactions?limit=100"_s).items();
    for (const auto &item : all) {
        if (item["checkout_session_id"_L1] == session["id"_L1])
            own << item;
    }
    return own;
}

QJsonObject now(Shop &shop, const QJsonObject &session)
{
    return shop.session(session["id"_L1].toString()).json();
}

int redeemed(Shop &shop, const QString &list, const QString &key, const QString &value)
{
    const QJsonArray items = shop.get(list).items();
    for (const auto &item : items) {
        if (item[key].toString() == value)
            return item["times_redeemed"_L1].toInt();
    }
    return -1;
}

} // namespace

class SandboxPaymentTest : public QObject
{
    Q_OBJECT

private slots:
    void aCouponOfTheSampleShopWasUsedAsOftenAsItsCodes()
    {
        Shop shop;
        QMap<QString, int> used;
        const QJsonArray codes = shop.get(u"/promotion-codes?limit=100"_s).items();
        for (const auto &code : codes)
            used[code["coupon_id"_L1].toString()] += code["times_redeemed"_L1].toInt();
        QVERIFY(used.value(u"coupon_half"_s) > 100);
        for (auto one = used.cbegin(); one != used.cend(); ++one)
            QCOMPARE(redeemed(shop, u"/coupons?limit=100"_s, u"id"_s, one.key()), one.value());
    }
    void theTitleOfThePageCanBeRead()
    {
        Shop shop;
        const QJsonObject session = shop.create(kCascade).json();
        const QString page = QString::fromUtf8(shop.send("GET", session["url"_L1].toString()).body);
        const auto begin = page.indexOf("<title>"_L1), end = page.indexOf("</title>"_L1);
        const QString title = page.mid(begin, end - begin);
        QVERIFY2(begin >= 0 && title.contains(u" \u2013 "_s) && !title.contains(QChar(0xe2)), qPrintable(title));
    }
    void paidSessionIsCompletedAndHasOneTransaction()
    {
        Shop shop;
        const QJsonObject session = shop.create(kCascade).json();
        const Reply answer = shop.pay(session, kPays);
        QCOMPARE(answer.status, 303);
        QCOMPARE(answer.location, "https://a.example/s?id=" + session["id"_L1].toString().toUtf8() + "&%C3%BC=1");
        const QJsonObject paid = now(shop, session);
        QCOMPARE(paid["status"_L1].toString(), u"completed"_s);
        QCOMPARE(paid["paid_tier"_L1].toInt(-1), 0);
        QCOMPARE(paid["paid_processor_route_id"_L1].toString(), u"proute_dev_default"_s);
        const QJsonArray transactions = transactionsOf(shop, session);
        QCOMPARE(transactions.size(), 1);
        const QJsonValue transaction = transactions.first();
        QCOMPARE(transaction["status"_L1].toString(), u"succeeded"_s);
        QCOMPARE(transaction["amount_atom"_L1].toInteger(), 39920);
        QCOMPARE(transaction["discount_atom"_L1].toInteger(), 9980);
        QCOMPARE(transaction["card_last4"_L1].toString(), u"4242"_s);
        QCOMPARE(transaction["payment_intent_id"_L1], paid["payment_intent_id"_L1]);
    }

    void theSessionIdIsFilledInWhereTheContractSaysSo()
    {
        Shop shop;
        const QJsonObject session = shop.create(kPlaceholders).json();
        const Reply page = shop.send("GET", session["url"_L1].toString());
        QVERIFY2(page.body.contains("https://a.example/b?id=%7BCHECKOUT_SESSION_ID%7D"), page.body);
        QVERIFY2(!page.body.contains("b?id=" + session["id"_L1].toString().toUtf8()), page.body);
        QCOMPARE(shop.pay(session, kPays).location, "https://a.example/s?id=%7BCHECKOUT_SESSION_ID%7D");
    }

    void codesAreUsedUpByPaymentsOnly()
    {
        Shop shop;
        const int code = redeemed(shop, u"/promotion-codes"_s, u"code"_s, u"SAVE20"_s);
        const int coupon = redeemed(shop, u"/coupons"_s, u"id"_s, u"coupon_dev_abc123"_s);
        const QJsonObject session = shop.create(kCascade).json();
        shop.pay(session, kDeclined);
        QCOMPARE(redeemed(shop, u"/promotion-codes"_s, u"code"_s, u"SAVE20"_s), code);
        shop.pay(session, kPays);
        QCOMPARE(redeemed(shop, u"/promotion-codes"_s, u"code"_s, u"SAVE20"_s), code + 1);
        QCOMPARE(redeemed(shop, u"/coupons"_s, u"id"_s, u"coupon_dev_abc123"_s), coupon + 1);
    }

    void cascadeTakesTheNextCheaperTier()
    {
        Shop shop;
        const QJsonObject session = shop.create(kCascade).json();
        QCOMPARE(shop.pay(session, kShortOfFunds).status, 303);
        const QJsonObject paid = now(shop, session);
        QCOMPARE(paid["paid_tier"_L1].toInt(), 1);
        const QJsonArray attempts = paid["attempts"_L1].toArray();
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts[0]["decline_code"_L1].toString(), u"insufficient_funds"_s);
        QCOMPARE(attempts[0]["amount_atom"_L1].toInteger(), 39920);
        QCOMPARE(attempts[1]["status"_L1].toString(), u"succeeded"_s);
        QCOMPARE(attempts[1]["amount_atom"_L1].toInteger(), 23920);
        const QJsonArray transactions = transactionsOf(shop, session);
        QCOMPARE(transactions.size(), 1);
        QCOMPARE(transactions[0]["cascade_tier"_L1].toInt(), 1);
        QCOMPARE(transactions[0]["attempts"_L1].toArray(), attempts);
    }

    void declinedOnAllTiersLeavesTheSessionOpen()
    {
        Shop shop;
        const QJsonObject session = shop.create(kCascade).json();
        const Reply answer = shop.pay(session, kDeclined);
        QCOMPARE(answer.status, 402);
        QVERIFY(answer.body.contains("Nothing was charged"));
        const QJsonObject after = now(shop, session);
        QCOMPARE(after["status"_L1].toString(), u"open"_s);
        QCOMPARE(after["attempts"_L1].toArray().size(), 3);
        QCOMPARE(after["attempts"_L1][2]["processor_route_id"_L1].toString(), u"proute_dev_fallback"_s);
        QCOMPARE(transactionsOf(shop, session).first()["status"_L1].toString(), u"failed"_s);
        QCOMPARE(transactionsOf(shop, session).first()["decline_code"_L1].toString(), u"card_declined"_s);
    }

    void tooManyDeclinesEndTheSession()
    {
        Shop shop;
        const QJsonObject session = shop.create(kCascade).json();
        for (int i = 0; i < tilldeck::sandbox::paymentkit::Engine::kMostDeclinedTries; ++i)
            shop.pay(session, kDeclined);
        QCOMPARE(now(shop, session)["status"_L1].toString(), u"failed"_s);
        QCOMPARE(shop.pay(session, kPays).status, 200);
        QCOMPARE(now(shop, session)["status"_L1].toString(), u"failed"_s);
    }

    void failingRouteFallsToTheNextTier()
    {
        Shop shop;
        const QJsonObject session =
            shop.create(R"({"line_items":[{"price_id":"price_xyz"}],"processor_route_id":"proute_dev_offline",)"
                        R"("cascade_line_items":[{"line_items":[{"price_id":"price_xyz"}]}]})")
                .json();
        QCOMPARE(shop.pay(session, kPays).status, 303);
        const QJsonObject paid = now(shop, session);
        QCOMPARE(paid["attempts"_L1][0]["decline_code"_L1].toString(), u"processor_unavailable"_s);
        QCOMPARE(paid["paid_tier"_L1].toInt(), 1);
    }

    void secondSubmitChargesNothing()
    {
        Shop shop;
        const QJsonObject session = shop.create(kCascade).json();
        const Reply first = shop.pay(session, kPays);
        const Reply second = shop.pay(session, kPays);
        QCOMPARE(second.status, 303);
        QCOMPARE(second.location, first.location);
        QCOMPARE(transactionsOf(shop, session).size(), 1);
        QCOMPARE(now(shop, session)["attempts"_L1].toArray().size(), 1);
    }

    void wrongCardDetailsAreNotTried_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("Luhn fails") << QByteArray("4242424242424241");
        QTest::newRow("a real looking card") << QByteArray("5555555555554444");
        QTest::newRow("letters") << QByteArray("card");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("markup") << QByteArray("%22%3E%3Cb%3E");
    }
    void wrongCardDetailsAreNotTried()
    {
        QFETCH(QByteArray, number);
        Shop shop;
        const QJsonObject session = shop.create(kCascade).json();
        const Reply answer = shop.pay(session, number);
        QCOMPARE(answer.status, 402);
        QVERIFY(answer.body.contains("id=\"number-error\""));
        QVERIFY(!answer.body.contains("<b>"));
        QVERIFY(now(shop, session)["attempts"_L1].toArray().isEmpty());
        QVERIFY(transactionsOf(shop, session).isEmpty());
    }

    void expiredSessionTakesNoPayment()
    {
        Shop shop;
        const QJsonObject session = shop.create(kCascade).json();
        shop.advanceHours(24);
        const Reply answer = shop.pay(session, kPays);
        QVERIFY(answer.body.contains("This checkout has expired"));
        QVERIFY(transactionsOf(shop, session).isEmpty());
    }

    void unwrittenPaymentIsNotTakenAndSaysSo_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("session") << u"sessions"_s;
        QTest::newRow("transaction") << u"transactions"_s;
        QTest::newRow("use of the code") << u"promotion-codes"_s;
    }
    void unwrittenPaymentIsNotTakenAndSaysSo()
    {
        QFETCH(QString, kind);
        Shop shop;
        const QJsonObject session = shop.create(kCascade).json();
        const int code = redeemed(shop, u"/promotion-codes"_s, u"code"_s, u"SAVE20"_s);
        QCOMPARE(breakWritesOf(kind, shop.folder()), QString());
        const Reply answer = shop.pay(session, kPays);
        QCOMPARE(answer.status, 500);
        QVERIFY(answer.body.contains("Try again; nothing was charged."));
        QCOMPARE(now(shop, session)["status"_L1].toString(), u"open"_s);
        QVERIFY(transactionsOf(shop, session).isEmpty());
        QCOMPARE(redeemed(shop, u"/promotion-codes"_s, u"code"_s, u"SAVE20"_s), code);
        if (kind == "sessions"_L1)
            QCOMPARE(shop.create(kCascade).status, 500);
    }

    void aSessionIsNeverPaidAndExpired()
    {
        using namespace tilldeck::sandbox;
        using namespace tilldeck::sandbox::paymentkit;
        const QDateTime moment = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        QTemporaryDir folder;
        Store store(folder.path());
        QCOMPARE(store.open(), QString());
        QVERIFY(seedDemo(store, moment));
        std::future<Payment::Outcome> paying;
        QString token;
        int asked = -1;
        // Between the look at the status and its change another process on the folder is paid.
        Engine engine(store, [&] {
            if (asked >= 0 && ++asked == 2) {
                paying = std::async(std::launch::async, [&] {
                    Store other(folder.path());
                    const QString problem = other.open();
                    return problem.isEmpty() ? Engine(other, [&] { return moment; })
                                                   .pay(token, {u"4242424242424242"_s, u"12/80"_s, u"123"_s})
                                                   .outcome
                                             : Payment::StorageError;
                });
                paying.wait_for(std::chrono::milliseconds(500));
            }
            return moment;
        });
        SessionRequest request;
        request.expiresInHours = 24;
        request.tiers = {TierRequest{{Line{u"price_premium"_s, 1}}, {}}};
        const auto created = engine.create(request);
        QVERIFY(created);
        token = created->session.token;
        asked = 0;
        const auto expired = engine.expire(created->session.id);
        QVERIFY(paying.valid());
        QCOMPARE(paying.get(), expired ? Payment::Closed : Payment::Paid);
        QCOMPARE(engine.session(created->session.id)->status, expired ? u"expired"_s : u"completed"_s);
    }

    void foreignPagesCannotPay()
    {
        Shop shop;
        const QJsonObject session = shop.create(kCascade).json();
        QCOMPARE(shop.pay(session, kPays, {{"Origin", "https://evil.example"}}).status, 403);
        QCOMPARE(shop.pay(session, kPays, {{"Origin", "null"}}).status, 403);
        const QString address = session["url"_L1].toString();
        QCOMPARE(shop.send("POST", address, "number=4242424242424242&expiry=12%2F80&cvc=123").status, 403);
        QVERIFY(transactionsOf(shop, session).isEmpty());
    }

    void pageIsLockedDown()
    {
        Shop shop;
        const QJsonObject session = shop.create(kCascade).json();
        const Reply page = shop.send("GET", session["url"_L1].toString());
        QCOMPARE(page.status, 200);
        QVERIFY(!page.body.contains("<script"));
        QVERIFY(!page.body.contains("style="));
        QCOMPARE(shop.send("GET", shop.url() + "/pay/sec_none"_L1).status, 404);
        QCOMPARE(shop.send("DELETE", session["url"_L1].toString()).status, 405);
    }
};

TILLDECK_TEST(SandboxPaymentTest)

} // namespace payment_test

#include "tst_payment.moc"
