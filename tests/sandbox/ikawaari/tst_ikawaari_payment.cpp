// SPDX-License-Identifier: GPL-3.0-or-later
// How Ikawaari's sessions are paid: card, mobile money, the test call, and what is told of it.
#include "sandbox/ikawaari/fixture.h"
#include "support/runner.h"

namespace ikawaari_payment_test {

using namespace tilldeck;
using namespace tilldeck::test;

namespace {

/// The types of Ikawaari's events, oldest first, and the body of the newest.
class Heard
{
public:
    explicit Heard(IkawaariShop &shop)
        : m_spy(&shop.thread(), &sandbox::SandboxThread::webhookTried)
    {
    }
    QStringList types() const
    {
        QStringList types;
        for (const auto &call : m_spy) {
            const sandbox::Webhook webhook = call.first().value<sandbox::Delivery>().webhook;
            if (webhook.provider == "ikawaari"_L1)
                types << webhook.type;
        }
        return types;
    }
    QJsonObject body() const
    {
        return QJsonDocument::fromJson(m_spy.last().first().value<sandbox::Delivery>().webhook.body).object();
    }
    sandbox::Webhook last() const { return m_spy.last().first().value<sandbox::Delivery>().webhook; }

private:
    QSignalSpy m_spy;
};

QStringList timelineOf(const QJsonObject &payment)
{
    QStringList types;
    const QJsonArray timeline = payment["timeline"_L1].toArray();
    for (const auto &event : timeline)
        types << event["type"_L1].toString().section(u'.', 1) + u' ' + event["status"_L1].toString();
    return types;
}

} // namespace

class IkawaariPaymentTest : public QObject
{
    Q_OBJECT

private slots:
    void aCardPays()
    {
        IkawaariShop shop;
        Heard heard(shop);
        QJsonObject body = oneLine(50000);
        body["success_url"_L1] = u"https://a.example/ok?id={CHECKOUT_SESSION_ID}"_s;
        body["cancel_url"_L1] = u"https://a.example/back?id={CHECKOUT_SESSION_ID}"_s;
        const QJsonObject made = shop.create(body).json();
        // The contract promises the session's ID for the success URL only.
        const QByteArray page = shop.send("GET", made["url"_L1].toString()).body;
        QVERIFY2(page.contains("https://a.example/back?id=%7BCHECKOUT_SESSION_ID%7D"), page);
        QCOMPARE(shop.payment(made)["status"_L1].toString(), u"pending"_s);
        shop.advanceSeconds(72);
        QCOMPARE(shop.pay(made, kPays).location, "https://a.example/ok?id=" + made["id"_L1].toString().toUtf8());
        QCOMPARE(shop.statusOf(made), u"completed"_s);
        const QJsonObject payment = shop.payment(made);
        QCOMPARE(payment["status"_L1].toString(), u"succeeded"_s);
        QCOMPARE(payment["amount"_L1].toInteger(), 50000);
        QCOMPARE(payment["amountReceived"_L1].toInteger(), 50000);
        QCOMPARE(payment["paymentMethod"_L1].toString(), u"card"_s);
        QCOMPARE(payment["createdAt"_L1].toString(), u"2027-01-15T08:00:00Z"_s);
        QCOMPARE(payment["succeededAt"_L1].toString(), u"2027-01-15T08:01:12Z"_s);
        QCOMPARE(timelineOf(payment), (QStringList{u"created pending"_s, u"succeeded succeeded"_s}));
        QVERIFY(payment["canRefund"_L1].toBool());
        QTRY_COMPARE(heard.types(), QStringList{u"payment_intent.succeeded"_s});
        const QJsonObject told = heard.body()["data"_L1].toObject();
        QCOMPARE(told["id"_L1], made["payment_intent"_L1]);
        QCOMPARE(told["object"_L1].toString(), u"payment_intent"_s);
        QCOMPARE(told["currency"_L1].toString(), u"xof"_s);
        QCOMPARE(told["amount"_L1].toInteger(), 50000);
        QCOMPARE(heard.last().about, made["id"_L1].toString());
        QCOMPARE(heard.last().provider, u"ikawaari"_s);
        QVERIFY(shop.send("GET", made["url"_L1].toString()).body.contains("this is paid"));
    }

    void aSubscriptionIsInvoiced()
    {
        IkawaariShop shop;
        Heard heard(shop);
        const QJsonObject made = shop.paid(oneLine(12000, u"XOF"_s, u"subscription"_s));
        QTRY_COMPARE(heard.types(), (QStringList{u"payment_intent.succeeded"_s, u"invoice.paid"_s}));
        const QJsonObject invoice = heard.body()["data"_L1].toObject();
        QCOMPARE(invoice["object"_L1].toString(), u"invoice"_s);
        QCOMPARE(invoice["amount_paid"_L1].toInteger(), 12000);
        QCOMPARE(invoice["payment_intent"_L1], made["payment_intent"_L1]);
    }

