// SPDX-License-Identifier: GPL-3.0-or-later
// Creating sessions: what they cost, and what is refused on which field.
#include "sandbox/fixture.h"
#include "support/runner.h"

namespace create_test {

using namespace tilldeck::test;

class SandboxCreateTest : public QObject
{
    Q_OBJECT

private slots:
    void answersTheContractsFields()
    {
        Shop shop;
        const Reply made =
            shop.create(R"({"customer_id":"cus_abc123","line_items":[{"price_id":"price_xyz","quantity":3}],)"
                        R"("success_url":"https:\/\/a.example/s","return_url":"https:\/\/a.example/r"})");
        QCOMPARE(made.status, 201);
        const QJsonObject session = made.json();
        QCOMPARE(session["status"_L1].toString(), u"open"_s);
        QCOMPARE(session["currency"_L1].toString(), u"usd"_s);
        QCOMPARE(session["total_amount_atom"_L1].toInteger(), 8700);
        QCOMPARE(session["expires_at"_L1].toString(), u"2027-01-16T08:00:00Z"_s);
        QVERIFY(session["url"_L1].toString().endsWith(session["secure_token"_L1].toString()));
        QVERIFY(session["paid_tier"_L1].isNull());
        QVERIFY(!session.contains("custom_fields"_L1));
        QCOMPARE(shop.session(session["id"_L1].toString()).json(), session);
    }

    void customFieldsComeBackOnlyWhenAskedFor()
    {
        Shop shop;
        const QString id = shop.create(R"({"customer_id":"cus_abc123","custom_fields":{"a":"x","b":2,"c":true}})")
                               .json()["id"_L1]
                               .toString();
        const QJsonObject fields =
            shop.get(u"/checkout-sessions/%1?expand=custom_fields"_s.arg(id)).json()["custom_fields"_L1].toObject();
        QCOMPARE(fields, (QJsonObject{{u"a"_s, u"x"_s}, {u"b"_s, 2}, {u"c"_s, true}}));
        QCOMPARE(shop.get(u"/checkout-sessions/%1?expand=everything"_s.arg(id)).status, 422);
    }

