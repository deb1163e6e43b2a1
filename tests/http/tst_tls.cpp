// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"
#include "support/runner.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

namespace tls_test {

using namespace Qt::StringLiterals;

using namespace tilldeck::http;
using namespace tilldeck::http::test;

namespace {

// Made for this test and trusted by nobody: CN=localhost, signed by itself.
const QByteArray certificate = "-----BEGIN CERTIFICATE-----\n"
                               "MIIBmzCCAUGgAwIBAgIUft0kOJF6qBPs7bun+qgQmNX1dJQwCgYIKoZIzj0EAwIw\n"
                               "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTA5MzQzNVoYDzIxMjYxMDI4\n"
                               "MDkzNDM1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO\n"
                               "PQMBBwNCAARUs8uwua7kkqGMxXCeriyZyjElKMze/x7lohHdBEskdx4kBSiuNkCb\n"
                               "JF5rnbrQtTI8PsCzos+cL8YdEcyCyWE7o28wbTAdBgNVHQ4EFgQUT3/p9KuIHaBi\n"
                               "Cs0b0nruyk8iyEYwHwYDVR0jBBgwFoAUT3/p9KuIHaBiCs0b0nruyk8iyEYwDwYD\n"
                               "VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI\n"
                               "zj0EAwIDSAAwRQIgY2SEVWdAva1fAmA5VjnyoCdH0rwJIQ1Wbn/s9gQhQ7ACIQDf\n"
                               "3Pd/Q+7oLdSj6DmStXdSMBW+sclF/x5Lhq9CsNHp1g==\n"
                               "-----END CERTIFICATE-----\n";
const QByteArray privateKey = "-----BEGIN EC PRIVATE KEY-----\n"
                              "MHcCAQEEID5meenl29b5RH1IsNmKAQkvoKizomYBmM/0Aa4KuOtVoAoGCCqGSM49\n"
                              "AwEHoUQDQgAEVLPLsLmu5JKhjMVwnq4smcoxJSjM3v8e5aIR3QRLJHceJAUorjZA\n"
                              "myRea5260LUyPD7As6LPnC/GHRHMgslhOw==\n"
                              "-----END EC PRIVATE KEY-----\n";

/// A TLS server that answers every request with "{}" and remembers what it was sent.
class TlsServer : public QSslServer
{
public:
    TlsServer()
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(certificate));
        tls.setPrivateKey(QSslKey(privateKey, QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        setSslConfiguration(tls);
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (hasPendingConnections()) {
                QTcpSocket *socket = nextPendingConnection();
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    received += socket->readAll();
                    socket->write(answer(200, "{}"));
                });
            }
        });
    }
    QUrl url() const { return {u"https://127.0.0.1:%1/x"_s.arg(serverPort())}; }

    QByteArray received;
};

Request keyed(QByteArray method, QUrl url)
{
    Request request(std::move(method), std::move(url));
    request.bearer = Secret(u"sk_live_1"_s);
    if (request.method != "GET")
        request.body = "{}";
    return request;
}

} // namespace

class TlsTest : public QObject
{
    Q_OBJECT

private slots:
    void aCertificateNobodyVouchesForIsRefused_data() { methods(); }
    void aCertificateNobodyVouchesForIsRefused()
    {
        QFETCH(QByteArray, method);
        TlsServer server;
        HttpClient client;
        QCOMPARE(kindOf(wait(client.send(keyed(method, server.url())))), int(FailureKind::Refused));
        QCOMPARE(server.received, QByteArray());
    }

    void aTrustedCertificateIsAccepted()
    {
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(QSslCertificate(certificate));
        QSslConfiguration::setDefaultConfiguration(trusting);
        TlsServer server;
        HttpClient client;
        const Answer got = wait(client.send(keyed("POST", server.url())));
        QSslConfiguration::setDefaultConfiguration(before);
        QVERIFY2(got.has_value(), qPrintable(got ? QString() : got.error().detail));
        QCOMPARE(server.received.count("POST "), 1);
        QVERIFY(server.received.contains("sk_live_1"));
    }

    void aServerWithoutTlsIsSentNothing_data() { methods(); }
    void aServerWithoutTlsIsSentNothing()
    {
        QFETCH(QByteArray, method);
        ScriptedServer server;
        server.onConnection = [](QTcpSocket &socket) { socket.write("HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n"); };
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        HttpClient client;
        QCOMPARE(kindOf(wait(client.send(keyed(method, url)))), int(FailureKind::Refused));
        QCOMPARE(server.copiesOf("sk_live_1"), 0);
    }

private:
    static void methods()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("read") << QByteArray("GET");
        QTest::newRow("write") << QByteArray("POST");
    }
};

TILLDECK_TEST(TlsTest)

} // namespace tls_test

#include "tst_tls.moc"
