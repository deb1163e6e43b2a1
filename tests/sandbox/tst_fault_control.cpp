// SPDX-License-Identifier: GPL-3.0-or-later
// Who arms faults, which calls they are for, and what they change beside the answer.
#include "sandbox/faulty_shop.h"
#include "sandbox/same_secret.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QTcpSocket>

namespace sandbox_fault_control_test {

using namespace tilldeck;
using namespace tilldeck::test;

class SandboxFaultControlTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhoHasTheTokenArmsFaults()
    {
        FaultyShop shop;
        const QByteArray fault = faultOf("'fault':'drop'");
        const QString control = shop.url() + "/faults"_L1;
        const auto as = [&](const QByteArray &given, const QList<std::pair<QByteArray, QByteArray>> &more = {}) {
            return shop.send("POST", control, fault, QList{std::pair{QByteArray("Authorization"), given}} + more)
                .status;
        };
        QCOMPARE(as("Bearer another token"), 401);
        QCOMPARE(as("Bearer " + shop.account().key.toUtf8()), 401);
        QCOMPARE(as("Bearer "), 401);
        QCOMPARE(as("Bearer " + faultsToken.toUtf8(), {{"Origin", shop.url().toUtf8()}}), 403);
        QCOMPARE(as("Bearer " + faultsToken.toUtf8(), {{"Origin", "http://evil.example"}}), 403);
        QCOMPARE(as("Bearer " + faultsToken.toUtf8(), {{"Referer", shop.url().toUtf8()}}), 403);
        QCOMPARE(as("Bearer " + faultsToken.toUtf8(), {{"Sec-Fetch-Site", "same-origin"}}), 403);
        QCOMPARE(as("Bearer " + faultsToken.toUtf8(), {{"Host", "evil.example"}}), 421);
        QVERIFY(shop.control("GET").json()["armed"_L1].toArray().isEmpty());
        QCOMPARE(as("Bearer " + faultsToken.toUtf8()), 201);
        QCOMPARE(shop.control("GET").json()["armed"_L1].toArray().size(), 1);
        QVERIFY(shop.control("DELETE").json()["armed"_L1].toArray().isEmpty());
    }

    void withoutATokenThereIsNoControl()
    {
        Shop shop;
        QCOMPARE(shop.send("POST", shop.url() + "/faults"_L1, faultOf("'fault':'drop'")).status, 404);
        QCOMPARE(shop.send("GET", shop.url() + "/faults"_L1, {}, {{"Authorization", "Bearer "}}).status, 404);
    }

