// SPDX-License-Identifier: GPL-3.0-or-later
// How often the refresher asks by itself: within half of the provider's limit, never while it asks to be left alone.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/refresher.h"
#include "http/scripted_server.h"
#include "support/runner.h"

namespace pacing_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using namespace std::chrono_literals;

namespace {

constexpr auto nothing =
    R"({"success":true,"data":{"transactions":[],"products":[],"total":0,"limit":100,"offset":0}})";

/// A provider with a limit of 1000 calls an hour, asked by itself as often as it may be.
struct Limited
{
    Limited()
        : catalogs(*bench.desk)
        , refresher(*bench.desk, catalogs)
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &) {
            socket.write(refusal.isEmpty() ? http::test::answer(200, nothing) : refusal);
        };
        id = bench.connectTo(u"K"_s, server.url(QString()).toString(), QString(), u"pk_sandbox_1"_s,
                             accounts::ProviderKind::Khaime);
        refresher.setAccounts({id});
    }

    void start()
    {
        refresher.start(10ms);
        QTRY_VERIFY(refresher.freshness(id).updatedAt.isValid() || refresher.freshness(id).error);
        QTRY_VERIFY(!refresher.freshness(id).running);
    }
    qsizetype calls() const { return server.requests().size(); }
    void pass(std::chrono::milliseconds time) { bench.setNow(bench.now().addMSecs(time.count())); }
    /// Whether nothing is asked although the interval came round several times.
    bool rests()
    {
        const qsizetype before = calls();
        int rounds = 0;
        QTimer round;
        QObject::connect(&round, &QTimer::timeout, [&rounds] { ++rounds; });
        round.start(10ms);
        return QTest::qWaitFor([&] { return rounds >= 20; }) && calls() == before;
    }

    QByteArray refusal;
    http::test::ScriptedServer server;
    Bench bench;
    CatalogCache catalogs;
    Refresher refresher;
    QString id;
};

} // namespace

class PacingTest : public QObject
{
    Q_OBJECT

private slots:
    void byItselfItUsesHalfOfWhatTheProviderTakes()
    {
        Limited on;
        on.start();
        // 500 an hour: 7.2 s for each call.
        const auto rest = on.calls() * 7200ms;
        QVERIFY(on.rests());
        on.pass(rest - 1s);
        QVERIFY(on.rests());
        const qsizetype before = on.calls();
        on.pass(1s);
        QTRY_VERIFY(on.calls() > before);
    }

    void whatTheMerchantAsksForIsImmediate()
    {
        Limited on;
        on.start();
        const qsizetype before = on.calls();
        on.refresher.refreshNow(on.id);
        on.refresher.refreshNow(on.id); // while the first is running: it is not forgotten
        QTRY_COMPARE(on.calls(), before + 2);
    }

    void newsAreBroughtAtOnceAndOnce()
    {
        Limited on;
        on.start();
        const qsizetype before = on.calls();
        for (int event = 0; event < 5; ++event)
            on.refresher.scheduleRefresh(on.id);
        QTRY_COMPARE_WITH_TIMEOUT(on.calls(), before + 1, 2000);
        QTRY_VERIFY(!on.refresher.freshness(on.id).running);
        QVERIFY(on.rests());
    }

    void afterALimitItWaitsAsLongAsTheProviderAsks()
    {
        Limited on;
        on.start();
        on.refusal =
            http::test::answer(429, R"({"success":false,"error":"Too many requests"})", "Retry-After: 600\r\n");
        on.refresher.refreshNow(on.id);
        QTRY_VERIFY(on.refresher.freshness(on.id).error.has_value());
        QCOMPARE(on.refresher.freshness(on.id).error->kind, checkout::ErrorKind::RateLimited);
        on.refusal.clear();
        on.pass(599s);
        QVERIFY(on.rests());
        on.refresher.scheduleRefresh(on.id);
        QVERIFY(on.rests());
        on.pass(1s);
        QTRY_VERIFY(!on.refresher.freshness(on.id).error);
    }

    void aProviderThatDoesNotAnswerIsAskedLessAndLessOften()
    {
        Bench bench;
        const QString id = bench.connectTo(u"Shop"_s, u"http://127.0.0.1:9"_s, u"acc_1"_s, u"sk_test_1"_s);
        QSignalSpy asked(&bench.desk->http(), &http::HttpClient::exchanged);
        CatalogCache catalogs(*bench.desk);
        Refresher refresher(*bench.desk, catalogs);
        refresher.setAccounts({id});
        refresher.start(10ms);
        QTRY_VERIFY(refresher.freshness(id).error && !refresher.freshness(id).running);
        const auto first = asked.size();
        QVERIFY(first > 0);
        QTest::qWait(1000);
        QCOMPARE(asked.size(), first);
        QTRY_VERIFY(asked.size() > first); // it is tried again, whatever the interval is
        QTRY_VERIFY(!refresher.freshness(id).running);
        const auto second = asked.size();
        QTest::qWait(1000);
        QCOMPARE(asked.size(), second);
        bench.desk->keys().keepForThisRun(id, http::Secret(u"sk_test_2"_s));
        QVERIFY2(refresher.freshness(id).running, "a key that is entered is tried at once");
    }

    void aPaymentInTheSandboxIsSeenWithinTwoSeconds()
    {
        Shop shop;
        Bench bench;
        const QString id =
            bench.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key);
        const auto created = QCoro::waitFor(createSession(bench.desk.get(), id, draft(), {}, std::nullopt));
        CatalogCache catalogs(*bench.desk);
        Refresher refresher(*bench.desk, catalogs);
        refresher.setAccounts({id});
        refresher.start(1h);
        QTRY_VERIFY_WITH_TIMEOUT(refresher.freshness(id).updatedAt.isValid(), 20000);
        Shop::pay(created.record.session.url, u"4242424242424242"_s);
        refresher.scheduleRefresh(id); // as the webhook event does
        const auto status = [&] {
            return bench.desk->ledger().session(id, created.record.session.id).result().value()->session.status;
        };
        QTRY_COMPARE_WITH_TIMEOUT(status(), checkout::SessionStatus::Completed, 2000);
    }
};

TILLDECK_TEST(PacingTest)

} // namespace pacing_test

#include "tst_pacing.moc"
