// SPDX-License-Identifier: GPL-3.0-or-later
// What PaymentKit's merchant changes besides sessions: refunds, coupons, promotion codes, routes and payment links.
#include "sandbox/fixture.h"
#include "support/runner.h"

namespace merchant_calls_test {

using namespace tilldeck;
using namespace tilldeck::test;

namespace {

class Merchant : public Shop
{
public:
    using Shop::Shop;
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    Reply write(const QByteArray &method, const QString &path, const QJsonObject &body, const Headers &headers = {})
    {
        return send(method, api() + path, QJsonDocument(body).toJson(), headers);
    }
    /// The payment of a session of 29.00 USD that was paid.
    QString paid()
    {
        const QJsonObject made = create(R"({"line_items":[{"price_id":"price_xyz"}]})").json();
        pay(made, kDeclined);
        pay(made, kPays);
        return session(made["id"_L1].toString()).json()["payment_intent_id"_L1].toString();
    }
    Reply refund(const QString &payment, qint64 amount = 0, const Headers &headers = {})
    {
        QJsonObject body{{u"payment_intent_id"_s, payment}};
        if (amount > 0)
            body["amount_atom"_L1] = amount;
        return write("POST", u"/payments/refunds"_s, body, headers);
    }
    QJsonObject charge(const QString &payment)
    {
        const QJsonArray all = get(u"/transactions?limit=100"_s).items();
        for (const auto &one : all) {
            if (one["payment_intent_id"_L1].toString() == payment && one["status"_L1].toString() != "failed"_L1)
                return one.toObject();
        }
        return {};
    }
    QString coupon(const QJsonObject &body = {{u"discount_type"_s, u"percentage"_s}, {u"percent_off"_s, 50}})
    {
        return write("POST", u"/coupons"_s, body).json()["id"_L1].toString();
    }
    Reply sessionWith(const QString &code)
    {
        return create(QByteArray(R"({"line_items":[{"price_id":"price_xyz"}],"promotion_code":"%"})")
                          .replace("%", code.toUtf8()));
    }
};

} // namespace

class MerchantCallsTest : public QObject
{
    Q_OBJECT

private slots:
    void refundsInPartsUntilNothingIsLeft()
    {
        Merchant shop;
        const QString payment = shop.paid();
        const Reply first = shop.refund(payment, 900);
        QCOMPARE(first.status, 201);
        QCOMPARE(first.json()["amount_atom"_L1].toInteger(), 900);
        QCOMPARE(first.json()["currency"_L1].toString(), u"usd"_s);
        QCOMPARE(first.json()["status"_L1].toString(), u"pending"_s);
        QCOMPARE(shop.charge(payment)["status"_L1].toString(), u"partially_refunded"_s);
        QCOMPARE(shop.charge(payment)["refunded_amount_atom"_L1].toInteger(), 900);
        const Reply above = shop.refund(payment, 2001);
        QCOMPARE(above.status, 422);
        QCOMPARE(above.fields(), QStringList{u"amount_atom"_s});
        QCOMPARE(shop.refund(payment).json()["amount_atom"_L1].toInteger(), 2000);
        QCOMPARE(shop.charge(payment)["status"_L1].toString(), u"refunded"_s);
        QCOMPARE(shop.charge(payment)["refunded_amount_atom"_L1].toInteger(), 2900);
        QCOMPARE(shop.refund(payment, 1).fields(), QStringList{u"payment_intent_id"_s});
        // The declined try of the same payment stays as it was.
        const QJsonArray failed = shop.get(u"/transactions?status=failed&limit=1"_s).items();
        QCOMPARE(failed[0]["payment_intent_id"_L1].toString(), payment);
        QCOMPARE(failed[0]["refunded_amount_atom"_L1].toInteger(), 0);
    }

    void aKeyRefundsOnce()
    {
        Merchant shop;
        const QString payment = shop.paid();
        const Merchant::Headers key{{"Idempotency-Key", "r-1"}};
        const Reply first = shop.refund(payment, 900, key);
        const Reply again = shop.refund(payment, 900, key);
        QCOMPARE(again.json(), first.json());
        QCOMPARE(again.header("Idempotent-Replayed"), "true");
        QCOMPARE(shop.refund(payment, 901, key).status, 409);
        QCOMPARE(shop.charge(payment)["refunded_amount_atom"_L1].toInteger(), 900);
        shop.restart();
        QCOMPARE(shop.refund(payment, 900, key).json(), first.json());
        QCOMPARE(shop.charge(payment)["refunded_amount_atom"_L1].toInteger(), 900);
    }

