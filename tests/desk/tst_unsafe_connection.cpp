// SPDX-License-Identifier: GPL-3.0-or-later
// What a merchant is told when the server at the account's address cannot show that it is the provider's.
#include "desk/bench.h"
#include "desk/check_key.h"
#include "desk/create_session.h"
#include "desk/refresh_session.h"
#include "http/tls_server.h"
#include "support/runner.h"

namespace unsafe_connection_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using namespace http::test;

class UnsafeConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsSentAndTheCreationIsNotUnknown_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("says");
        QTest::newRow("signed by itself") << selfSignedCertificate << false << u"Nobody whom this computer trusts"_s;
        QTest::newRow("expired") << expiredCertificate << true << u"is not valid today"_s;
        QTest::newRow("of another host") << elsewhereCertificate << true << u"certificate of another host"_s;
    }
    void nothingIsSentAndTheCreationIsNotUnknown()
    {
        QFETCH(const QByteArray, certificate);
        QFETCH(const bool, trusted);
        QFETCH(const QString, says);
        const auto trusting = trusted ? std::make_unique<TrustedAuthority>() : nullptr;
        TlsServer server(certificate);
        Bench bench;
        const QString id = bench.connectTo(u"Shop"_s, server.baseUrl(), u"acc_1"_s, u"sk_test_abcdefgh"_s);

        const CreateOutcome created = QCoro::waitFor(createSession(bench.desk.get(), id, draft(), {}, std::nullopt));
        QCOMPARE(created.end, CreateOutcome::End::Rejected);
        QVERIFY2(created.error->sentence.contains(says), qPrintable(created.error->sentence));
        QVERIFY2(created.error->sentence.contains(u"nothing was sent"_s), qPrintable(created.error->sentence));
        QVERIFY(bench.list(id).rows.empty());
        QVERIFY(bench.desk->journal().unknown().result()->empty());
        const auto asked = QCoro::waitFor(refreshSession(bench.desk.get(), id, u"cs_1"_s));
        QVERIFY(!asked && asked.error().sentence.contains(says));
        const auto account = bench.desk->accounts().byId(id);
        const auto checked = QCoro::waitFor(checkKey(bench.desk.get(), *account, http::Secret(u"sk_test_another1"_s)));
        QVERIFY(!checked && checked.error().sentence.contains(says));

        // No header and no key: not one byte inside the connection.
        QVERIFY(server.handshakes >= 3);
        QCOMPARE(server.received, QByteArray());
    }
};

TILLDECK_TEST(UnsafeConnectionTest)

} // namespace unsafe_connection_test

#include "tst_unsafe_connection.moc"
