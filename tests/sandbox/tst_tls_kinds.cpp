// SPDX-License-Identifier: GPL-3.0-or-later
// A sandbox whose certificate is wrong: a careful client sends it nothing, and one that looks away is served.
#include "http/http_client.h"
#include "http/tls_server.h"
#include "sandbox/faulty_shop.h"
#include "support/runner.h"

#include <QSslError>

namespace tls_kinds_test {

using namespace tilldeck;
using namespace tilldeck::test;
using http::CertificateProblem;
using http::FailureKind;
using sandbox::Tls;

namespace {

sandbox::Options encrypted(const QString &kind)
{
    sandbox::Options options;
    options.tls = sandbox::tlsOf(kind).value_or(Tls::Off);
    return options;
}

http::Request creationAt(Shop &shop)
{
    http::Request request =
        http::Request::post(QUrl(shop.api() + "/checkout-sessions"_L1), R"({"customer_id":"cus_kone"})");
    request.bearer = http::Secret(QString(shop.account().key));
    return request;
}

/// Returns a sandbox with a valid certificate whose faults can be armed.
sandbox::Options encryptedWithFaults()
{
    sandbox::Options options = withFaults();
    options.tls = Tls::Valid;
    return options;
}

Reply control(Shop &shop, const QByteArray &method, const QByteArray &body = {})
{
    return shop.send(method, shop.url() + "/faults"_L1, quoted(body),
                     {{"Authorization", "Bearer " + faultsToken.toUtf8()}});
}

/// Sends a request as a client that takes any certificate; returns the status.
int sentWithoutCare(Shop &shop, const QByteArray &method)
{
    QNetworkAccessManager careless;
    QObject::connect(&careless, &QNetworkAccessManager::sslErrors, &careless,
                     [](QNetworkReply *reply) { reply->ignoreSslErrors(); });
    QNetworkRequest request(QUrl(shop.api() + "/checkout-sessions"_L1));
    request.setRawHeader("Authorization", "Bearer " + shop.account().key.toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(
        careless.sendCustomRequest(request, method, R"({"customer_id":"cus_kone"})"));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10000))
        return 0;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

class TlsKindsTest : public QObject
{
    Q_OBJECT

private slots:
    void aWrongCertificateIsSentNothing_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<CertificateProblem>("problem");
        QTest::newRow("self-signed") << u"self-signed"_s << true << CertificateProblem::NotTrusted;
        QTest::newRow("expired") << u"expired"_s << true << CertificateProblem::Expired;
        QTest::newRow("wrong host") << u"wrong-host"_s << true << CertificateProblem::WrongHost;
        QTest::newRow("of an authority that nobody trusts") << u"valid"_s << false << CertificateProblem::NotTrusted;
    }
    void aWrongCertificateIsSentNothing()
    {
        QFETCH(const QString, kind);
        QFETCH(const bool, trusted);
        QFETCH(const CertificateProblem, problem);
        const auto trusting = trusted ? std::make_unique<http::test::TrustedAuthority>() : nullptr;
        Shop shop(encrypted(kind));
        QVERIFY(shop.url().startsWith(u"https://127.0.0.1:"_s));
        http::HttpClient client;
        const http::Answer got = http::test::wait(client.send(creationAt(shop)));
        QCOMPARE(http::test::kindOf(got), int(FailureKind::Refused));
        QCOMPARE(got.error().certificate, problem);
        // The server is there: a client that does not look is served.
        QCOMPARE(sentWithoutCare(shop, "POST"), 201);
    }

    void aValidCertificateIsServedOnceItsAuthorityIsTrusted()
    {
        const http::test::TrustedAuthority trusting;
        Shop shop(encrypted(u"valid"_s));
        http::HttpClient client;
        const http::Answer got = http::test::wait(client.send(creationAt(shop)));
        QVERIFY2(got.has_value(), qPrintable(got ? QString() : got.error().detail));
        QCOMPARE(got->status, 201);
        // Its page is at the same address, and takes a payment.
        const QJsonObject session = got->json.object();
        QVERIFY(session["url"_L1].toString().startsWith(shop.url()));
        QCOMPARE(shop.pay(session, "4242424242424242").status, 200);
    }