    void racingRefundsNeverGiveMoreThanWasPaid()
    {
        Merchant shop;
        const QString payment = shop.paid();
        QNetworkAccessManager network;
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        for (int i = 0; i < 5; ++i) {
            QNetworkRequest request{QUrl(shop.api() + "/payments/refunds"_L1)};
            request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
            request.setRawHeader("Authorization", "Bearer " + shop.account().key.toUtf8());
            replies.emplace_back(network.post(
                request,
                QJsonDocument(QJsonObject{{u"payment_intent_id"_s, payment}, {u"amount_atom"_s, 1000}}).toJson()));
        }
        int taken = 0;
        for (const auto &reply : replies) {
            QTRY_VERIFY(reply->isFinished());
            taken += reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 201 ? 1 : 0;
        }
        QCOMPARE(taken, 2);
        QCOMPARE(shop.charge(payment)["refunded_amount_atom"_L1].toInteger(), 2000);
    }

    void aRefundThatCannotBeWrittenIsNotMade()
    {
        Merchant shop;
        const QString payment = shop.paid();
        QCOMPARE(breakWritesOf(u"refunds"_s, shop.folder()), QString());
        QCOMPARE(shop.refund(payment, 900).status, 500);
        QCOMPARE(shop.charge(payment)["refunded_amount_atom"_L1].toInteger(), 0);
    }

    void refusedRefunds()
    {
        Merchant shop;
        QCOMPARE(shop.refund(u"pi_none"_s).status, 404);
        QCOMPARE(shop.write("POST", u"/payments/refunds"_s, {{u"invoice_id"_s, u"in_1"_s}}).status, 404);
        QCOMPARE(shop.write("POST", u"/payments/refunds"_s, {}).fields(), QStringList{u"payment_intent_id"_s});
        QCOMPARE(shop.write("POST", u"/payments/refunds"_s,
                            {{u"payment_intent_id"_s, u"pi_1"_s}, {u"amount_atom"_s, 0}, {u"note"_s, u"x"_s}})
                     .fields(),
                 (QStringList{u"note"_s, u"amount_atom"_s}));
        const QJsonObject made = shop.create(R"({"line_items":[{"price_id":"price_xyz"}]})").json();
        shop.pay(made, kDeclined);
        const QString declined = shop.session(made["id"_L1].toString()).json()["payment_intent_id"_L1].toString();
        QCOMPARE(shop.refund(declined).status, 404);
    }

