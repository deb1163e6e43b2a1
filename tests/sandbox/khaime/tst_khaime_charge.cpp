// SPDX-License-Identifier: GPL-3.0-or-later
// Charges: the contract's examples, its errors and their order, aliases, references.
#include "sandbox/khaime/fixture.h"
#include "support/runner.h"

namespace khaime_charge_test {

using namespace tilldeck::test;

namespace {

QJsonObject preview(KhaimeShop &shop, const QJsonObject &body)
{
    return shop.charge(with(body, {{u"preview"_s, true}})).json()["data"_L1].toObject();
}

} // namespace

class KhaimeChargeTest : public QObject
{
    Q_OBJECT

private slots:
    void previewExampleIsAnsweredFigureByFigure()
    {
        KhaimeShop shop;
        const Reply reply = shop.charge(example(u"create-charge.preview.request.json"_s).object());
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json(), example(u"create-charge.preview.response.json"_s).object());
        QCOMPARE(shop.list(u"transactions"_s, u"status=pending"_s).size(), 1); // the sample shop's own
    }

    void convertedExampleIsACharge()
    {
        KhaimeShop shop;
        const QJsonObject body = with(example(u"create-charge.converted.request.fragment.json"_s).object(),
                                      {{u"customer"_s, kJane}, {u"callback_url"_s, u"https://a.example/back"_s}});
        const QJsonObject charge = shop.charged(body);
        QCOMPARE(charge["payment_gateway"_L1].toString(), u"paystack"_s);
        QCOMPARE(charge["payment_url"_L1].toString(), shop.url() + "/pay/"_L1 + charge["charge_id"_L1].toString());
        QVERIFY(!charge.contains("client_secret"_L1));
        const QJsonObject fees{{u"base_amount"_s, 1440000},
                               {u"transaction_fee"_s, 92160},
                               {u"total_amount"_s, 1440000},
                               {u"customer_pays_fees"_s, false}};
        QCOMPARE(charge["fee_details"_L1].toObject(), fees);
        const QJsonObject transaction = shop.transactionOf(charge);
        QCOMPARE(transaction["status"_L1].toString(), u"pending"_s);
        QCOMPARE(transaction["total_amount"_L1].toInteger(), 9000);
        QCOMPARE(transaction["total_currency"_L1].toString(), u"USD"_s);
    }

    void stripeExampleHasTheDocumentedMembersAndFees()
    {
        KhaimeShop shop;
        const QJsonObject documented = example(u"create-charge.stripe.response.json"_s).object()["data"_L1].toObject();
        const QJsonObject charge = shop.charged(kDollars);
        QCOMPARE(charge.keys(), documented.keys());
        QCOMPARE(charge["fee_details"_L1], documented["fee_details"_L1]);
        QCOMPARE(charge["payment_gateway"_L1], documented["payment_gateway"_L1]);
        QVERIFY(charge["client_secret"_L1].toString().startsWith("pi_"_L1));
    }

    void currencyDecidesTheGateway()
    {
        KhaimeShop shop;
        const QJsonObject table = example(u"create-charge.gateway-routing.json"_s).object();
        QCOMPARE(table.size(), 12);
        for (auto it = table.begin(); it != table.end(); ++it) {
            const Reply calculated =
                shop.call("GET", u"/partner/pricing/calculate?amount=9000&target_currency="_s + it.key());
            const QJsonObject data = preview(
                shop,
                with(kNaira, {{u"amount"_s, calculated.json()["local"_L1]["amount"_L1]}, {u"currency"_s, it.key()}}));
            QCOMPARE(data["payment_gateway"_L1].toString(), it->toString().toLower());
            QCOMPARE(data["conversion"_L1].isObject(), it.key() != "USD"_L1);
        }
    }

