// SPDX-License-Identifier: GPL-3.0-or-later
// What the server itself refuses, spoken to byte by byte.
#include "sandbox/fixture.h"
#include "support/runner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMutex>
#include <QRegularExpression>
#include <QTcpSocket>

namespace server_test {

using namespace tilldeck;
using namespace tilldeck::test;
using namespace std::chrono_literals;

namespace {

QByteArray spoken(const Shop &shop, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(QUrl(shop.url()).port()));
    socket.waitForConnected();
    socket.write(bytes);
    QByteArray answer;
    while (!answer.contains("\r\n\r\n") && (socket.bytesAvailable() > 0 || socket.waitForReadyRead(10'000)))
        answer += socket.readAll();
    return answer.left(answer.indexOf("\r\n"));
}

QByteArray get(const QByteArray &host, const QByteArray &headers = {})
{
    return "GET /pay/assets/checkout.css HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n";
}

} // namespace

class SandboxServerTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyItsOwnNamesAreAnswered()
    {
        Shop shop;
        const QByteArray port = QByteArray::number(QUrl(shop.url()).port());
        QCOMPARE(spoken(shop, get("127.0.0.1:" + port)), "HTTP/1.1 200 OK");
        QCOMPARE(spoken(shop, get("localhost:" + port)), "HTTP/1.1 200 OK");
        QVERIFY(spoken(shop, get("evil.example")).startsWith("HTTP/1.1 421"));
        QVERIFY(spoken(shop, get("127.0.0.1:1")).startsWith("HTTP/1.1 421"));
        QVERIFY(spoken(shop, get("evil.example", "Host: 127.0.0.1:" + port + "\r\n")).startsWith("HTTP/1.1 421"));
    }

    void eachAnswerSaysTheTimeOfTheSandbox()
    {
        Shop shop;
        QCOMPARE(shop.get(u"/prices"_s).header("Date"), QByteArray("Fri, 15 Jan 2027 08:00:00 GMT"));
        shop.advanceSeconds(90);
        QCOMPARE(shop.get(u"/nothing"_s).header("Date"), QByteArray("Fri, 15 Jan 2027 08:01:30 GMT"));
    }

    void servedCallsAreLoggedWithoutSecrets()
    {
        static QMutex mutex;
        static QStringList lines;
        const auto logged = [] {
            const QMutexLocker locked(&mutex);
            return lines;
        };
        Shop shop;
        const QtMessageHandler before =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext &context, const QString &line) {
                const QMutexLocker locked(&mutex);
                if (QByteArray(context.category) == "tilldeck.sandbox")
                    lines << line;
            });
        shop.get(u"/prices"_s);
        QCOMPARE(logged(), QStringList());
        QLoggingCategory::setFilterRules(u"tilldeck.sandbox.debug=true"_s);
        shop.get(u"/prices?limit=5"_s);
        shop.send("GET", shop.url() + "/pay/sec_a1b2c3?key=hidden"_L1);
        QTRY_COMPARE(logged().size(), 2);
        QLoggingCategory::setFilterRules({});
        qInstallMessageHandler(before);
        static const QRegularExpression prices(u"^GET /paymentkit/api/\\*{3}/prices\\?limit=\\*{3} 200 [0-9]+ ms$"_s);
        static const QRegularExpression page(u"^GET /pay/\\*{3}\\?key=\\*{3} 404 [0-9]+ ms$"_s);
        QVERIFY2(prices.match(logged().at(0)).hasMatch(), qPrintable(logged().at(0)));
        QVERIFY2(page.match(logged().at(1)).hasMatch(), qPrintable(logged().at(1)));
    }

    void foreignOriginsChangeNothing()
    {
        Shop shop;
        const QString sessions = shop.api() + "/checkout-sessions"_L1;
        QCOMPARE(
            shop.send("POST", sessions, R"({"customer_id":"cus_kone"})", {{"Origin", "http://evil.example"}}).status,
            403);
        QCOMPARE(shop.send("POST", sessions, R"({"customer_id":"cus_kone"})", {{"Origin", shop.url().toUtf8()}}).status,
                 201);
    }