    void aNewCodeDiscountsUntilItIsUsedUp()
    {
        Merchant shop;
        const QString coupon = shop.coupon();
        QVERIFY(!coupon.isEmpty());
        const Reply made = shop.write("POST", u"/promotion-codes"_s,
                                      {{u"code"_s, u"NEW-1"_s}, {u"coupon_id"_s, coupon}, {u"max_redemptions"_s, 1}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json()["times_redeemed"_L1].toInt(-1), 0);
        QVERIFY(made.json()["is_active"_L1].toBool());
        QVERIFY(made.json()["expires_at"_L1].isNull());
        const QJsonObject session = shop.sessionWith(u"NEW-1"_s).json();
        QCOMPARE(session["total_amount_atom"_L1].toInteger(), 1450);
        shop.pay(session, kPays);
        QCOMPARE(shop.sessionWith(u"NEW-1"_s).fields(), QStringList{u"promotion_code"_s});
        const QJsonArray codes = shop.get(u"/promotion-codes?limit=100"_s).items();
        QCOMPARE(codes.last()["code"_L1].toString(), u"NEW-1"_s);
        QCOMPARE(codes.last()["times_redeemed"_L1].toInt(), 1);
    }

    void codesAndCouponsAreSwitchedOff()
    {
        Merchant shop;
        const QString coupon = shop.coupon({{u"discount_type"_s, u"fixed_amount"_s},
                                            {u"amount_off_atom"_s, 100},
                                            {u"currency"_s, u"USD"_s},
                                            {u"duration"_s, u"forever"_s}});
        const QString code =
            shop.write("POST", u"/promotion-codes"_s, {{u"code"_s, u"OFF"_s}, {u"coupon_id"_s, coupon}})
                .json()["id"_L1]
                .toString();
        QCOMPARE(shop.sessionWith(u"OFF"_s).json()["total_amount_atom"_L1].toInteger(), 2800);
        const QString path = u"/promotion-codes/"_s + code;
        const Reply off = shop.write("PATCH", path, {{u"is_active"_s, false}});
        QCOMPARE(off.status, 200);
        QCOMPARE(off.json()["code"_L1].toString(), u"OFF"_s);
        QVERIFY(!off.json()["is_active"_L1].toBool());
        QCOMPARE(shop.get(u"/promotion-codes?limit=100"_s).items().last().toObject(), off.json());
        QCOMPARE(shop.sessionWith(u"OFF"_s).status, 422);
        QCOMPARE(shop.write("PATCH", path, {{u"is_active"_s, true}}).status, 200);
        QCOMPARE(shop.sessionWith(u"OFF"_s).status, 201);
        QCOMPARE(shop.write("PATCH", u"/coupons/"_s + coupon, {{u"is_active"_s, false}}).status, 200);
        QCOMPARE(shop.sessionWith(u"OFF"_s).status, 422);
        QCOMPARE(shop.write("PATCH", path, {{u"code"_s, u"X"_s}}).fields(), (QStringList{u"code"_s, u"is_active"_s}));
        QCOMPARE(shop.write("PATCH", u"/promotion-codes/promo_none"_s, {{u"is_active"_s, false}}).status, 404);
        // One of the sample shop, too.
        QCOMPARE(shop.write("PATCH", u"/promotion-codes/promo_save20"_s, {{u"is_active"_s, false}}).status, 200);
        QCOMPARE(shop.sessionWith(u"SAVE20"_s).status, 422);
    }

    void aCodeExistsOnce()
    {
        Merchant shop;
        const QJsonObject body{{u"code"_s, u"SAVE20"_s}, {u"coupon_id"_s, u"coupon_half"_s}};
        QCOMPARE(shop.write("POST", u"/promotion-codes"_s, body).fields(), QStringList{u"code"_s});
        QCOMPARE(shop.sessionWith(u"SAVE20"_s).json()["total_amount_atom"_L1].toInteger(), 2320);
        const Merchant::Headers key{{"Idempotency-Key", "p-1"}};
        const QJsonObject fresh{{u"code"_s, u"FRESH"_s}, {u"coupon_id"_s, u"coupon_half"_s}};
        const Reply first = shop.write("POST", u"/promotion-codes"_s, fresh, key);
        QCOMPARE(first.status, 201);
        QCOMPARE(shop.write("POST", u"/promotion-codes"_s, fresh, key).json(), first.json());
    }

    void wrongDiscounts_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char *name, const QString &path, const QByteArray &body, const QStringList &fields) {
            QTest::newRow(name) << path << body << fields;
        };
        const QString coupons = u"/coupons"_s;
        const QString codes = u"/promotion-codes"_s;
        row("coupon, nothing", coupons, "{}", {u"discount_type"_s});
        row("coupon, kind", coupons, R"({"discount_type":"gift"})", {u"discount_type"_s});
        row("coupon, no share", coupons, R"({"discount_type":"percentage"})", {u"percent_off"_s});
        row("coupon, three decimals", coupons, R"({"discount_type":"percentage","percent_off":12.345})",
            {u"percent_off"_s});
        row("coupon, both", coupons, R"({"discount_type":"percentage","percent_off":5,"amount_off_atom":5})",
            {u"amount_off_atom"_s});
        row("coupon, no sum", coupons, R"({"discount_type":"fixed_amount"})", {u"currency"_s, u"amount_off_atom"_s});
        row("coupon, months", coupons, R"({"discount_type":"percentage","percent_off":5,"duration_in_months":2})",
            {u"duration_in_months"_s});
        row("coupon, no months", coupons, R"({"discount_type":"percentage","percent_off":5,"duration":"repeating"})",
            {u"duration_in_months"_s});
        row("coupon, past", coupons,
            R"({"discount_type":"percentage","percent_off":5,"expires_at":"2020-01-01T00:00:00Z","max_redemptions":0})",
            {u"max_redemptions"_s, u"expires_at"_s});
        row("code, nothing", codes, "{}", {u"code"_s, u"coupon_id"_s});
        row("code, spaces", codes, R"({"code":"A B","coupon_id":"coupon_none"})", {u"code"_s, u"coupon_id"_s});
        row("code, time without a zone", codes,
            R"({"code":"A","coupon_id":"coupon_half","expires_at":"2030-01-01T00:00:00"})", {u"expires_at"_s});
    }
    void wrongDiscounts()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(QStringList, fields);
        Merchant shop;
        const Reply reply = shop.post(path, body);
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.fields(), fields);
    }

    void routesAreChanged()
    {
        Merchant shop;
        const QString routes = shop.account().baseUrl + "/v1/processor-routes/"_L1;
        const Reply renamed = shop.send("PATCH", routes + "proute_dev_default"_L1, R"({"name":"House route"})");
        QCOMPARE(renamed.status, 200);
        QCOMPARE(renamed.json()["processors"_L1].toArray().size(), 1);
        // It is still the default one: a session without a route is charged there.
        const Reply turned =
            shop.send("PATCH", routes + "proute_dev_default"_L1, R"({"processors":[{"processor_id":"proc_offline"}]})");
        QCOMPARE(turned.json()["name"_L1].toString(), u"House route"_s);
        const QJsonObject made = shop.create(R"({"line_items":[{"price_id":"price_xyz"}]})").json();
        QCOMPARE(shop.pay(made, kPays).status, 402);
        QCOMPARE(shop.send("PATCH", routes + "proute_none"_L1, R"({"name":"x"})").status, 404);
        QCOMPARE(shop.send("PATCH", routes + "proute_dev_default"_L1, R"({"processors":[{"processor_id":"proc_x"}]})")
                     .fields(),
                 QStringList{u"processors[0].processor_id"_s});
    }

    void aLinkOpensASessionForEveryVisit()
    {
        Merchant shop;
        const QJsonObject link =
            shop.write("POST", u"/payment-links"_s,
                       {{u"name"_s, u"Signup"_s},
                        {u"line_items"_s, QJsonArray{QJsonObject{{u"price_id"_s, u"price_xyz"_s}, {u"quantity"_s, 2}}}},
                        {u"coupon_id"_s, u"coupon_half"_s},
                        {u"expires_in_hours"_s, 3}})
                .json();
        const Reply visit = shop.send("GET", link["url"_L1].toString());
        QCOMPARE(visit.status, 303);
        QVERIFY(visit.location.startsWith("/pay/sec_"));
        QVERIFY(visit.location != shop.send("GET", link["url"_L1].toString()).location);
        const QJsonObject opened = shop.get(u"/checkout-sessions?limit=2"_s).items().last().toObject();
        QCOMPARE(opened["total_amount_atom"_L1].toInteger(), 2900);
        QVERIFY(shop.send("GET", shop.url() + QString::fromLatin1(visit.location)).body.contains("29.00"));
        QCOMPARE(shop.payAt(link["url"_L1].toString(), kPays).status, 404);
        shop.restart();
        const QJsonObject listed = shop.get(u"/payment-links"_s).items().first().toObject();
        QCOMPARE(listed["url"_L1].toString(), shop.url() + "/pay/"_L1 + link["secure_token"_L1].toString());
        QCOMPARE(shop.write("PATCH", u"/payment-links/"_s + link["id"_L1].toString(), {{u"is_active"_s, false}}).status,
                 200);
        const Reply closed = shop.send("GET", listed["url"_L1].toString());
        QCOMPARE(closed.status, 410);
        QVERIFY(closed.body.contains("no longer works"));
    }

    void wrongLinks_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("fields");
        const QByteArray lines = R"("line_items":[{"price_id":"price_xyz"}])";
        QTest::newRow("nothing") << QByteArray("{}") << QStringList{u"line_items"_s};
        QTest::newRow("price") << QByteArray(R"({"line_items":[{"price_id":"price_none"}]})")
                               << QStringList{u"line_items[0].price_id"_s};
        QTest::newRow("setup with lines")
            << QByteArray(R"({"mode":"setup",)" + lines + "}") << QStringList{u"line_items"_s};
        QTest::newRow("trial of a payment")
            << QByteArray("{" + lines + R"(,"free_trial_days":7})") << QStringList{u"free_trial_days"_s};
        QTest::newRow("packages") << QByteArray("{" + lines + R"(,"package_ids":["p"]})")
                                  << QStringList{u"package_ids"_s};
        QTest::newRow("hours") << QByteArray("{" + lines + R"(,"expires_in_hours":721})")
                               << QStringList{u"expires_in_hours"_s};
    }
    void wrongLinks()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, fields);
        Merchant shop;
        const Reply reply = shop.post(u"/payment-links"_s, body);
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.fields(), fields);
    }
};

TILLDECK_TEST(MerchantCallsTest)

} // namespace merchant_calls_test

#include "tst_merchant_calls.moc"
