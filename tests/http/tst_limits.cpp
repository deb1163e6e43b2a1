// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace limits_test {

using namespace Qt::StringLiterals;

using namespace tilldeck::http;
using namespace tilldeck::http::test;
using namespace std::chrono_literals;

namespace {

QByteArray gzipOf(const QByteArray &plain)
{
    const QByteArray zlib = qCompress(plain, 9).mid(4); // header 2, deflate, adler 4
    QByteArray out("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
    out += zlib.mid(2, zlib.size() - 6);
    quint32 crc = 0xffffffffU;
    for (const char c : plain) {
        crc ^= uchar(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (0xedb88320U & (0U - (crc & 1U)));
    }
    for (quint32 word : {~crc, quint32(plain.size())}) {
        for (int byte = 0; byte < 4; ++byte)
            out += char(word >> (8 * byte));
    }
    return out;
}

} // namespace

class LimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void aDrippingServerDoesNotOutlastTheDeadline_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<FailureKind>("kind");
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
        QTest::newRow("read, body") << QByteArray("GET") << head << FailureKind::NotSent;
        QTest::newRow("write, body") << QByteArray("POST") << head << FailureKind::OutcomeUnknown;
        QTest::newRow("write, headers") << QByteArray("POST") << QByteArray("HTTP/1.1 200 OK\r\nX: ")
                                        << FailureKind::OutcomeUnknown;
        QTest::newRow("write, silence") << QByteArray("POST") << QByteArray() << FailureKind::OutcomeUnknown;
    }
    void aDrippingServerDoesNotOutlastTheDeadline()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, first);
        QFETCH(FailureKind, kind);
        ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            if (first.isEmpty())
                return;
            socket.write(first);
            auto *drip = new QTimer(&socket);
            connect(drip, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
            drip->start(20ms);
        };
        HttpClient client;
        Request request(method, server.url(), method == "GET" ? "" : "{}");
        request.deadline = 250ms;
        QElapsedTimer watch;
        watch.start();
        const Answer got = wait(client.send(request));
        QCOMPARE(kindOf(got), int(kind));
        QCOMPARE(got.error().detail, u"deadline passed"_s);
        QVERIFY(watch.elapsed() < 2000);
        server.barrier();
        QCOMPARE(server.requests().size(), 1);
    }

    void aDeadlineThatIsOverEndsTheRequestAtOnce()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &, const QByteArray &) {};
        HttpClient client;
        Request request = Request::get(server.url());
        request.deadline = -1s;
        // A request without an end is seen as one that is not over yet.
        constexpr auto muchLonger = 5s;
        QTimer::singleShot(muchLonger, &client, &HttpClient::cancelAll);
        const Answer got = wait(client.send(request));
        QCOMPARE(got.error().detail, u"deadline passed"_s);
    }

    void aServerThatNeverTakesTheConnectionIsNotSent()
    {
        // TEST-NET-1 swallows what is sent to it, or is unreachable: no byte leaves in either case.
        HttpClient client;
        Request request = Request::post(QUrl(u"http://192.0.2.1:9/x"_s), "{}");
        request.deadline = 200ms;
        QCOMPARE(kindOf(wait(client.send(request))), int(FailureKind::NotSent));
    }

    void redirectsAreNotFollowed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<FailureKind>("kind");
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("GET %d", status) << status << QByteArray("GET") << FailureKind::Redirected;
            QTest::addRow("POST %d", status)
                << status << QByteArray("POST")
                << (status == 302 || status == 303 ? FailureKind::OutcomeUnknown : FailureKind::Redirected);
        }
    }
    void redirectsAreNotFollowed()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        QFETCH(FailureKind, kind);
        ScriptedServer elsewhere(answer(200, "{}"));
        ScriptedServer server(answer(status, "{}", "Location: " + elsewhere.url().toEncoded() + "\r\n"));
        HttpClient client;
        Request request(method, server.url(), method == "GET" ? "" : "{}");
        request.bearer = Secret(u"sk_live_secret"_s);
        request.secretHeaders = {{"X-API-Key", Secret(u"other"_s)}};
        const Answer got = wait(client.send(request));
        QCOMPARE(kindOf(got), int(kind));
        QCOMPARE(got.error().status, status);
        elsewhere.barrier();
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(elsewhere.requests().size(), 0);
        QCOMPARE(elsewhere.copiesOf("sk_live_secret"), 0);
    }

    void tooMuchIsRefused_data()
    {
        QTest::addColumn<QByteArray>("said");
        const QByteArray four = "\"" + QByteArray((4 << 20) - 1, 'x') + "\""; // one byte too many
        QTest::newRow("body") << answer(200, "[" + four + "]");
        QTest::newRow("body without an announced end") << QByteArray("HTTP/1.1 200 OK\r\n\r\n[" + four + "]");
        QTest::newRow("one header") << answer(200, "{}", "X-Big: " + QByteArray(66'000, 'x') + "\r\n");
        const QByteArray bomb = gzipOf(QByteArray(6 << 20, ' ') + "{}");
        QTest::newRow("small bomb") << answer(200, bomb, "Content-Encoding: gzip\r\n");
    }
    void tooMuchIsRefused()
    {
        QFETCH(QByteArray, said);
        ScriptedServer server(said);
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            socket.write(said);
            socket.disconnectFromHost();
        };
        HttpClient client;
        QCOMPARE(kindOf(wait(client.send(Request::get(server.url())))), int(FailureKind::TooLarge));
        const Answer written = wait(client.send(Request::post(server.url(), "{}")));
        QCOMPARE(kindOf(written), int(FailureKind::OutcomeUnknown));
        QCOMPARE(written.error().status, 200);
        QCOMPARE(server.copiesOf("POST "), 1);
    }

    void aCompressedAnswerIsRead()
    {
        ScriptedServer server(answer(200, gzipOf(R"({"id":"cs_1"})"), "Content-Encoding: gzip\r\n"));
        HttpClient client;
        const Answer got = wait(client.send(Request::get(server.url())));
        QVERIFY(got.has_value());
        QCOMPARE(got->json[u"id"].toString(), u"cs_1"_s);
    }

    void aBigAnswerWithinTheCapIsRead()
    {
        const QByteArray body = "[\"" + QByteArray(3 << 20, 'x') + "\"]";
        ScriptedServer server(answer(200, body));
        HttpClient client;
        const Answer got = wait(client.send(Request::get(server.url())));
        QVERIFY(got.has_value());
        QCOMPARE(got->body.size(), body.size());
    }

    void aReadTellsWhatAnsweredButNotJson_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("login page") << answer(200, "<html>") << FailureKind::Malformed;
        QTest::newRow("empty") << answer(200, "") << FailureKind::Malformed;
        QTest::newRow("half a document") << answer(200, R"({"data":[)") << FailureKind::Malformed;
        QTest::newRow("502 in HTML") << answer(502, "<html>") << FailureKind::Malformed;
        QTest::newRow("cut short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}")
                                   << FailureKind::NotSent;
        QTest::newRow("broken gzip") << answer(200, "not gzip at all", "Content-Encoding: gzip\r\n")
                                     << FailureKind::Malformed;
        QTest::newRow("gzip bomb") << answer(200, gzipOf(QByteArray(20 << 20, ' ') + "{}"),
                                             "Content-Encoding: gzip\r\n")
                                   << FailureKind::Malformed;
        QTest::newRow("no HTTP") << QByteArray("hello there\r\n\r\n") << FailureKind::NotSent;
        QTest::newRow("broken chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}")
                                       << FailureKind::Malformed;
    }
    void aReadTellsWhatAnsweredButNotJson()
    {
        QFETCH(QByteArray, said);
        QFETCH(FailureKind, kind);
        ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            socket.write(said);
            socket.disconnectFromHost();
        };
        HttpClient client;
        QCOMPARE(kindOf(wait(client.send(Request::get(server.url())))), int(kind));
    }

    void whatMustNotLeaveDoesNot_data()
    {
        QTest::addColumn<Request>("request");
        QTest::addColumn<QString>("detail");
        const QUrl far(u"http://api.example.com/x"_s);
        const QUrl near(u"http://127.0.0.1:1/x"_s);
        Request bearer = Request::post(far, "{}");
        bearer.bearer = Secret(u"sk"_s);
        QTest::newRow("key over plain HTTP") << bearer << u"refusing to send a key without TLS"_s;
        Request header = Request::get(QUrl(u"http://localhost.example.com/"_s));
        header.secretHeaders = {{"X-API-Key", Secret(u"sk"_s)}};
        QTest::newRow("secret header to a look-alike of localhost")
            << header << u"refusing to send a key without TLS"_s;
        Request injected = Request::get(near);
        injected.headers = {{"X-Note", "a\r\nX-Other: b"}};
        QTest::newRow("line break in a header") << injected << u"invalid header"_s;
        Request injectedSecret = Request::get(near);
        injectedSecret.secretHeaders = {{"X-API-Key", Secret(u"a\nb"_s)}};
        QTest::newRow("line break in a key") << injectedSecret << u"invalid header"_s;
        Request injectedBearer = Request::get(near);
        injectedBearer.bearer = Secret(u"a\r\nb"_s);
        QTest::newRow("line break in the token") << injectedBearer << u"invalid header"_s;
        Request name = Request::get(near);
        name.headers = {{"X Note", "a"}};
        QTest::newRow("space in a header's name") << name << u"invalid header"_s;
        Request length = Request::post(near, "{}");
        length.headers = {{"Content-length", "7"}};
        QTest::newRow("a length of its own") << length << u"invalid header"_s;
        QTest::newRow("user info") << Request::get(QUrl(u"https://me:pw@example.com/"_s))
                                   << u"refusing an address with user info"_s;
        QTest::newRow("file") << Request::get(QUrl(u"file:///etc/passwd"_s)) << u"not a web address"_s;
        QTest::newRow("no address") << Request::get(QUrl()) << u"not a web address"_s;
        QTest::newRow("method") << Request("PO ST", near) << u"invalid method"_s;
    }
    void whatMustNotLeaveDoesNot()
    {
        QFETCH(Request, request);
        QFETCH(QString, detail);
        HttpClient client;
        QSignalSpy log(&client, &HttpClient::exchanged);
        const Answer got = wait(client.sendWithRetry(request));
        QCOMPARE(kindOf(got), int(FailureKind::NotSent));
        QCOMPARE(got.error().detail, detail);
        QCOMPARE(log.size(), 1);
    }

    void aKeyMayGoToThisMachineInPlain_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("by number") << u"127.0.0.1"_s;
        QTest::newRow("by name") << u"localhost"_s;
    }
    void aKeyMayGoToThisMachineInPlain()
    {
        QFETCH(QString, host);
        if (QHostInfo::fromName(host).addresses().isEmpty())
            QSKIP("This machine does not know its own name.");
        ScriptedServer server(answer(200, "{}"));
        QUrl url = server.url();
        url.setHost(host);
        HttpClient client;
        Request request = Request::post(url, "{}");
        request.bearer = Secret(u"sk_test"_s);
        QVERIFY(wait(client.send(request)).has_value());
        QCOMPARE(server.requests().size(), 1);
    }

    void cookiesAreNotKept()
    {
        ScriptedServer server(answer(200, "{}", "Set-Cookie: a=b; Path=/\r\n"));
        HttpClient client;
        for (int round = 0; round < 2; ++round)
            QVERIFY(wait(client.send(Request::get(server.url()))).has_value());
        QCOMPARE(server.copiesOf("ookie:"), 0);
    }

    void answersAreNotCached()
    {
        ScriptedServer server(answer(200, "{}", "Cache-Control: max-age=3600\r\nETag: \"1\"\r\n"));
        HttpClient client;
        for (int round = 0; round < 2; ++round)
            QVERIFY(wait(client.send(Request::get(server.url()))).has_value());
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.copiesOf("If-None-Match"), 0);
    }

    void theExchangeLogHoldsNoSecret()
    {
        ScriptedServer server(
            answer(422, R"({"detail":"no"})", "Set-Cookie: session=tell-nobody\r\nX-Request-Id: r-1\r\n"));
        HttpClient client;
        QSignalSpy log(&client, &HttpClient::exchanged);
        Request request = Request::post(server.url(u"/sdk/session/khs_tell-nobody?api_key=tell-nobody"_s), "{}");
        request.bearer = Secret(u"tell-nobody"_s);
        request.secretHeaders = {{"X-Odd-Name", Secret(u"tell-nobody"_s)}};
        request.headers = {{"X-API-Key", "tell-nobody"}};
        QVERIFY(wait(client.send(request)).has_value());
        QCOMPARE(log.size(), 1);
        const auto exchange = log.first().first().value<Exchange>();
        QString all = exchange.url + exchange.detail;
        for (const auto &[name, value] : exchange.requestHeaders + exchange.responseHeaders)
            all += QString::fromLatin1(name + ": " + value + '\n');
        QVERIFY2(!all.contains(u"tell-nobody"_s), qPrintable(all));
        QVERIFY(all.contains(u"X-Request-Id: r-1"_s));
        QCOMPARE(exchange.status, 422);
        QCOMPARE(exchange.requestBytes, 2);
        QCOMPARE(exchange.responseBytes, 15);
        QVERIFY(!exchange.failure.has_value());
    }
};

TILLDECK_TEST(LimitsTest)

} // namespace limits_test

#include "tst_limits.moc"