    void largeRequestsAreCutOff()
    {
        Shop shop;
        const QByteArray host = "127.0.0.1:" + QByteArray::number(QUrl(shop.url()).port());
        QVERIFY(spoken(shop, get(host, "X-Filler: " + QByteArray(20'000, 'a') + "\r\n")).startsWith("HTTP/1.1 431"));
        const QByteArray body(2'000'000, 'b');
        const QByteArray head = "POST /paymentkit/v1/processor-routes HTTP/1.1\r\nHost: " + host + "\r\n";
        QVERIFY(spoken(shop, head + "Content-Length: 2000000\r\n\r\n" + body).startsWith("HTTP/1.1 413"));
        QVERIFY(spoken(shop, head + "Transfer-Encoding: chunked\r\n\r\n1E8480\r\n" + body).startsWith("HTTP/1.1 413"));
        QCOMPARE(shop.get(u"/prices"_s).status, 200);
    }

    void connectionsAreLimitedAndComeBack()
    {
        Shop shop;
        const auto port = quint16(QUrl(shop.url()).port());
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 80; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(QHostAddress::LocalHost, port);
        }
        const auto connected = [&] {
            return std::ranges::count_if(
                sockets, [](const auto &socket) { return socket->state() == QAbstractSocket::ConnectedState; });
        };
        QTRY_COMPARE(connected(), 64);
        sockets.clear();
        QTRY_COMPARE(shop.get(u"/prices"_s).status, 200);
    }

    void slowRequestsShutNobodyOut()
    {
        sandbox::Options options;
        options.longestRequest = 1h;
        Shop shop(options);
        const auto port = quint16(QUrl(shop.url()).port());
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 80; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(QHostAddress::LocalHost, port);
            QVERIFY(sockets.back()->waitForConnected());
            sockets.back()->write("G");
            sockets.back()->flush();
        }
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(shop.get(u"/prices"_s).status, 200);
            for (const auto &socket : sockets)
                socket->write("E");
        }
    }

    void aRequestThatDripsIsEndedInTime()
    {
        sandbox::Options options;
        options.longestRequest = 200ms;
        Shop shop(options);
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(QUrl(shop.url()).port()));
        QVERIFY(socket.waitForConnected());
        QByteArray heard;
        QElapsedTimer watch;
        watch.start();
        const QByteArray request = get("127.0.0.1", "X-Filler: " + QByteArray(10'000, 'a') + "\r\n");
        for (qsizetype i = 0; i < request.size() && heard.isEmpty() && watch.elapsed() < 10'000; ++i) {
            socket.write(request.mid(i, 1));
            socket.waitForReadyRead(10);
            heard += socket.readAll();
        }
        QVERIFY2(heard.startsWith("HTTP/1.1 408"), heard.constData());
    }

    void stateIsForTheOwnerOnly()
    {
        Shop shop;
        const QFileInfo folder(shop.folder());
        QCOMPARE(folder.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther), QFile::Permissions());
        const auto files = QDir(shop.folder()).entryInfoList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo &file : files)
            QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void startingInAPlaceThatIsNoFolderSaysWhy()
    {
        sandbox::SandboxThread thread(
            {.dataDir = u"/proc/nowhere"_s, .port = 0, .seed = {}, .withoutCalls = {}, .clock = {}});
        QSignalSpy failed(&thread, &sandbox::SandboxThread::failed);
        thread.start();
        QVERIFY(!failed.isEmpty() || failed.wait());
        QVERIFY(failed.first().first().toString().contains("/proc/nowhere"_L1));
        QVERIFY(!thread.running());
    }

    void canBeStartedAgainAfterStop()
    {
        Shop shop;
        const QTemporaryDir folder;
        sandbox::SandboxThread thread(
            {.dataDir = folder.path(), .port = 0, .seed = sandbox::Seed::Empty, .withoutCalls = {}, .clock = {}});
        QSignalSpy ready(&thread, &sandbox::SandboxThread::ready);
        for (int i = 1; i <= 2; ++i) {
            thread.start();
            QTRY_COMPARE(ready.size(), i);
            QVERIFY(thread.running());
            thread.stop();
            QVERIFY(!thread.running());
        }
    }
};

TILLDECK_TEST(SandboxServerTest)

} // namespace server_test

#include "tst_server.moc"