    void everyErrorComesInTheContractsOrder()
    {
        KhaimeShop shop;
        QList<std::pair<int, QString>> seen;
        QJsonObject body{{u"metadata"_s, QJsonObject{{u"a"_s, QJsonObject()}}}, {u"converted_total_amount"_s, 500}};
        const auto send = [&](const QJsonObject &changes, const KhaimeShop::Headers &headers = {}) {
            body = with(body, changes);
            const Reply reply = shop.call("POST", u"/partner/payments/charge"_s, QJsonDocument(body).toJson(), headers);
            seen << std::pair(reply.status, reply.json()["error"_L1].toString());
            QVERIFY(!reply.json()["success"_L1].toBool(true) || reply.status == 200);
            QVERIFY(reply.json()["details"_L1].isObject() || reply.status == 200);
        };
        send({}, {{"X-API-Key", "pk_sandbox_wrong"}});
        send({});
        send({{u"amount"_s, 1}});
        send({{u"currency"_s, u"CHF"_s}});
        send({{u"customer"_s, QJsonObject{{u"email"_s, u"jane@example.com"_s}}}});
        send({{u"total_amount"_s, 9000}});
        send({{u"total_currency"_s, u"USD"_s}});
        send({{u"metadata"_s, QJsonObject{{u"a"_s, 1}}}});
        send({{u"converted_total_currency"_s, u"USD"_s}});
        send({{u"converted_total_currency"_s, u"CHF"_s}});
        send({{u"converted_total_amount"_s, 1}});
        send({{u"currency"_s, u"NGN"_s}, {u"converted_total_currency"_s, u"NGN"_s}});
        send({{u"amount"_s, 1440000}, {u"converted_total_amount"_s, 1440000}});
        const QString missing = u"Missing required fields"_s;
        const QString totals = u"Missing total_amount / total_currency"_s;
        const QList<std::pair<int, QString>> expected{
            {401, u"Invalid API key"_s},
            {422, u"\"amount\" is required"_s},
            {400, missing},
            {400, missing},
            {422, totals},
            {422, totals},
            {422, u"Metadata validation failed"_s},
            {400, u"Both converted_total_amount and converted_total_currency must be provided together"_s},
            {400, u"converted_total_currency must match the charge currency"_s},
            {400, u"converted_total_amount does not match amount"_s},
            {400, u"Unable to convert from USD to CHF"_s},
            {400, u"Amount mismatch"_s},
            {200, QString()}};
        QCOMPARE(seen, expected);
        const QJsonArray rows = example(u"create-charge.errors.json"_s).array();
        QCOMPARE(rows.size(), 10);
        for (const auto &row : rows) {
            const QString text = row["error"_L1].toString().replace("from X to Y"_L1, "from USD to CHF"_L1);
            QVERIFY2(seen.contains(std::pair(row["status"_L1].toInt(), text)), qPrintable(text));
        }
    }