    void aDeclinedCardCanBeReplaced()
    {
        IkawaariShop shop;
        Heard heard(shop);
        const QJsonObject made = shop.create(oneLine(500)).json();
        const Reply declined = shop.pay(made, kDeclined);
        QCOMPARE(declined.status, 402);
        QVERIFY(declined.body.contains("declined. Nothing was charged. Use another card."));
        QCOMPARE(shop.statusOf(made), u"open"_s);
        QCOMPARE(shop.payment(made)["status"_L1].toString(), u"failed"_s);
        QVERIFY(shop.payment(made)["amountReceived"_L1].isNull());
        QCOMPARE(shop.pay(made, kPays).status, 303);
        QCOMPARE(shop.payment(made)["status"_L1].toString(), u"succeeded"_s);
        QTRY_COMPARE(heard.types(), (QStringList{u"payment_intent.payment_failed"_s, u"payment_intent.succeeded"_s}));
        // Each try is a transaction, and only one took money.
        QStringList states;
        const QJsonArray all = shop.list(u"/v1/merchant/transactions?limit=2"_s);
        for (const auto &one : all)
            states << one["status"_L1].toString();
        QCOMPARE(states, (QStringList{u"succeeded"_s, u"failed"_s}));
        QCOMPARE(all[1]["failureReason"_L1].toString(), u"card_declined"_s);
        QVERIFY(all[0]["failureReason"_L1].isNull());
    }

    void fiveDeclinesCloseIt()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.create(oneLine(500)).json();
        for (int i = 0; i < 5; ++i)
            shop.pay(made, kDeclined);
        QCOMPARE(shop.statusOf(made), u"failed"_s);
        QVERIFY(shop.pay(made, kPays).body.contains("closed"));
        QCOMPARE(shop.payment(made)["status"_L1].toString(), u"failed"_s);
        QCOMPARE(shop.simulate(made, u"succeeded"_s).status, 400);
    }