    void discounts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("total");
        QTest::newRow("20 % code") << QByteArray(
                                          R"("promotion_code":"SPRING20","line_items":[{"price_id":"price_xyz"}])")
                                   << qint64(2320);
        QTest::newRow("half of an odd sum rounds the discount up")
            << QByteArray(
                   R"("promotion_code":"FRIENDS50","line_items":[{"price_id":"price_icons_usd","quantity":1},{"price_id":"price_xyz"}])")
            << qint64(6400);
        QTest::newRow("fixed coupon")
            << QByteArray(R"("coupon_id":"coupon_five_eur","line_items":[{"price_id":"price_print_eur"}])")
            << qint64(4900);
        QTest::newRow("everything off") << QByteArray(
                                               R"("coupon_id":"coupon_free","line_items":[{"price_id":"price_xyz"}])")
                                        << qint64(0);
        QTest::newRow("no decimals")
            << QByteArray(R"("coupon_id":"coupon_half","line_items":[{"price_id":"price_studio_xof","quantity":3}])")
            << qint64(26250);
    }
    void discounts()
    {
        QFETCH(QByteArray, body);
        QFETCH(qint64, total);
        Shop shop;
        const Reply made = shop.create("{" + body + "}");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json()["total_amount_atom"_L1].toInteger(-1), total);
    }

    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QByteArray &members, const char *field, const char *words) {
            QTest::newRow(name) << "{" + members + "}" << QString::fromLatin1(field) << QString::fromLatin1(words);
        };
        const QByteArray line = R"("line_items":[{"price_id":"price_xyz"}])";
        row("unknown field", line + R"(,"color":"red")", "color", "Unknown field");
        row("unknown field in a tier",
            line + R"(,"cascade_line_items":[{"line_items":[{"price_id":"price_xyz"}],"name":"x"}])",
            "cascade_line_items[0].name", "Unknown field");
        row("quantity 0", R"("line_items":[{"price_id":"price_xyz","quantity":0}])", "line_items[0].quantity",
            "whole number");
        row("quantity beyond int32", R"("line_items":[{"price_id":"price_xyz","quantity":2147483648}])",
            "line_items[0].quantity", "2147483647");
        row("half a quantity", R"("line_items":[{"price_id":"price_xyz","quantity":1.5}])", "line_items[0].quantity",
            "whole number");
        row("quantity as text", R"("line_items":[{"price_id":"price_xyz","quantity":"1"}])", "line_items[0].quantity",
            "whole number");
        row("no price", R"("line_items":[{"quantity":1}])", "line_items[0].price_id", "must be a text");
        row("unknown price", R"("line_items":[{"price_id":"price_none"}])", "line_items[0].price_id",
            "no price price_none");
        row("price no longer sold", R"("line_items":[{"price_id":"price_audit_old_usd"}])", "line_items[0].price_id",
            "no longer active");
        row("mixed currencies", R"("line_items":[{"price_id":"price_xyz"},{"price_id":"price_print_eur"}])",
            "line_items[1].price_id", "one currency");
        row("another currency in a tier",
            line + R"(,"cascade_line_items":[{"line_items":[{"price_id":"price_print_eur"}]}])",
            "cascade_line_items[0].line_items[0].price_id", "one currency");
        row("empty lines", R"("line_items":[])", "line_items", "at least one");
        row("empty cascade", line + R"(,"cascade_line_items":[])", "cascade_line_items", "at least one");
        row("empty tier", line + R"(,"cascade_line_items":[{"line_items":[]}])", "cascade_line_items[0].line_items",
            "at least one");
        row("cascade without first tier", R"("cascade_line_items":[{"line_items":[{"price_id":"price_xyz"}]}])",
            "line_items", "first tier");
        row("nothing at all", "", "line_items", "needs line items or a customer");
        row("unknown customer", R"("customer_id":"cus_none")", "customer_id", "no customer cus_none");
        row("unknown route", line + R"(,"processor_route_id":"proute_none")", "processor_route_id",
            "no processor route");
        row("unknown route of a tier",
            line +
                R"(,"cascade_line_items":[{"line_items":[{"price_id":"price_xyz"}],"processor_route_id":"proute_none"}])",
            "cascade_line_items[0].processor_route_id", "no processor route");
        row("code and coupon", line + R"(,"promotion_code":"SAVE20","coupon_id":"coupon_half")", "coupon_id",
            "not both");
        row("unknown code", line + R"(,"promotion_code":"NOPE")", "promotion_code", "no promotion code NOPE");
        row("expired code", line + R"(,"promotion_code":"AUTUMN10")", "promotion_code", "has expired");
        row("used up code", line + R"(,"promotion_code":"FIRST100")", "promotion_code", "used up");
        row("inactive code", line + R"(,"promotion_code":"PAUSED")", "promotion_code", "not active");
        row("unknown coupon", line + R"(,"coupon_id":"coupon_none")", "coupon_id", "no coupon coupon_none");
        row("expired coupon", line + R"(,"coupon_id":"coupon_winter")", "coupon_id", "has expired");
        row("used up coupon", line + R"(,"coupon_id":"coupon_launch")", "coupon_id", "used up");
        row("fixed discount in another currency", line + R"(,"promotion_code":"FIVEOFF")", "promotion_code", "in EUR");
        row("expiry 0", line + R"(,"expires_in_hours":0)", "expires_in_hours", "1 to 720");
        row("expiry 721", line + R"(,"expires_in_hours":721)", "expires_in_hours", "1 to 720");
        row("success address with a space", line + R"(,"success_url":"https:\/\/a.example/a b")", "success_url",
            "http://");
        row("return address that is a script", line + ",\"return_url\":\"javascript:alert(1)\"", "return_url",
            "http://");
        row("custom field object", line + R"(,"custom_fields":{"a":{}})", "custom_fields.a", "text, a number");
        row("custom field null", line + R"(,"custom_fields":{"a":null})", "custom_fields.a", "text, a number");
        row("custom field too long", line + ",\"custom_fields\":{\"a\":\"" + QByteArray(501, 'x') + "\"}",
            "custom_fields.a", "500");
        row("subscription field list", line + R"(,"params_for_sub":{"custom_fields":{"a":[]}})",
            "params_for_sub.custom_fields.a", "text, a number");
        row("subscription with another member", line + R"(,"params_for_sub":{"trial":1})", "params_for_sub.trial",
            "Unknown field");
    }
    void isRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        QFETCH(QString, words);
        Shop shop;
        const int before = shop.get(u"/checkout-sessions"_s).json()["total"_L1].toInt();
        const Reply answer = shop.create(body);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.type, "application/problem+json");
        QVERIFY2(answer.fields().contains(field), answer.body);
        QVERIFY2(answer.json()["detail"_L1].toString().contains(words), answer.body);
        QCOMPARE(shop.get(u"/checkout-sessions"_s).json()["total"_L1].toInt(), before);
    }

    void allProblemsOfABodyAreReportedTogether()
    {
        Shop shop;
        const Reply answer = shop.create(
            R"({"line_items":[{"price_id":"price_xyz","quantity":0}],"expires_in_hours":0,"success_url":"x"})");
        QCOMPARE(answer.fields(), (QStringList{u"expires_in_hours"_s, u"success_url"_s, u"line_items[0].quantity"_s}));
    }

    void amountsBeyond64BitsAreRefused()
    {
        Shop shop;
        QByteArray lines;
        for (int i = 0; i < 9700; ++i)
            lines += R"({"price_id":"price_workshop_xof","quantity":2147483647},)";
        lines.chop(1);
        QCOMPARE(shop.create("{\"line_items\":[" + lines + "]}").status, 422);
    }

    void bodiesThatAreNoObjectAre400()
    {
        Shop shop;
        QCOMPARE(shop.create("[1]").status, 400);
        QCOMPARE(shop.create("{\"line_items\":").status, 400);
        QCOMPARE(shop.create("").status, 400);
    }

    void sameKeySameBodyIsTheSameSession()
    {
        Shop shop;
        const QString address = shop.api() + "/checkout-sessions"_L1;
        const QByteArray body = R"({"customer_id":"cus_abc123","expires_in_hours":2})";
        const QByteArray reordered = R"({ "expires_in_hours": 2, "customer_id": "cus_abc123" })";
        const Reply first = shop.send("POST", address, body, {{"Idempotency-Key", "k1"}});
        QCOMPARE(shop.send("POST", address, reordered, {{"Idempotency-Key", "k1"}}).json(), first.json());
        QVERIFY(shop.send("POST", address, body, {{"Idempotency-Key", "k2"}}).json() != first.json());
        QCOMPARE(shop.send("POST", address, R"({"customer_id":"cus_kone"})", {{"Idempotency-Key", "k1"}}).status, 409);
        shop.restart();
        const QString again = shop.api() + "/checkout-sessions"_L1;
        QCOMPARE(shop.send("POST", again, body, {{"Idempotency-Key", "k1"}}).json()["id"_L1], first.json()["id"_L1]);
        shop.advanceHours(25);
        QVERIFY(shop.send("POST", again, body, {{"Idempotency-Key", "k1"}}).json()["id"_L1] != first.json()["id"_L1]);
    }

    void refusedRequestsDoNotUseTheKeyUp()
    {
        Shop shop;
        const QString address = shop.api() + "/checkout-sessions"_L1;
        QCOMPARE(shop.send("POST", address, R"({"customer_id":"cus_none"})", {{"Idempotency-Key", "k"}}).status, 422);
        QCOMPARE(shop.send("POST", address, R"({"customer_id":"cus_kone"})", {{"Idempotency-Key", "k"}}).status, 201);
    }
};

TILLDECK_TEST(SandboxCreateTest)

} // namespace create_test

#include "tst_create.moc"