    void previewRunsEveryCheck()
    {
        KhaimeShop shop;
        const Reply reply = shop.charge(with(kNaira, {{u"preview"_s, true}, {u"amount"_s, 1}}));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.json()["error"_L1].toString(), u"Amount mismatch"_s);
    }

    void onePercentIsAllowed_data()
    {
        QTest::addColumn<QJsonObject>("changes");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QJsonObject &changes, const QString &error = {}) {
            QTest::newRow(name) << changes << error;
        };
        row("1 % more", {{u"amount"_s, 1454400}});
        row("a unit more than that", {{u"amount"_s, 1454401}}, u"Amount mismatch"_s);
        row("1 % less", {{u"amount"_s, 1425600}});
        row("a unit less than that", {{u"amount"_s, 1425599}}, u"Amount mismatch"_s);
        const QString pair = u"converted_total_amount does not match amount"_s;
        const auto converted = [](int amount) {
            return QJsonObject{{u"converted_total_amount"_s, amount}, {u"converted_total_currency"_s, u"NGN"_s}};
        };
        row("pair 1 % more", converted(1454400));
        row("pair a unit more than that", converted(1454401), pair);
        row("pair 1 % less", converted(1425600));
        row("pair a unit less than that", converted(1425599), pair);
    }
    void onePercentIsAllowed()
    {
        QFETCH(QJsonObject, changes);
        KhaimeShop shop;
        const Reply reply = shop.charge(with(kNaira, changes));
        QTEST(reply.json()["error"_L1].toString(), "error");
        if (reply.status != 200)
            return;
        // What was asked for is charged, and our own conversion is reported.
        const QJsonObject data = preview(shop, with(kNaira, changes));
        QCOMPARE(data["customer"_L1]["total_charged"_L1].toInteger(), changes.value(u"amount"_s).toInteger(1440000));
        QCOMPARE(data["conversion"_L1]["converted_amount"_L1].toInteger(), 1440000);
    }

    void whatIsNotInTheContractIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("changes");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QJsonObject &changes, const char *field) {
            QTest::newRow(name) << changes << QString::fromLatin1(field);
        };
        row("unknown member", {{u"amout"_s, 1}}, "amout");
        row("amount as text", {{u"amount"_s, u"1440000"_s}}, "amount");
        row("half a unit", {{u"amount"_s, 0.5}}, "amount");
        row("amount 0", {{u"amount"_s, 0}}, "amount");
        row("amount too large", {{u"amount"_s, 1e16}}, "amount");
        row("currency in lower case", {{u"currency"_s, u"ngn"_s}}, "currency");
        row("no e-mail address", {{u"customer"_s, QJsonObject{{u"email"_s, u"jane"_s}}}}, "customer.email");
        row("address that is no address", {{u"callback_url"_s, u"acme"_s}}, "callback_url");
        row("preview as text", {{u"preview"_s, u"yes"_s}}, "preview");
        row("unknown sub-merchant", {{u"sub_merchant_id"_s, 99}}, "sub_merchant_id");
        row("empty reference", {{u"reference"_s, QString(u""_s)}}, "reference");
    }
    void whatIsNotInTheContractIsRefused()
    {
        QFETCH(QJsonObject, changes);
        QFETCH(QString, field);
        KhaimeShop shop;
        const Reply reply = shop.charge(with(kNaira, changes));
        QCOMPARE(reply.status, 422);
        QVERIFY2(reply.json()["details"_L1].toObject().contains(field), reply.body);
    }

    void customersMayHaveMembersOfTheirOwn()
    {
        KhaimeShop shop;
        QCOMPARE(shop.charge(with(kNaira, {{u"customer"_s, with(kJane, {{u"loyalty"_s, 5}})}})).status, 200);
    }

    void totalsMayUseTheirOldNames()
    {
        KhaimeShop shop;
        const QJsonObject old =
            with(without(kNaira, {u"total_amount"_s, u"total_currency"_s}),
                 {{u"original_product_amount"_s, 9000}, {u"original_product_currency"_s, u"USD"_s}});
        QCOMPARE(preview(shop, old)["business"_L1]["priced_amount"_L1].toInteger(), 9000);
        // The canonical name counts where both are sent.
        const QJsonObject both = with(old, {{u"total_amount"_s, 9050}, {u"total_currency"_s, u"USD"_s}});
        QCOMPARE(preview(shop, both)["business"_L1]["priced_amount"_L1].toInteger(), 9050);
    }

    void callbackHasAliases_data()
    {
        QTest::addColumn<QJsonObject>("names");
        QTest::addColumn<QByteArray>("goesTo");
        const QString a = u"https://a.example/"_s;
        const QString b = u"https://b.example/"_s;
        QTest::newRow("callback_url") << QJsonObject{{u"callback_url"_s, a}} << a.toLatin1();
        QTest::newRow("redirectUrl") << QJsonObject{{u"redirectUrl"_s, a}} << a.toLatin1();
        QTest::newRow("redirect_url") << QJsonObject{{u"redirect_url"_s, a}} << a.toLatin1();
        QTest::newRow("canonical first") << QJsonObject{{u"redirectUrl"_s, a}, {u"callback_url"_s, b}} << b.toLatin1();
        QTest::newRow("first alias first")
            << QJsonObject{{u"redirect_url"_s, a}, {u"redirectUrl"_s, b}} << b.toLatin1();
    }
    void callbackHasAliases()
    {
        QFETCH(QJsonObject, names);
        KhaimeShop shop;
        const Reply paid = shop.payCharge(shop.charged(with(kNaira, names)), kPays);
        QCOMPARE(paid.status, 303);
        QTEST(paid.location, "goesTo");
    }

    void countryHasAliases_data()
    {
        QTest::addColumn<QJsonObject>("names");
        QTest::addColumn<QJsonValue>("country");
        const QJsonValue ghana(u"GH"_s);
        for (const QString &name :
             {u"user_country"_s, u"customer_country"_s, u"country_code"_s, u"billing_country"_s, u"shipping_country"_s})
            QTest::newRow(qPrintable(name)) << QJsonObject{{name, u"GH"_s}} << ghana;
        for (const QString &name : {u"customer_country"_s, u"billing_country"_s, u"shipping_country"_s})
            QTest::newRow(qPrintable(u"metadata."_s + name))
                << QJsonObject{{u"metadata"_s, QJsonObject{{name, u"Ghana"_s}}}} << ghana;
        QTest::newRow("canonical first") << QJsonObject{{u"user_country"_s, u"KE"_s},
                                                        {u"customer"_s, QJsonObject{{u"email"_s, u"a@b.example"_s},
                                                                                    {u"country"_s, u"GH"_s}}}}
                                         << ghana;
        QTest::newRow("alias before fallback")
            << QJsonObject{{u"billing_country"_s, u"KE"_s},
                           {u"metadata"_s, QJsonObject{{u"customer_country"_s, u"GH"_s}}}}
            << ghana;
        QTest::newRow("none") << QJsonObject() << QJsonValue(QJsonValue::Null);
    }
    void countryHasAliases()
    {
        QFETCH(QJsonObject, names);
        KhaimeShop shop;
        const QJsonObject stranger = with(kNaira, {{u"customer"_s, QJsonObject{{u"email"_s, u"a@b.example"_s}}}});
        const QJsonObject data = preview(shop, with(stranger, names));
        QTEST(data["customer_country"_L1], "country");
        QCOMPARE(data["is_international"_L1].toBool(), !data["customer_country"_L1].isNull());
    }

    void homeCustomersAreNotInternational()
    {
        KhaimeShop shop;
        const QJsonObject data =
            preview(shop, with(kDollars, {{u"customer"_s, with(kJane, {{u"country"_s, u"United States"_s}})}}));
        QCOMPARE(data["is_international"_L1].toBool(true), false);
        QCOMPARE(data["customer_country"_L1].toString(), u"US"_s);
        QCOMPARE(data["customer"_L1]["total_charged"_L1].toInteger(), 5320);
        QVERIFY(data["customer"_L1]["pays_fees"_L1].toBool());
        QVERIFY(!data.contains("conversion"_L1));
    }

    void referenceIsChargedOnce()
    {
        KhaimeShop shop;
        const QJsonObject body = with(kNaira, {{u"reference"_s, u"order-9"_s}});
        const qsizetype before = shop.list(u"transactions"_s).size();
        const Reply first = shop.charge(body);
        QCOMPARE(shop.charge(body).json(), first.json());
        const Reply other = shop.charge(with(kDollars, {{u"reference"_s, u"order-9"_s}}));
        QCOMPARE(other.json(), first.json());
        QCOMPARE(shop.list(u"transactions"_s).size(), before + 1);
        QVERIFY(shop.charge(with(kNaira, {{u"reference"_s, u"order-10"_s}})).json() != first.json());
        QVERIFY(shop.charge(kNaira).json() != shop.charge(kNaira).json());
        shop.restart();
        const QJsonObject again = shop.charged(body);
        QCOMPARE(again["charge_id"_L1], first.json()["data"_L1]["charge_id"_L1]);
    }

    void previewUsesNoReferenceUp()
    {
        KhaimeShop shop;
        const QJsonObject body = with(kNaira, {{u"reference"_s, u"order-11"_s}});
        QVERIFY(!preview(shop, body).contains("charge_id"_L1));
        QVERIFY(shop.charged(body).contains("charge_id"_L1));
    }
};

TILLDECK_TEST(KhaimeChargeTest)

} // namespace khaime_charge_test

#include "tst_khaime_charge.moc"
