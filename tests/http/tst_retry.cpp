// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"
#include "support/runner.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QTimer>

namespace retry_test {

using namespace tilldeck::http;
using namespace tilldeck::http::test;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// Time that passes only in pauses, and then at once.
class FakeClock : public RetryClock
{
public:
    milliseconds monotonic() override { return now; }
    QDateTime utcNow() override
    {
        return QDateTime(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc()).addMSecs(now.count());
    }
    double chance() override { return luck; }
    void wakeAfter(milliseconds delay, QObject *context, std::function<void()> wake) override
    {
        pauses += delay;
        now += delay + oversleeps;
        QTimer::singleShot(0, context, std::move(wake));
    }

    milliseconds now{1000};
    double luck = 0.5;
    milliseconds oversleeps{0}; ///< in each pause
    QList<milliseconds> pauses;
};

struct Fixture
{
    Fixture()
    {
        policy.clock = clock;
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &) {
            const QByteArray next = said.size() > 1 ? said.takeFirst() : said.value(0);
            if (next == "lost") {
                socket.disconnectFromHost();
                return;
            }
            socket.write(next);
        };
    }
    Answer get() { return wait(client.sendWithRetry(Request::get(server.url()), policy)); }
    Answer post() { return wait(client.sendWithRetry(Request::post(server.url(), "{}"), policy)); }

    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
    RetryPolicy policy;
    QList<QByteArray> said; ///< one after the other; the last one stays
    ScriptedServer server;
    HttpClient client;
};

} // namespace

