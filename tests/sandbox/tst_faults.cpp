// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that go wrong as they were told to.
#include "sandbox/faulty_shop.h"
#include "support/runner.h"

namespace sandbox_faults_test {

using namespace tilldeck;
using namespace tilldeck::test;

class SandboxFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_shop = std::make_unique<FaultyShop>(); }
    void init() { m_shop->control("DELETE"); }
    void cleanupTestCase() { m_shop.reset(); }

    void aConnectionEnds_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<bool>("isReset");
        QTest::addColumn<bool>("isMade");
        QTest::addColumn<bool>("isHalf");
        for (const bool resets : {false, true}) {
            const QByteArray fault = resets ? "reset" : "drop";
            const auto row = [&](const char *at, bool made, bool half, const QByteArray &more = {}) {
                QTest::addRow("%s %s%s", fault.constData(), at, more.isEmpty() ? "" : ", chunked")
                    << faultOf("'fault':'" + fault + "','at':'" + at + "'" + more) << resets << made << half;
            };
            row("before_commit", false, false);
            row("after_commit", true, false);
            row("half_answered", true, true);
            row("half_answered", true, true, ",'chunked':true");
        }
    }
    void aConnectionEnds()
    {
        QFETCH(QByteArray, fault);
        QFETCH(bool, isReset);
        QFETCH(bool, isMade);
        QFETCH(bool, isHalf);
        FaultyShop &shop = *m_shop;
        const qint64 before = shop.sessions();
        QCOMPARE(shop.arm(fault), 201);
        const Heard heard = shop.say(shop.creation());
        QVERIFY(heard.isClosed && !heard.isWhole());
        // What was on its way may be lost with a reset.
        QVERIFY(isReset ? heard.isReset : !heard.isReset);
        QVERIFY(isHalf ? isReset || heard.line() == "HTTP/1.1 201 Created" : heard.bytes.isEmpty());
        QCOMPARE(shop.sessions() - before, isMade ? 1 : 0);
        QCOMPARE(shop.happened().size(), 1);
        QCOMPARE(shop.say(shop.creation()).line(), "HTTP/1.1 201 Created");
    }

    void anAnswerIsNoneThatCanBeRead_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isJson");
        QTest::addColumn<bool>("isMade");
        const QByteArray created = "HTTP/1.1 201 Created";
        const QByteArray json = "application/json";
        QTest::newRow("content type") << faultOf("'fault':'content_type','content_type':'text/plain'") << created
                                      << QByteArray("text/plain") << true << true;
        QTest::newRow("HTML") << faultOf("'fault':'html'") << QByteArray("HTTP/1.1 200 OK") << QByteArray("text/html")
                              << false << false;
        QTest::newRow("HTML after the commit")
            << faultOf("'fault':'html','at':'after_commit'") << QByteArray("HTTP/1.1 200 OK") << QByteArray("text/html")
            << false << true;
        QTest::newRow("empty") << faultOf("'fault':'empty','at':'after_commit'") << QByteArray("HTTP/1.1 200 OK")
                               << json << false << true;
        QTest::newRow("bytes that are no UTF-8")
            << faultOf("'fault':'invalid_utf8'") << created << json << false << true;
        QTest::newRow("depth") << faultOf("'fault':'deep'") << created << json << false << true;
        QTest::newRow("chunked, and right")
            << faultOf("'fault':'delay','chunked':true") << created << json << false << true;
    }
    void anAnswerIsNoneThatCanBeRead()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, type);
        QFETCH(bool, isJson);
        QFETCH(bool, isMade);
        FaultyShop &shop = *m_shop;
        const qint64 before = shop.sessions();
        QCOMPARE(shop.arm(fault), 201);
        const Heard heard = shop.say(shop.creation());
        QVERIFY(heard.isWhole());
        QCOMPARE(heard.line(), line);
        QCOMPARE(heard.header("Content-Type"), type);
        QCOMPARE(!QJsonDocument::fromJson(heard.body()).isNull(), isJson);
        QCOMPARE(shop.sessions() - before, isMade ? 1 : 0);
    }

    void figuresAndNamesAreForged()
    {
        FaultyShop &shop = *m_shop;
        const auto next = [&](const QByteArray &fault) {
            return shop.arm(faultOf(fault)) == 201 ? shop.say(shop.creation()).body() : QByteArray();
        };
        const QByteArray types = next("'fault':'wrong_types'");
        QVERIFY(QJsonDocument::fromJson(types)[u"id"_s].isDouble());
        const QByteArray twice = next("'fault':'duplicate_keys'");
        QCOMPARE(twice.count("\"secure_token\":"), 2);
        QVERIFY(twice.lastIndexOf("_forged\"") > twice.lastIndexOf("\"secure_token\":"));
        const QByteArray first = next("'fault':'duplicate_keys','first':true");
        QVERIFY(first.lastIndexOf("_forged\"") < first.lastIndexOf("\"secure_token\":"));
        QVERIFY(shop.arm(faultOf("'fault':'huge_numbers'", "listPrices")) == 201);
        QVERIFY(shop.get(u"/prices"_s).body.contains(":9007199254740993"));
    }

    void whatIsMadeIsKeptAsTheProviderWritesIt()
    {
        FaultyShop &shop = *m_shop;
        QCOMPARE(shop.arm(faultOf("'fault':'drop','rewritten':true")), 201);
        (void)shop.say(shop.request("POST", u"/checkout-sessions"_s,
                                    quoted("{'line_items':[{'price_id':'price_premium','quantity':1}],"
                                           "'success_url':'https://a.example/b?c=d'}")));
        const QJsonObject session =
            shop.get(u"/checkout-sessions?limit=1&expand=custom_fields"_s).json()["items"_L1][0].toObject();
        QCOMPARE(session["success_url"_L1].toString(), u"https://a.example/b/?c=d"_s);
        QVERIFY(session["processor_route_id"_L1].isString() && session["return_url"_L1].isString());
        QVERIFY(session["custom_fields"_L1].toObject().contains("source"_L1));

        const QString coupon = shop.get(u"/coupons?limit=1"_s).json()["items"_L1][0]["id"_L1].toString();
        QCOMPARE(shop.arm(faultOf("'fault':'delay','rewritten':true", "createPromotionCode")), 201);
        const QByteArray code = quoted("{'code':'REWRITTEN','coupon_id':'" + coupon.toUtf8() + "'}");
        QCOMPARE(shop.post(u"/promotion-codes"_s, code).json()["max_redemptions"_L1].toInt(), 1000);
    }

    void aGzipBombIsSmallOnTheWire()
    {
        FaultyShop &shop = *m_shop;
        QCOMPARE(shop.arm(faultOf("'fault':'gzip_bomb','size':4", "listPrices")), 201);
        const Heard heard = shop.say(shop.request("GET", u"/prices"_s));
        QCOMPARE(heard.header("Content-Encoding"), "gzip");
        QVERIFY(heard.isWhole() && heard.body().size() < 100'000);
        // Qt decompresses it, so it is a good one.
        QCOMPARE(shop.arm(faultOf("'fault':'gzip_bomb','size':4", "listPrices")), 201);
        const Reply reply = shop.get(u"/prices"_s);
        QVERIFY(reply.body.size() > 4 * 1024 * 1024 && reply.body.startsWith("{\"items\":[\"aaaa"));
    }

    void anEndlessBodyGoesOnUntilTheClientLeaves()
    {
        FaultyShop &shop = *m_shop;
        QCOMPARE(shop.arm(faultOf("'fault':'endless'", "listPrices")), 201);
        const Heard heard = shop.say(shop.request("GET", u"/prices"_s), 20'000'000);
        QVERIFY(!heard.isClosed && heard.bytes.size() >= 20'000'000);
        QCOMPARE(shop.get(u"/prices"_s).status, 200);
    }

    void aDrippingAnswerIsWholeInTheEnd()
    {
        FaultyShop &shop = *m_shop;
        QCOMPARE(shop.arm(faultOf("'fault':'drip','ms':1,'size':50")), 201);
        const Heard heard = shop.say(shop.creation());
        QVERIFY(heard.isWhole() && !QJsonDocument::fromJson(heard.body()).isNull());
    }

    void aRedirectLeadsElsewhereAndNothingIsMade_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void aRedirectLeadsElsewhereAndNothingIsMade()
    {
        QFETCH(int, status);
        FaultyShop &shop = *m_shop;
        const qint64 before = shop.sessions();
        QCOMPARE(shop.arm(faultOf("'fault':'redirect','status':" + QByteArray::number(status))), 201);
        const Heard heard = shop.say(shop.creation());
        QVERIFY(heard.line().startsWith("HTTP/1.1 " + QByteArray::number(status) + ' '));
        QCOMPARE(heard.header("Location"), "https://elsewhere.example/moved");
        QCOMPARE(shop.sessions(), before);
    }

    void aStatusHasTheRetryAfterThatWasAskedFor_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("retryAfter");
        for (const int status : {401, 403, 404, 409, 422})
            QTest::addRow("%d", status) << status << QByteArray();
        for (const char *form : {"0", "30", "99999999999", "Sun, 06 Nov 1994 08:49:37 GMT",
                                 "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "-1", "soon", ""}) {
            QTest::addRow("429 %s", form) << 429 << QByteArray(form);
            QTest::addRow("503 %s", form) << 503 << QByteArray(form);
        }
    }
    void aStatusHasTheRetryAfterThatWasAskedFor()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, retryAfter);
        FaultyShop &shop = *m_shop;
        const qint64 before = shop.sessions();
        const QByteArray more = retryAfter.isNull() ? QByteArray() : ",'retry_after':'" + retryAfter + "'";
        QCOMPARE(shop.arm(faultOf("'fault':'status','status':" + QByteArray::number(status) + more)), 201);
        const Heard heard = shop.say(shop.creation());
        QVERIFY(heard.line().startsWith("HTTP/1.1 " + QByteArray::number(status) + ' '));
        QCOMPARE(heard.bytes.contains("\r\nRetry-After: " + retryAfter + "\r\n"), !retryAfter.isNull());
        QCOMPARE(QJsonDocument::fromJson(heard.body())[u"status"_s].toInt(), status);
        QCOMPARE(shop.sessions(), before);
    }

private:
    std::unique_ptr<FaultyShop> m_shop;
};

TILLDECK_TEST(SandboxFaultsTest)

} // namespace sandbox_faults_test

#include "tst_faults.moc"
