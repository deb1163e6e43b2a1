// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"
#include "support/runner.h"

#include <QTest>

using namespace tilldeck::http;
using namespace tilldeck::http::test;

namespace {

using Script = std::function<void(QTcpSocket &)>;
const QByteArray marker = "this-body-once";
const QByteArray sentBody = R"({"note":"this-body-once"})";

Script says(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) {
        socket.write(bytes);
        socket.disconnectFromHost();
    };
}

} // namespace

Q_DECLARE_METATYPE(Script)

namespace one_write_test {

using namespace Qt::StringLiterals;

class OneWriteTest : public QObject
{
    Q_OBJECT

private slots:
    void aWriteWithoutAnAnswerLeavesOnceAndIsUnknown_data()
    {
        QTest::addColumn<Script>("afterRequest");
        QTest::addColumn<int>("status");
        QTest::newRow("closed after reading") << Script([](QTcpSocket &s) { s.disconnectFromHost(); }) << 0;
        QTest::newRow("reset after reading") << Script([](QTcpSocket &s) { reset(s); }) << 0;
        QTest::newRow("half a status line") << says("HTTP/1.1 20") << 0;
        QTest::newRow("cut in the headers") << says("HTTP/1.1 200 OK\r\nContent-Ty") << -1;
        QTest::newRow("cut in the body") << says("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"id\":\"cs") << 200;
        QTest::newRow("cut, yet complete JSON")
            << says("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"id\":\"cs_1\"}") << 200;
        QTest::newRow("chunked, cut short")
            << says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"id\":\"cs\r\n") << 200;
        QTest::newRow("success without a body") << says(answer(200, "")) << 200;
        QTest::newRow("success that is no JSON") << says(answer(201, "<html>thanks</html>")) << 201;
        QTest::newRow("JSON and then some") << says(answer(200, "{} {}")) << 200;
        QTest::newRow("a member twice") << says(answer(201, "{\"id\":\"cs_1\",\"id\":\"cs_2\"}")) << 201;
        QTest::newRow("500 in HTML") << says(answer(500, "<html>oops</html>")) << 500;
        QTest::newRow("502 in HTML") << says(answer(502, "<html>bad gateway</html>")) << 502;
        QTest::newRow("see other") << says(answer(303, "", "Location: /thanks\r\n")) << 303;
        QTest::newRow("no HTTP at all") << says("hello there\r\n\r\n") << -1;
    }
    void aWriteWithoutAnAnswerLeavesOnceAndIsUnknown()
    {
        QFETCH(Script, afterRequest);
        QFETCH(int, status);
        ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &) { afterRequest(socket); };
        HttpClient client;
        const Answer got = wait(client.send(Request::post(server.url(), sentBody)));
        server.barrier();
        QCOMPARE(kindOf(got), int(FailureKind::OutcomeUnknown));
        if (status >= 0)
            QCOMPARE(got.error().status, status);
        QCOMPARE(server.copiesOf("POST "), 1);
        QCOMPARE(server.copiesOf(marker), 1);
    }

    void anEmptyWriteLeavesOnce_data()
    {
        QTest::addColumn<Script>("afterRequest");
        QTest::newRow("closed") << Script([](QTcpSocket &s) { s.disconnectFromHost(); });
        QTest::newRow("reset") << Script([](QTcpSocket &s) { reset(s); });
        QTest::newRow("cut in the body") << says("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"id\":\"cs");
    }
    void anEmptyWriteLeavesOnce()
    {
        QFETCH(Script, afterRequest);
        ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &) { afterRequest(socket); };
        HttpClient client;
        const Answer got = wait(client.send(Request::post(server.url(), {})));
        server.barrier();
        QCOMPARE(kindOf(got), int(FailureKind::OutcomeUnknown));
        QCOMPARE(server.copiesOf("POST "), 1);
    }

    void anEmptyWriteSaysSoAndIsAnswered()
    {
        ScriptedServer server(answer(200, R"({"status":"expired"})"));
        HttpClient client;
        const Answer got = wait(client.send(Request::post(server.url(), {})));
        QVERIFY(got.has_value());
        QCOMPARE(got->json[u"status"].toString(), u"expired"_s);
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().first().toLower().contains("content-length: 0\r\n"));
        QVERIFY(!server.requests().first().toLower().contains("content-type"));
    }

    void aConnectionClosedBeforeReadingNeverDoublesTheWrite()
    {
        ScriptedServer server;
        server.onConnection = [](QTcpSocket &socket) { reset(socket); };
        HttpClient client;
        const Answer got = wait(client.send(Request::post(server.url(), sentBody)));
        QVERIFY(!got.has_value());
        server.onConnection = nullptr;
        server.barrier();
        QVERIFY(server.copiesOf(marker) <= 1);
        QVERIFY(got.error().kind == FailureKind::OutcomeUnknown || got.error().kind == FailureKind::NotSent);
    }

    void aServerThatGoesAwayAfterReadingIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("with a body") << sentBody;
        QTest::newRow("empty") << QByteArray();
    }
    void aServerThatGoesAwayAfterReadingIsUnknown()
    {
        QFETCH(QByteArray, body);
        ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            server.close(); // whoever connects once more is refused
            reset(socket);
        };
        HttpClient client;
        const Answer got = wait(client.send(Request::post(server.url(), body)));
        QCOMPARE(kindOf(got), int(FailureKind::OutcomeUnknown));
    }

    void refusedConnectionIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("read") << QByteArray("GET") << QByteArray();
        QTest::newRow("write") << QByteArray("POST") << sentBody;
        QTest::newRow("write without a body") << QByteArray("POST") << QByteArray();
        QTest::newRow("big write") << QByteArray("POST") << QByteArray(1 << 20, 'x');
        QTest::newRow("delete") << QByteArray("DELETE") << QByteArray();
    }
    void refusedConnectionIsNotSent()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        ScriptedServer server;
        const QUrl url = server.url();
        server.close();
        HttpClient client;
        const Answer got = wait(client.send(Request(method, url, body)));
        QCOMPARE(kindOf(got), int(FailureKind::NotSent));
        QCOMPARE(got.error().detail, u"ConnectionRefusedError"_s);
    }

    void unknownHostIsNotSent()
    {
        HttpClient client;
        const Answer got = wait(client.send(Request::post(QUrl(u"http://nowhere.invalid/x"_s), sentBody)));
        QCOMPARE(kindOf(got), int(FailureKind::NotSent));
    }

    void aWriteNeverUsesAConnectionThatWasKeptAlive()
    {
        // The server closes what is idle, without warning, while the second write is being started.
        ScriptedServer server;
        QPointer<QTcpSocket> idle;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            idle = &socket;
            socket.write(answer(200, R"({"id":1})"));
        };
        HttpClient client;
        for (int round = 1; round <= 20; ++round) {
            const Answer got = wait(client.send(Request::post(server.url(), sentBody)));
            QVERIFY2(got.has_value(), "a write failed although the server answers every one");
            if (idle)
                idle->disconnectFromHost();
        }
        QCOMPARE(server.copiesOf(marker), 20);
        QCOMPARE(server.connections(), 20);
    }

    void readsKeepTheirConnection()
    {
        ScriptedServer server(answer(200, "{}"));
        HttpClient client;
        for (int round = 1; round <= 5; ++round)
            QVERIFY(wait(client.send(Request::get(server.url()))).has_value());
        QCOMPARE(server.connections(), 1);
    }

    void aReadSurvivesAConnectionThatWasClosedWhileIdle()
    {
        ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            socket.write(answer(200, "{}"));
            socket.disconnectFromHost();
        };
        HttpClient client;
        for (int round = 1; round <= 20; ++round)
            QVERIFY(wait(client.send(Request::get(server.url()))).has_value());
    }

    void aRefusalByTheProviderIsAResponse_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<bool>("json");
        const QByteArray problem = R"({"detail":"no"})";
        QTest::newRow("400") << 400 << problem << QByteArray() << true;
        QTest::newRow("401") << 401 << problem << QByteArray() << true;
        QTest::newRow("401 that asks for Basic")
            << 401 << problem << QByteArray("WWW-Authenticate: Basic realm=\"x\"\r\n") << true;
        QTest::newRow("401 that asks for Bearer")
            << 401 << problem << QByteArray("WWW-Authenticate: Bearer\r\n") << true;
        QTest::newRow("404 in HTML") << 404 << QByteArray("<html>") << QByteArray() << false;
        QTest::newRow("405 without a body") << 405 << QByteArray() << QByteArray() << false;
        QTest::newRow("408") << 408 << problem << QByteArray() << true;
        QTest::newRow("409") << 409 << problem << QByteArray() << true;
        QTest::newRow("410") << 410 << problem << QByteArray() << true;
        QTest::newRow("422") << 422 << problem << QByteArray() << true;
        QTest::newRow("429") << 429 << problem << QByteArray() << true;
        QTest::newRow("500 with JSON") << 500 << problem << QByteArray() << true;
        QTest::newRow("501 with JSON") << 501 << problem << QByteArray() << true;
        QTest::newRow("503 with JSON") << 503 << problem << QByteArray() << true;
        QTest::newRow("204") << 204 << QByteArray() << QByteArray() << false;
    }
    void aRefusalByTheProviderIsAResponse()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, headers);
        QFETCH(bool, json);
        ScriptedServer server(answer(status, body, headers));
        HttpClient client;
        for (const char *method : {"POST", "GET", "DELETE", "PATCH"}) {
            const Answer got =
                wait(client.send(Request(method, server.url(), method == QByteArray("GET") ? "" : "{}")));
            QVERIFY2(got.has_value(), qPrintable(got ? QString() : got.error().detail));
            QCOMPARE(got->status, status);
            QCOMPARE(got->body, body);
            QCOMPARE(!got->json.isNull(), json);
        }
        QCOMPARE(server.requests().size(), 4);
    }

    void theRequestArrivesAsMeant()
    {
        ScriptedServer server(answer(200, "{}"));
        HttpClient client;
        Request request = Request::post(server.url(u"/api/acc/checkout-sessions?a=1"_s), sentBody);
        request.bearer = Secret(u"sk_test_123"_s);
        request.secretHeaders = {{"X-API-Key", Secret(u"k-1"_s)}};
        request.headers = {{"Idempotency-Key", "abc"}};
        QVERIFY(wait(client.send(request)).has_value());
        const QByteArray arrived = server.requests().value(0);
        QVERIFY(arrived.startsWith("POST /api/acc/checkout-sessions?a=1 HTTP/1.1\r\n"));
        QVERIFY(arrived.endsWith("\r\n\r\n" + sentBody));
        for (const char *line : {"Authorization: Bearer sk_test_123", "X-API-Key: k-1", "Idempotency-Key: abc",
                                 "Accept: application/json", "Content-Type: application/json"})
            QVERIFY2(arrived.toLower().contains(QByteArray(line).toLower() + "\r\n"), line);
        QVERIFY(arrived.toLower().contains("user-agent: tilldeck/"));
        QVERIFY(arrived.toLower().contains("content-length: " + QByteArray::number(sentBody.size()) + "\r\n"));
        QVERIFY(!arrived.toLower().contains("transfer-encoding"));
    }

    void aBigBodyArrivesWhole()
    {
        ScriptedServer server(answer(200, "{}"));
        HttpClient client;
        const QByteArray big = "\"" + QByteArray(3 << 20, 'x') + "\"";
        QVERIFY(wait(client.send(Request::post(server.url(), big))).has_value());
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().first().endsWith(big));
    }
};

TILLDECK_TEST(OneWriteTest)

} // namespace one_write_test

#include "tst_one_write.moc"
