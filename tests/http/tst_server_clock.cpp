// SPDX-License-Identifier: GPL-3.0-or-later
// The time of a server, as its answers say it.
#include "http/http_client.h"
#include "http/server_clock.h"
#include "scripted_server.h"
#include "support/runner.h"

#include <QTest>

namespace server_clock_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::http;
using namespace std::chrono_literals;

namespace {

const QDateTime noon = QDateTime::fromString(u"2026-04-14T12:00:00Z"_s, Qt::ISODate);

} // namespace

class ServerClockTest : public QObject
{
    Q_OBJECT

private slots:
    void theTimeGoesOnFromTheLastDate()
    {
        std::chrono::milliseconds steady = 5min;
        ServerClock clock([] { return noon; }, [&steady] { return steady; });
        const QUrl url(u"https://api.example/v1/sessions?offset=0"_s);
        QVERIFY(!clock.now(url).isValid());
        clock.set(url, "Tue, 14 Apr 2026 12:00:00 GMT");
        QCOMPARE(clock.now(url), noon);
        steady += 90s;
        QCOMPARE(clock.now(url), noon.addSecs(90));
        clock.set(url, "Tue, 14 Apr 2026 11:57:00 GMT");
        QCOMPARE(clock.now(url), noon.addSecs(-180));
        QCOMPARE(clock.readings(url), 2);
    }

    void oneOddDateDoesNotCount()
    {
        std::chrono::milliseconds steady = 0min;
        ServerClock clock([] { return noon; }, [&steady] { return steady; });
        const QUrl url(u"https://api.example"_s);
        clock.set(url, "Tue, 14 Apr 2026 12:01:00 GMT");
        for (const char *odd : {"Wed, 15 Apr 2026 13:00:00 GMT", "Tue, 14 Apr 2026 11:00:00 GMT"}) {
            clock.set(url, odd);
            QCOMPARE(clock.now(url), noon.addSecs(60));
            QCOMPARE(clock.readings(url), 1);
        }
        // What another answer confirms is the time of the server: its clock was set.
        steady += 10min;
        clock.set(url, "Tue, 14 Apr 2026 11:10:00 GMT");
        QCOMPARE(clock.now(url), noon.addSecs(-3000));
        QCOMPARE(clock.readings(url), 2);
    }

    void theTimeThatPassedIsThatOfEitherClock()
    {
        // As where the clock that runs evenly stands still while the computer sleeps.
        QDateTime local = noon;
        ServerClock clock([&local] { return local; }, [] { return 0ms; });
        const QUrl url(u"https://api.example"_s);
        clock.set(url, "Tue, 14 Apr 2026 12:00:00 GMT");
        local = noon.addSecs(7200);
        clock.set(url, "Tue, 14 Apr 2026 14:00:00 GMT");
        QCOMPARE(clock.now(url), local);
        clock.set(url, "Tue, 14 Apr 2026 12:00:00 GMT"); // one that was kept on the way
        QCOMPARE(clock.now(url), local);
        QCOMPARE(clock.readings(url), 2);
    }

    void aServerWhoseClockIsAnotherIsBelievedWithItsSecondDate()
    {
        ServerClock clock([] { return noon; }, [] { return 0ms; });
        const QUrl url(u"https://api.example"_s);
        clock.set(url, "Tue, 14 Apr 2026 15:00:00 GMT");
        QVERIFY(!clock.now(url).isValid());
        clock.set(url, "Tue, 14 Apr 2026 12:00:00 GMT");
        QCOMPARE(clock.now(url), noon);
        clock.set(url, "Tue, 14 Apr 2026 15:00:00 GMT");
        QCOMPARE(clock.now(url), noon);
        clock.set(url, "Tue, 14 Apr 2026 15:00:02 GMT");
        QCOMPARE(clock.now(url), noon.addSecs(10802));
    }

    void anUnreadableDateChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::newRow("absent") << QByteArray();
        QTest::newRow("a number") << QByteArray("1776168000");
        QTest::newRow("no such day") << QByteArray("Tue, 31 Feb 2026 12:00:00 GMT");
    }
    void anUnreadableDateChangesNothing()
    {
        QFETCH(QByteArray, date);
        ServerClock clock([] { return noon; }, [] { return 0ms; });
        const QUrl url(u"https://api.example"_s);
        clock.set(url, date);
        QVERIFY(!clock.now(url).isValid());
        QCOMPARE(clock.readings(url), 0);
        clock.set(url, "Tue, 14 Apr 2026 12:00:00 GMT");
        clock.set(url, date);
        QCOMPARE(clock.now(url), noon);
    }

    void eachServerHasItsOwnTime()
    {
        ServerClock clock([] { return noon; }, [] { return 0ms; });
        clock.set(QUrl(u"https://one.example/v1"_s), "Tue, 14 Apr 2026 12:00:00 GMT");
        QCOMPARE(clock.now(QUrl(u"https://one.example:443/other"_s)), noon);
        QVERIFY(!clock.now(QUrl(u"https://two.example/v1"_s)).isValid());
        QVERIFY(!clock.now(QUrl(u"https://one.example:8443/v1"_s)).isValid());
    }

    void anAnswerSetsTheTimeOfItsServer()
    {
        HttpClient client;
        tilldeck::http::test::ScriptedServer dated(
            tilldeck::http::test::answer(404, "{}", "date: Tue, 14 Apr 2026 12:00:00 GMT\r\n"));
        tilldeck::http::test::ScriptedServer undated(tilldeck::http::test::answer(200, "{}"));
        // The date is of another time than this computer's.
        for (const auto *server : {&dated, &dated, &undated, &undated})
            (void)QCoro::waitFor(client.send(Request::get(server->url())));
        const QDateTime now = client.serverTime(dated.url());
        QVERIFY(now >= noon && now < noon.addSecs(60));
        QVERIFY(!client.serverTime(undated.url()).isValid());
    }
};

TILLDECK_TEST(ServerClockTest)

} // namespace server_clock_test

#include "tst_server_clock.moc"
