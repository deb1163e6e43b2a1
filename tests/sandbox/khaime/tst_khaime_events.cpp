// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the sandbox tells what happened.
#include "sandbox/khaime/fixture.h"
#include "support/runner.h"

#include <QMessageAuthenticationCode>
#include <QTcpServer>
#include <QTcpSocket>

namespace khaime_events_test {

using namespace tilldeck;
using namespace tilldeck::test;

namespace {

const QJsonObject kScarf{{u"amount"_s, 140000},           {u"currency"_s, u"NGN"_s}, {u"total_amount"_s, 140000},
                         {u"total_currency"_s, u"NGN"_s}, {u"customer"_s, kJane},    {u"sub_merchant_id"_s, 21}};

} // namespace

class KhaimeEventsTest : public QObject
{
    Q_OBJECT

private slots:
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
        const QJsonValue refund = shop.refund({{u"transaction_id"_s, charge["transaction_id"_L1]}}).json()["data"_L1];
        // It is processing, and no event says otherwise until it is not.
        QCOMPARE(refund["status"_L1].toString(), u"processing"_s);
        QTRY_COMPARE(told.size(), 3);
        shop.list(u"transactions"_s);
        QTest::qWait(100);
        QCOMPARE(told.size(), 3);
        shop.advanceSeconds(2);
        QTRY_COMPARE(told.size(), 4);
        const QJsonValue done = QJsonDocument::fromJson(told.at(3).webhook.body)["data"_L1];
        QCOMPARE(done["refund_id"_L1], refund["refund_id"_L1]);
        QCOMPARE(done["status"_L1].toString(), u"completed"_s);
        QVERIFY(done["completesAt"_L1].isUndefined());
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
};

TILLDECK_TEST(KhaimeEventsTest)

} // namespace khaime_events_test

#include "tst_khaime_events.moc"