    void aWrongCertificateIsShownWhileItIsArmed_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<CertificateProblem>("problem");
        QTest::newRow("self-signed") << QByteArray("self-signed") << CertificateProblem::NotTrusted;
        QTest::newRow("expired") << QByteArray("expired") << CertificateProblem::Expired;
        QTest::newRow("wrong host") << QByteArray("wrong-host") << CertificateProblem::WrongHost;
    }
    void aWrongCertificateIsShownWhileItIsArmed()
    {
        QFETCH(const QByteArray, kind);
        QFETCH(const CertificateProblem, problem);
        const http::test::TrustedAuthority trusting;
        Shop shop(encryptedWithFaults());
        http::HttpClient client;
        http::Request reading = http::Request::get(QUrl(shop.api() + "/checkout-sessions"_L1));
        reading.bearer = http::Secret(QString(shop.account().key));
        QVERIFY(http::test::wait(client.send(reading)).has_value());
        const qint64 before = shop.get(u"/checkout-sessions?limit=1"_s).json()["total"_L1].toInteger();

        QCOMPARE(control(shop, "POST", "{'operation':'*','fault':'certificate','count':2,'certificate':'" + kind + "'}")
                     .status,
                 201);
        // Also for a client that keeps its connection, and never a byte of a request inside.
        QTest::qWait(0);
        for (const http::Request &request : {reading, creationAt(shop)}) {
            const http::Answer got = http::test::wait(client.send(request));
            QCOMPARE(http::test::kindOf(got), int(FailureKind::Refused));
            QCOMPARE(got.error().certificate, problem);
        }
        // It was for two connections.
        QVERIFY(http::test::wait(client.send(creationAt(shop))).has_value());
        QCOMPARE(shop.get(u"/checkout-sessions?limit=1"_s).json()["total"_L1].toInteger(), before + 1);
        QTRY_COMPARE(control(shop, "GET").json()["happened"_L1].toArray().size(), 2);
        const QJsonObject view = control(shop, "GET").json();
        QCOMPARE(view["happened"_L1].toArray()[0]["fault"_L1].toString(), u"certificate"_s);
        QCOMPARE(view["happened"_L1].toArray()[0]["at"_L1].toString(), u"before_commit"_s);
        QCOMPARE(view["armed"_L1].toArray()[0]["happened"_L1].toInt(), 2);
    }

    void whoLooksAwayIsServedAndThatIsNotCounted()
    {
        const http::test::TrustedAuthority trusting;
        Shop shop(encryptedWithFaults());
        QCOMPARE(control(shop, "POST", "{'operation':'*','fault':'certificate','certificate':'expired'}").status, 201);
        QCOMPARE(sentWithoutCare(shop, "POST"), 201);
        const QJsonObject view = control(shop, "GET").json();
        QCOMPARE(view["armed"_L1].toArray()[0]["happened"_L1].toInt(), 1);
        QCOMPARE(view["happened"_L1].toArray(), QJsonArray());
    }

    void aSandboxWithoutTlsArmsNoCertificate()
    {
        Shop shop(withFaults());
        const Reply refused = control(shop, "POST", "{'operation':'*','fault':'certificate','certificate':'expired'}");
        QCOMPARE(refused.status, 422);
        QVERIFY2(refused.body.contains("--tls valid"), refused.body.constData());
    }

    void aConnectionWithoutTlsIsNotServed()
    {
        Shop shop(encrypted(u"self-signed"_s));
        QTcpSocket plain;
        plain.connectToHost(QHostAddress::LocalHost, quint16(QUrl(shop.url()).port()));
        QVERIFY(plain.waitForConnected(5000));
        plain.write("GET / HTTP/1.1\r\nHost: " + QUrl(shop.url()).authority().toUtf8() + "\r\n\r\n");
        QTRY_COMPARE(plain.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!plain.readAll().startsWith("HTTP/"));
    }
};

TILLDECK_TEST(TlsKindsTest)

} // namespace tls_kinds_test

#include "tst_tls_kinds.moc"
