// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tls_server.h"
#include "support/runner.h"

#include <QTest>

#include <memory>

namespace tls_test {

using namespace Qt::StringLiterals;

using namespace tilldeck::http;
using namespace tilldeck::http::test;

namespace {

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
    void aServerWithAWrongCertificateIsSentNothing_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<CertificateProblem>("problem");
        QTest::newRow("nobody vouches for it") << goodCertificate << false << CertificateProblem::NotTrusted;
        QTest::newRow("signed by itself") << selfSignedCertificate << false << CertificateProblem::NotTrusted;
        QTest::newRow("expired") << expiredCertificate << true << CertificateProblem::Expired;
        QTest::newRow("of another host") << elsewhereCertificate << true << CertificateProblem::WrongHost;
        QTest::newRow("expired, and nobody vouches for it")
            << expiredCertificate << false << CertificateProblem::NotTrusted;
    }
    void aServerWithAWrongCertificateIsSentNothing()
    {
        QFETCH(const QByteArray, certificate);
        QFETCH(const bool, trusted);
        QFETCH(const CertificateProblem, problem);
        const auto trusting = trusted ? std::make_unique<TrustedAuthority>() : nullptr;
        TlsServer server(certificate);
        HttpClient client;
        for (const QByteArray &method : {"GET"_ba, "POST"_ba}) {
            const Answer got = wait(client.send(keyed(method, server.url())));
            QCOMPARE(kindOf(got), int(FailureKind::Refused));
            QCOMPARE(got.error().certificate, problem);
        }
        QVERIFY(server.handshakes > 0);
        QCOMPARE(server.received, QByteArray());
    }

    void aTrustedCertificateIsAccepted()
    {
        const TrustedAuthority trusting;
        TlsServer server(goodCertificate);
        HttpClient client;
        const Answer got = wait(client.send(keyed("POST", server.url())));
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