    void whatCannotHappenIsRefused_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QString>("field");
        QTest::newRow("no such fault") << faultOf("'fault':'flood'") << u"fault"_s;
        QTest::newRow("no such member") << faultOf("'fault':'drop','wehn':'after_commit'") << u"wehn"_s;
        QTest::newRow("no such moment") << faultOf("'fault':'drop','at':'noon'") << u"at"_s;
        QTest::newRow("not at this moment") << faultOf("'fault':'deep','at':'before_commit'") << u"at"_s;
        QTest::newRow("a status is missing") << faultOf("'fault':'status'") << u"status"_s;
        QTest::newRow("no redirect") << faultOf("'fault':'redirect','status':404") << u"status"_s;
        QTest::newRow("two lines") << faultOf("'fault':'status','status':503,'retry_after':'1\\r\\nX: y'")
                                   << u"retry_after"_s;
        QTest::newRow("no certificate") << faultOf("'fault':'certificate'", "*") << u"certificate"_s;
        QTest::newRow("a certificate that is right")
            << faultOf("'fault':'certificate','certificate':'valid'", "*") << u"certificate"_s;
        QTest::newRow("a certificate for one operation")
            << faultOf("'fault':'certificate','certificate':'expired'") << u"operation"_s;
        QTest::newRow("no operation") << quoted("{'fault':'drop'}") << u"operation"_s;
    }
    void whatCannotHappenIsRefused()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QString, field);
        FaultyShop shop;
        const Reply reply = shop.control("POST", fault);
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.fields(), QStringList{field});
    }

    void theDateIsTheSandboxsTimeUnlessItWasMoved()
    {
        FaultyShop shop;
        const auto date = [&] { return shop.say(shop.request("GET", u"/prices"_s)).header("Date"); };
        QCOMPARE(date(), "Fri, 15 Jan 2027 08:00:00 GMT");
        QCOMPARE(shop.arm(faultOf("'fault':'date','seconds':-86400,'count':0", "*")), 201);
        QCOMPARE(date(), "Thu, 14 Jan 2027 08:00:00 GMT");
        // Beside another fault of the same call.
        QCOMPARE(shop.arm(faultOf("'fault':'status','status':503", "listPrices")), 201);
        const Heard heard = shop.say(shop.request("GET", u"/prices"_s));
        QCOMPARE(heard.line(), "HTTP/1.1 503 Service Unavailable");
        QCOMPARE(heard.header("Date"), "Thu, 14 Jan 2027 08:00:00 GMT");
    }

    void aCallIsCarriedOutForAClientThatHangsUpUnlessItIsAbandoned()
    {
        FaultyShop shop;
        const auto leave = [&](const QByteArray &more) {
            const qint64 before = shop.sessions();
            const qsizetype steps = shop.happened().size();
            shop.arm(faultOf("'fault':'delay','at':'before_commit','ms':30000" + more));
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, quint16(QUrl(shop.url()).port()));
            socket.waitForConnected();
            socket.write(shop.creation());
            socket.waitForBytesWritten();
            // The fault has begun: nothing was committed, and the answer is waited for.
            while (shop.happened().size() == steps)
                QTest::qWait(1);
            const bool isEarly = shop.sessions() == before;
            socket.abort();
            QElapsedTimer watch;
            watch.start();
            while (shop.sessions() == before && watch.elapsed() < (more.isEmpty() ? 10'000 : 200))
                QTest::qWait(1);
            return isEarly ? shop.sessions() - before : -1;
        };
        QCOMPARE(leave({}), 1);
        QCOMPARE(leave(",'abandoned':true"), 0);
    }

    void countSkipAndSeedChooseTheCalls()
    {
        FaultyShop shop;
        const auto calls = [&](int n) {
            QByteArray ends;
            for (int i = 0; i < n; ++i)
                ends += shop.get(u"/prices"_s).status == 200 ? '.' : 'x';
            return ends;
        };
        QCOMPARE(shop.arm(faultOf("'fault':'status','status':503,'count':2,'skip':1", "listPrices")), 201);
        QCOMPARE(calls(5), ".xx..");
        const auto drawn = [&](const QByteArray &seed) {
            shop.control("DELETE");
            shop.arm(faultOf("'fault':'status','status':503,'count':0,'probability':0.5,'seed':" + seed, "*"));
            return calls(24);
        };
        const QByteArray once = drawn("7");
        QVERIFY(once.contains('x') && once.contains('.'));
        QCOMPARE(drawn("7"), once);
        QVERIFY(drawn("8") != once);
        // Another provider's operation of the same name is another one.
        shop.control("DELETE");
        shop.arm("{'operation':'*','provider':'khaime','fault':'drop','count':0}");
        QCOMPARE(calls(1), ".");
    }

    void aRefundFailsLater_data()
    {
        QTest::addColumn<bool>("isArmed");
        QTest::newRow("armed before") << true;
        QTest::newRow("decided afterwards") << false;
    }
    void aRefundFailsLater()
    {
        QFETCH(bool, isArmed);
        FaultyShop shop;
        const QJsonObject paid = shop.get(u"/transactions?limit=1&status=succeeded"_s).items().first().toObject();
        const QString intent = paid["payment_intent_id"_L1].toString();
        const auto refunded = [&] {
            for (const QJsonValue &item : shop.get(u"/transactions?limit=100"_s).items()) {
                if (item["id"_L1] == paid["id"_L1])
                    return item["refunded_amount_atom"_L1].toInteger();
            }
            return qint64(-1);
        };
        if (isArmed)
            QCOMPARE(shop.arm(faultOf("'fault':'refund','ms':50", "createRefund")), 201);
        const Reply reply = shop.post(u"/payments/refunds"_s,
                                      quoted("{'amount_atom':100,'payment_intent_id':'" + intent.toUtf8() + "'}"));
        QCOMPARE(reply.status, 201);
        if (!isArmed) {
            QCOMPARE(refunded(), 100);
            const QByteArray decision =
                "{'provider':'paymentkit','refund':'" + reply.json()["id"_L1].toString().toUtf8() + "'}";
            QCOMPARE(shop.control("POST", decision, u"/refunds"_s).json()["status"_L1].toString(), u"failed"_s);
            QCOMPARE(shop.control("POST", decision, u"/refunds"_s).status, 409);
        }
        QTRY_COMPARE(refunded(), 0);
    }

    void aRefundThatFailedIsMadeOnceMore_data()
    {
        QTest::addColumn<bool>("isArmed");
        QTest::newRow("armed before") << true;
        QTest::newRow("decided afterwards") << false;
    }
    void aRefundThatFailedIsMadeOnceMore()
    {
        QFETCH(bool, isArmed);
        FaultyShop shop;
        const QJsonObject paid = shop.get(u"/transactions?limit=1&status=succeeded"_s).items().first().toObject();
        const QByteArray intent = paid["payment_intent_id"_L1].toString().toUtf8();
        const auto refunded = [&] {
            const QJsonArray items = shop.get(u"/transactions?limit=100"_s).items();
            const auto own =
                std::ranges::find_if(items, [&paid](const QJsonValue &item) { return item["id"_L1] == paid["id"_L1]; });
            return own == items.end() ? -1 : (*own)["refunded_amount_atom"_L1].toInteger();
        };
        const auto decide = [&](const QByteArray &members) {
            return shop.control("POST", "{'provider':'paymentkit'" + members + '}', u"/refunds"_s);
        };
        if (isArmed)
            QCOMPARE(shop.arm(faultOf("'fault':'refund','second_try':true", "createRefund")), 201);
        const Reply made =
            shop.post(u"/payments/refunds"_s, quoted("{'amount_atom':100,'payment_intent_id':'" + intent + "'}"));
        QCOMPARE(made.status, 201);
        if (!isArmed) {
            QCOMPARE(decide(",'second_try':true").status, 409);
            QCOMPARE(decide(",'second_try':true,'given_back':true").status, 422);
            QCOMPARE(decide({}).status, 200);
            QCOMPARE(refunded(), 0);
            const QJsonObject again = decide(",'second_try':true").json();
            QCOMPARE(again["status"_L1].toString(), u"succeeded"_s);
            QCOMPARE(again["amount_atom"_L1].toInteger(), 100);
            QVERIFY(again["id"_L1] != made.json()["id"_L1]);
        }
        // The first one has failed, so that it can be tried once more by its id, and the newest one has not.
        const QByteArray first = ",'refund':'" + made.json()["id"_L1].toString().toUtf8() + '\'';
        QTRY_COMPARE(decide(first).status, 409);
        QTRY_COMPARE(refunded(), 100);
        QCOMPARE(decide(",'second_try':true").status, 409);
    }

    void refundsOfTheOtherProvidersFailLaterToo()
    {
        FaultyShop shop;
        const auto account = [&](const QString &provider) {
            for (const sandbox::Account &each : shop.thread().running()->accounts) {
                if (each.provider == provider)
                    return each;
            }
            return sandbox::Account();
        };
        const sandbox::Account khaime = account(u"khaime"_s);
        const QList<std::pair<QByteArray, QByteArray>> key{{"X-API-Key", khaime.key.toUtf8()}};
        const QString partner = khaime.baseUrl + "/api/v1/partner"_L1;
        const auto charged = [&](const QString &id) {
            const auto all = shop.send("GET", partner + "/transactions?limit=100"_L1, {}, key)
                                 .json()["data"_L1]["transactions"_L1]
                                 .toArray();
            for (const QJsonValue &each : all) {
                if (id.isEmpty()
                        ? each["status"_L1].toString() == "completed"_L1 && each["refunded_amount"_L1].toInteger() == 0
                        : each["transaction_id"_L1].toString() == id)
                    return each.toObject();
            }
            return QJsonObject();
        };
        const QString paid = charged({})["transaction_id"_L1].toString();
        QVERIFY(!paid.isEmpty());
        QCOMPARE(shop.send("POST", partner + "/refunds"_L1, quoted("{'transaction_id':'" + paid.toUtf8() + "'}"), key)
                     .status,
                 200);
        QCOMPARE(charged(paid)["status"_L1].toString(), u"refunded"_s);
        QCOMPARE(shop.control("POST", "{'provider':'khaime'}", u"/refunds"_s).status, 200);
        QCOMPARE(charged(paid)["status"_L1].toString(), u"completed"_s);
        QCOMPARE(charged(paid)["refunded_amount"_L1].toInteger(), 0);
        const QByteArray secondTry = ",'second_try':true}";
        QCOMPARE(shop.control("POST", "{'provider':'khaime'" + secondTry, u"/refunds"_s).status, 200);
        QCOMPARE(charged(paid)["status"_L1].toString(), u"refunded"_s);

        const sandbox::Account ikawaari = account(u"ikawaari"_s);
        const QList<std::pair<QByteArray, QByteArray>> bearer{{"Authorization", "Bearer " + ikawaari.key.toUtf8()}};
        const QString payments = ikawaari.baseUrl + "/api/v1/merchant/payments"_L1;
        QString id;
        for (const QJsonValue &each :
             shop.send("GET", payments + "?limit=100"_L1, {}, bearer).json()["data"_L1].toArray()) {
            if (each["status"_L1].toString() == "succeeded"_L1)
                id = each["id"_L1].toString();
        }
        QVERIFY(!id.isEmpty());
        const QString payment = payments + u'/' + id;
        QCOMPARE(shop.send("POST", payment + "/refund"_L1, "{}", bearer).status, 200);
        QCOMPARE(shop.control("POST", "{'provider':'ikawaari'}", u"/refunds"_s).status, 200);
        const QJsonObject after = shop.send("GET", payment, {}, bearer).json();
        QCOMPARE(after["status"_L1].toString(), u"succeeded"_s);
        QCOMPARE(after["refundedAmount"_L1].toInteger(), 0);
        QCOMPARE(after["refunds"_L1].toArray().last()["status"_L1].toString(), u"failed"_s);
        QCOMPARE(shop.control("POST", "{'provider':'ikawaari'" + secondTry, u"/refunds"_s).status, 200);
        const QJsonObject again = shop.send("GET", payment, {}, bearer).json();
        QCOMPARE(again["status"_L1].toString(), u"refunded"_s);
        QCOMPARE(again["refundedAmount"_L1], again["amount"_L1]);
        QCOMPARE(again["refunds"_L1].toArray().size(), after["refunds"_L1].toArray().size() + 1);
        QStringList words;
        for (const QJsonValue &entry : again["refunds"_L1].toArray())
            words << entry["status"_L1].toString();
        QCOMPARE(words.count(u"failed"_s), 1);
    }

    void aSecretIsTheSameOrNot()
    {
        QVERIFY(sandbox::isSameSecret("sk_1", "sk_1"));
        QVERIFY(!sandbox::isSameSecret("sk_1", "sk_2"));
        QVERIFY(!sandbox::isSameSecret("sk_", "sk_1"));
        QVERIFY(!sandbox::isSameSecret("", "sk_1"));
    }
};

TILLDECK_TEST(SandboxFaultControlTest)

} // namespace sandbox_fault_control_test

#include "tst_fault_control.moc"
