// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"
#include "support/runner.h"

#include <QCoroSignal>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

namespace cancel_test {

using namespace Qt::StringLiterals;

using namespace tilldeck::http;
using namespace tilldeck::http::test;
using namespace std::chrono_literals;

namespace {

/// Stands for a screen's coroutine that awaits an answer.
Task<> collect(Task<Answer> task, std::shared_ptr<std::vector<Answer>> into)
{
    Answer got = co_await task;
    into->push_back(std::move(got));
}

/// Never wakes anybody by itself.
class StoppedClock : public RetryClock
{
public:
    std::chrono::milliseconds monotonic() override { return 0ms; }
    QDateTime utcNow() override { return {}; }
    double chance() override { return 0.5; }
    void wakeAfter(std::chrono::milliseconds, QObject *, std::function<void()>) override { ++waiting; }
    int waiting = 0;
};

} // namespace

class CancelTest : public QObject
{
    Q_OBJECT

private slots:
    void everyAwaitingCoroutineEnds_data()
    {
        QTest::addColumn<bool>("destroyed");
        QTest::newRow("cancelled") << false;
        QTest::newRow("client destroyed") << true;
    }
    void everyAwaitingCoroutineEnds()
    {
        QFETCH(bool, destroyed);
        ScriptedServer server; // reads and stays silent
        auto client = std::make_unique<HttpClient>();
        const auto got = std::make_shared<std::vector<Answer>>();
        for (const char *method : {"GET", "POST"})
            collect(client->send(Request(method, server.url(), method == QByteArray("GET") ? "" : "{}")), got);
        QTRY_COMPARE(server.requests().size(), 2);
        if (destroyed)
            client.reset();
        else
            client->cancelAll();
        QVERIFY2(got->empty(), "a coroutine was resumed from inside the call that cancelled it");
        QTRY_COMPARE(got->size(), 2U);
        QCOMPARE(kindOf((*got)[0]), int(FailureKind::Cancelled));
        QCOMPARE(kindOf((*got)[1]), int(FailureKind::OutcomeUnknown));
    }

    void cancelledBeforeAnythingLeftIsCancelled()
    {
        ScriptedServer server(answer(200, "{}"));
        HttpClient client;
        const auto got = std::make_shared<std::vector<Answer>>();
        collect(client.send(Request::post(server.url(), "{\"once\":1}")), got);
        client.cancelAll(); // the event loop has not run since
        QTRY_COMPARE(got->size(), 1U);
        QCOMPARE(kindOf(got->front()), int(FailureKind::Cancelled));
        server.barrier();
        QCOMPARE(server.copiesOf("once"), 0);
    }

    void aCancelledClientStillWorks()
    {
        ScriptedServer server(answer(200, "{}"));
        HttpClient client;
        client.cancelAll();
        QVERIFY(wait(client.send(Request::get(server.url()))).has_value());
    }

    void aPauseBetweenAttemptsEndsToo_data() { everyAwaitingCoroutineEnds_data(); }
    void aPauseBetweenAttemptsEndsToo()
    {
        QFETCH(bool, destroyed);
        ScriptedServer server(answer(503, "{}"));
        auto client = std::make_unique<HttpClient>();
        const auto clock = std::make_shared<StoppedClock>();
        RetryPolicy policy;
        policy.clock = clock;
        const auto got = std::make_shared<std::vector<Answer>>();
        collect(client->sendWithRetry(Request::get(server.url()), policy), got);
        QTRY_COMPARE(clock->waiting, 1);
        if (destroyed)
            client.reset();
        else
            client->cancelAll();
        QTRY_COMPARE(got->size(), 1U);
        QCOMPARE(kindOf((*got)[0]), int(FailureKind::Cancelled));
        QCOMPARE(server.requests().size(), 1);
    }

    void theClientMayGoInItsOwnSignal()
    {
        ScriptedServer server(answer(503, "{}"));
        auto client = std::make_unique<HttpClient>();
        connect(client.get(), &HttpClient::exchanged, this, [&] { client.reset(); });
        const Answer got = wait(client->sendWithRetry(Request::get(server.url())));
        QVERIFY(got.has_value());
        QCOMPARE(got->status, 503);
        QCOMPARE(server.requests().size(), 1);
    }

    void manyAtOnceEachGetTheirOwnAnswer()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &request) {
            const QByteArray path = request.mid(request.indexOf('/') + 1, 3);
            socket.write(answer(200, "{\"path\":\"" + path + "\"}"));
        };
        HttpClient client;
        std::vector<std::shared_ptr<std::vector<Answer>>> all;
        for (int n = 100; n < 140; ++n) {
            all.push_back(std::make_shared<std::vector<Answer>>());
            const QUrl url = server.url(u"/%1"_s.arg(n));
            collect(client.send(n % 2 == 0 ? Request::get(url) : Request::post(url, "{}")), all.back());
        }
        for (int n = 100; n < 140; ++n) {
            QTRY_COMPARE(all[n - 100]->size(), 1U);
            QVERIFY(all[n - 100]->front().has_value());
            QCOMPARE(all[n - 100]->front()->json[u"path"].toString(), QString::number(n));
        }
    }
};

TILLDECK_TEST(CancelTest)

} // namespace cancel_test

#include "tst_cancel.moc"