class RetryTest : public QObject
{
    Q_OBJECT

private slots:
    void aReadIsRepeatedWhileThatMayHelp_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<bool>("again");
        for (const int status : {408, 429, 502, 503, 504})
            QTest::addRow("%d", status) << answer(status, "{}") << true;
        for (const int status : {400, 401, 403, 404, 409, 422, 500, 501})
            QTest::addRow("%d", status) << answer(status, "{}") << false;
        QTest::newRow("502 in HTML") << answer(502, "<html>") << true;
        QTest::newRow("login page") << answer(200, "<html>") << false;
        QTest::newRow("redirect") << answer(302, "", "Location: /y\r\n") << false;
    }
    void aReadIsRepeatedWhileThatMayHelp()
    {
        QFETCH(QByteArray, first);
        QFETCH(bool, again);
        Fixture f;
        f.said = {first, answer(200, "{}")};
        const Answer got = f.get();
        QCOMPARE(got && got->status == 200, again);
        QCOMPARE(f.server.requests().size(), again ? 2 : 1);
    }

    void aWriteIsNeverRepeated_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("no answer") << QByteArray("lost");
        QTest::newRow("503") << answer(503, "{}");
        QTest::newRow("429") << answer(429, "{}");
        QTest::newRow("unreadable success") << answer(200, "{\"id\"");
    }
    void aWriteIsNeverRepeated()
    {
        QFETCH(QByteArray, first);
        Fixture f;
        f.said = {first, answer(200, "{}")};
        (void)f.post();
        QCOMPARE(f.server.requests().size(), 1);
    }

    void attemptsAndPausesAreBounded()
    {
        Fixture f;
        f.said = {answer(503, "{}")};
        f.clock->luck = 0.999999;
        f.policy.attempts = 8;
        const Answer got = f.get();
        QCOMPARE(got->status, 503);
        QCOMPARE(f.server.requests().size(), 8);
        const QList<milliseconds> most = {400ms, 800ms, 1600ms, 3200ms, 6400ms, 8000ms, 8000ms};
        QCOMPARE(f.clock->pauses.size(), most.size());
        for (qsizetype i = 0; i < most.size(); ++i) {
            QVERIFY(f.clock->pauses[i] <= most[i]);
            QVERIFY(f.clock->pauses[i] >= most[i] - 2ms);
        }
    }

    void jitterGoesDownToNothing()
    {
        Fixture f;
        f.said = {answer(503, "{}"), answer(200, "{}")};
        f.clock->luck = 0;
        QVERIFY(f.get().has_value());
        QCOMPARE(f.clock->pauses, QList<milliseconds>{0ms});
    }

    void theWholeTakesNoLongerThanGranted()
    {
        Fixture f;
        f.said = {answer(503, "{}", "Retry-After: 20\r\n")};
        f.policy.attempts = 100;
        f.policy.totalTime = 50s;
        QCOMPARE(f.get()->status, 503);
        QCOMPARE(f.clock->pauses, (QList<milliseconds>{20s, 20s}));
    }

    void aPauseThatOutlastsTheWholeSendsNothingMore()
    {
        Fixture f;
        f.said = {answer(503, "{}")};
        f.clock->oversleeps = 10min;
        QCOMPARE(f.get()->status, 503);
        QCOMPARE(f.server.requests().size(), 1);
    }

    void retryAfterIsObeyed_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("seconds"); // -1: not repeated
        QTest::newRow("seconds") << QByteArray("7") << 7;
        QTest::newRow("date") << QByteArray("Sun, 01 Mar 2026 12:00:10 GMT") << 9; // it is 12:00:01
        QTest::newRow("more than is granted") << QByteArray("31") << -1;
        QTest::newRow("a number beyond all bounds") << QByteArray("99999999999999999999") << -1;
        QTest::newRow("a date next year") << QByteArray("Mon, 01 Mar 2027 12:00:09 GMT") << -1;
    }
    void retryAfterIsObeyed()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, seconds);
        Fixture f;
        f.said = {answer(429, "{}", "Retry-After: " + value + "\r\n"), answer(200, "{}")};
        const Answer got = f.get();
        QCOMPARE(got->status, seconds < 0 ? 429 : 200);
        QCOMPARE(f.clock->pauses,
                 seconds < 0 ? QList<milliseconds>() : QList<milliseconds>{std::chrono::seconds(seconds)});
    }

    void retryAfterIsReadInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("milliseconds"); // -1: not understood
        QTest::newRow("seconds") << QByteArray("120") << qint64(120'000);
        QTest::newRow("nothing to wait for") << QByteArray("0") << qint64(0);
        QTest::newRow("IMF date") << QByteArray("Sun, 01 Mar 2026 12:01:00 GMT") << qint64(60'000);
        QTest::newRow("RFC 850 date") << QByteArray("Sunday, 01-Mar-26 12:01:00 GMT") << qint64(60'000);
        QTest::newRow("asctime date") << QByteArray("Sun Mar  1 12:01:00 2026") << qint64(60'000);
        QTest::newRow("in the past") << QByteArray("Sun, 01 Mar 2020 12:01:00 GMT") << qint64(0);
        QTest::newRow("two digits far in the past") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << qint64(0);
        QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
        QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
        QTest::newRow("words") << QByteArray("soon") << qint64(-1);
        QTest::newRow("empty") << QByteArray() << qint64(-1);
    }
    void retryAfterIsReadInEveryForm()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, milliseconds);
        const auto read = retryAfter(value, FakeClock().utcNow().addMSecs(-1000));
        QCOMPARE(read ? qint64(read->count()) : -1, milliseconds);
    }

    void refusedConnectionsAreTriedAgain()
    {
        Fixture f;
        f.server.close();
        QSignalSpy log(&f.client, &HttpClient::exchanged);
        QCOMPARE(kindOf(f.get()), int(FailureKind::NotSent));
        QCOMPARE(log.size(), 4);
    }

    void theSystemClockWakesAndMoves()
    {
        const auto clock = RetryClock::system();
        const auto before = clock->monotonic();
        bool woken = false;
        clock->wakeAfter(5ms, this, [&] { woken = true; });
        QVERIFY(!woken);
        QTRY_VERIFY(woken);
        QVERIFY(clock->monotonic() > before);
        const double chance = clock->chance();
        QVERIFY(chance >= 0 && chance < 1);
    }
};

TILLDECK_TEST(RetryTest)

} // namespace retry_test

#include "tst_retry.moc"