    void mobileMoneyPaysAtOnce()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.create(oneLine(500)).json();
        const Reply paid = shop.payByPhone(made, kPhonePays);
        QCOMPARE(paid.status, 303);
        QCOMPARE(paid.location, "/pay/" + made["id"_L1].toString().toUtf8());
        const QJsonObject payment = shop.payment(made);
        QCOMPARE(payment["status"_L1].toString(), u"succeeded"_s);
        QCOMPARE(payment["paymentMethod"_L1].toString(), u"mobile_money"_s);
        QCOMPARE(payment["operator"_L1].toString(), u"wave_sn"_s);
        QCOMPARE(payment["country"_L1].toString(), u"SN"_s);
        QCOMPARE(payment["customerPhone"_L1].toString(), u"+221770000000"_s);
    }

    void mobileMoneyDeclines()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.create(oneLine(500)).json();
        const Reply declined = shop.payByPhone(made, kPhoneDeclines);
        QCOMPARE(declined.status, 402);
        QVERIFY(declined.body.contains("the mobile money account has too little money"));
        QVERIFY(declined.body.contains("value=\"+221770000001\""));
        QCOMPARE(shop.statusOf(made), u"open"_s);
        QCOMPARE(shop.payByPhone(made, kPhonePays).status, 303);
        QCOMPARE(shop.statusOf(made), u"completed"_s);
    }

    void mobileMoneyWaitsThenPays()
    {
        IkawaariShop shop;
        Heard heard(shop);
        const QJsonObject made = shop.create(oneLine(500)).json();
        shop.advanceSeconds(86'399);
        QCOMPARE(shop.payByPhone(made, kPhonePaysLater).location, "/pay/" + made["id"_L1].toString().toUtf8());
        const Reply page = shop.send("GET", made["url"_L1].toString());
        QVERIFY(page.body.contains("Waiting for your phone"));
        QVERIFY(page.body.contains("Look again"));
        QVERIFY(!page.body.contains("<form"));
        QCOMPARE(shop.payment(made)["status"_L1].toString(), u"pending"_s);
        QCOMPARE(shop.list(u"/v1/merchant/payments?status=pending&limit=1"_s)[0]["id"_L1], made["payment_intent"_L1]);
        // Nothing else can pay it, and it does not run out while it waits.
        QCOMPARE(shop.pay(made, kPays).status, 303);
        QCOMPARE(shop.payByPhone(made, kPhonePays).status, 303);
        shop.advanceSeconds(29);
        QCOMPARE(shop.statusOf(made), u"open"_s);
        QVERIFY(heard.types().isEmpty());
        shop.advanceSeconds(1);
        // Nobody asks, and still it is settled and told.
        QTRY_COMPARE(heard.types(), QStringList{u"payment_intent.succeeded"_s});
        QCOMPARE(shop.statusOf(made), u"completed"_s);
        QCOMPARE(timelineOf(shop.payment(made)),
                 (QStringList{u"created pending"_s, u"processing pending"_s, u"succeeded succeeded"_s}));
        QCOMPARE(shop.list(u"/v1/merchant/transactions?limit=100&search=%1"_s.arg("+221770000002"_L1)).size(), 1);
        QVERIFY(shop.send("GET", made["url"_L1].toString()).body.contains("this is paid"));
    }

    void theTestCallDecides_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("session");
        QTest::newRow("later, now") << kPhonePaysLater << u"succeeded"_s << u"completed"_s;
        QTest::newRow("later, never") << kPhonePaysLater << u"failed"_s << u"open"_s;
        QTest::newRow("waits, now") << kPhoneWaits << u"succeeded"_s << u"completed"_s;
        QTest::newRow("waits, never") << kPhoneWaits << u"failed"_s << u"open"_s;
        QTest::newRow("untried, now") << QByteArray() << u"succeeded"_s << u"completed"_s;
        QTest::newRow("untried, never") << QByteArray() << u"failed"_s << u"open"_s;
    }
    void theTestCallDecides()
    {
        QFETCH(QByteArray, number);
        QFETCH(QString, status);
        QFETCH(QString, session);
        IkawaariShop shop;
        Heard heard(shop);
        const QJsonObject made = shop.create(oneLine(500)).json();
        if (!number.isEmpty())
            shop.payByPhone(made, number);
        shop.advanceSeconds(10);
        const Reply taken = shop.simulate(made, status, {{u"failure_reason"_s, u"wrong_pin"_s}});
        QCOMPARE(taken.status, 200);
        QCOMPARE(shop.statusOf(made), session);
        QCOMPARE(shop.payment(made)["status"_L1].toString(), status);
        shop.advanceSeconds(60);
        QCOMPARE(shop.payment(made)["status"_L1].toString(), status);
        QTRY_COMPARE(heard.types(), QStringList{status == "failed"_L1 ? u"payment_intent.payment_failed"_s
                                                                      : u"payment_intent.succeeded"_s});
        if (status == "failed"_L1) {
            QCOMPARE(heard.body()["data"_L1]["last_payment_error"_L1]["code"_L1].toString(), u"wrong_pin"_s);
            if (!number.isEmpty())
                QVERIFY(shop.send("GET", made["url"_L1].toString()).body.contains("operator declined"));
            QCOMPARE(shop.pay(made, kPays).status, 303);
            QCOMPARE(shop.statusOf(made), u"completed"_s);
        }
    }

    void theTestCallIsChecked()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.paid(oneLine(500));
        QCOMPARE(shop.simulate(made, u"failed"_s).status, 400);
        QCOMPARE(shop.payment(made)["status"_L1].toString(), u"succeeded"_s);
        QCOMPARE(shop.simulate({{u"payment_intent"_s, u"pi_none"_s}}, u"failed"_s).status, 404);
        QCOMPARE(badFields(shop.simulate(made, u"maybe"_s)), QStringList{u"status"_s});
    }

    void aWrongNumberIsMarked_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QByteArray>("country");
        QTest::addColumn<QByteArray>("operatorId");
        QTest::addColumn<QByteArray>("marked");
        QTest::newRow("a real number") << QByteArray("+221781234567") << QByteArray("SN") << QByteArray("wave_sn")
                                       << QByteArray("msisdn");
        QTest::newRow("another country") << kPhonePays << QByteArray("CI") << QByteArray("wave_ci")
                                         << QByteArray("msisdn");
        QTest::newRow("operator elsewhere")
            << kPhonePays << QByteArray("SN") << QByteArray("mtn_momo") << QByteArray("operator");
        QTest::newRow("unknown country") << kPhonePays << QByteArray("XX") << QByteArray("wave_sn")
                                         << QByteArray("country");
        QTest::newRow("nothing") << QByteArray() << QByteArray("SN") << QByteArray("wave_sn") << QByteArray("msisdn");
    }
    void aWrongNumberIsMarked()
    {
        QFETCH(QByteArray, number);
        QFETCH(QByteArray, country);
        QFETCH(QByteArray, operatorId);
        QFETCH(QByteArray, marked);
        IkawaariShop shop;
        const QJsonObject made = shop.create(oneLine(500)).json();
        const Reply refused = shop.payByPhone(made, number, country, operatorId);
        QCOMPARE(refused.status, 402);
        QCOMPARE(refused.body.count("aria-invalid=\"true\""), 1);
        QVERIFY(refused.body.contains("id=\"" + marked + "-error\""));
        QCOMPARE(timelineOf(shop.payment(made)), QStringList{u"created pending"_s});
    }

    void euroTakesCardsOnly()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.create(oneLine(500, u"EUR"_s)).json();
        QVERIFY(!shop.send("GET", made["url"_L1].toString()).body.contains("obile money"));
        QCOMPARE(shop.payByPhone(made, kPhonePays).status, 402);
        QCOMPARE(shop.statusOf(made), u"open"_s);
        QCOMPARE(shop.pay(made, kPays).status, 303);
    }

    void thePublicCallPays()
    {
        IkawaariShop shop;
        const auto payPath = [](const QJsonObject &made) {
            return u"/checkout/%1/pay"_s.arg(made["id"_L1].toString());
        };
        const auto phone = [](const QByteArray &number) {
            return QJsonObject{
                {u"payment_method"_s,
                 QJsonObject{{u"type"_s, u"mobile_money"_s},
                             {u"mobile_money"_s, QJsonObject{{u"operator"_s, u"orange_money"_s},
                                                             {u"country"_s, u"SN"_s},
                                                             {u"msisdn"_s, QString::fromLatin1(number)}}}}}};
        };
        const IkawaariShop::Headers open{{"Authorization", ""}, {"Idempotency-Key", "pay-1"}};
        const QJsonObject made = shop.create(oneLine(500)).json();
        const Reply paid = shop.post(payPath(made), phone(kPhonePays), open);
        QCOMPARE(paid.json()["status"_L1].toString(), u"completed"_s);
        QCOMPARE(shop.post(payPath(made), phone(kPhonePays), open).json(), paid.json());
        QCOMPARE(shop.post(payPath(made), phone(kPhonePays)).status, 409);

        const QJsonObject second = shop.create(oneLine(500)).json();
        const Reply declined = shop.post(payPath(second), phone(kPhoneDeclines));
        QCOMPARE(declined.status, 200);
        QCOMPARE(declined.json()["status"_L1].toString(), u"open"_s);
        QCOMPARE(declined.json()["last_payment_error"_L1]["code"_L1].toString(), u"insufficient_funds"_s);
        QCOMPARE(shop.post(payPath(second), phone("+33123456")).status, 400);
        QCOMPARE(shop.post(payPath(second), {{u"payment_method"_s, QJsonObject{{u"type"_s, u"cash"_s}}}}).status, 400);
        QCOMPARE(shop.call("POST", payPath(second)).json()["status"_L1].toString(), u"completed"_s);
        QCOMPARE(shop.post(u"/checkout/cs_none/pay"_s, {}).status, 404);
    }

    void manySubmitsAtOncePayOnce()
    {
        IkawaariShop shop;
        const QJsonObject made = shop.create(oneLine(500)).json();
        QNetworkAccessManager network;
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        for (int i = 0; i < 6; ++i) {
            QNetworkRequest request{QUrl(made["url"_L1].toString())};
            request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
            request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-www-form-urlencoded");
            request.setRawHeader("Origin", shop.url().toUtf8());
            const QByteArray body = i % 2 == 0
                                        ? "number=4242424242424242&expiry=12%2F80&cvc=123"
                                        : "method=mobile_money&country=SN&operator=wave_sn&msisdn=%2B221770000000";
            replies.emplace_back(network.post(request, body));
        }
        for (const auto &reply : replies)
            QTRY_VERIFY(reply->isFinished());
        QCOMPARE(timelineOf(shop.payment(made)), (QStringList{u"created pending"_s, u"succeeded succeeded"_s}));
        const QJsonArray all = shop.list(u"/v1/merchant/transactions?limit=100&from=2027-01-15"_s);
        int ofThis = 0;
        for (const auto &one : all)
            ofThis += one["description"_L1].toString() == "Basket"_L1 ? 1 : 0;
        QCOMPARE(ofThis, 1);
    }

    void whatCannotBeWrittenIsNotTaken()
    {
        IkawaariShop shop;
        Heard heard(shop);
        const QJsonObject made = shop.create(oneLine(500)).json();
        QCOMPARE(breakWritesOf(u"ikawaari-transactions"_s, shop.folder()), QString());
        QCOMPARE(shop.pay(made, kPays).status, 500);
        QCOMPARE(shop.statusOf(made), u"open"_s);
        QCOMPARE(shop.payment(made)["status"_L1].toString(), u"pending"_s);
        QVERIFY(heard.types().isEmpty());
    }
};

TILLDECK_TEST(IkawaariPaymentTest)

} // namespace ikawaari_payment_test

#include "tst_ikawaari_payment.moc"
