// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of the answer to a creation when a part of it cannot be read.
#include "providers/khaime/codec_sessions.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QTest>

namespace khaime_created_test {

using namespace tilldeck;
using namespace tilldeck::providers::khaime;
using namespace Qt::StringLiterals;
using checkout::SessionDraft;
using checkout::SessionStatus;

namespace {

const QDateTime now = QDateTime::fromString(u"2026-04-17T23:40:00Z"_s, Qt::ISODate);

QJsonDocument json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text);
}

SessionDraft draftOf(const char *flow)
{
    const money::Currency dollars = *money::Currency::fromCode(u"USD");
    SessionDraft draft;
    draft.flow = QString::fromLatin1(flow);
    draft.pricing = money::Money(9000, dollars);
    draft.chargeCurrency = dollars;
    return draft;
}

} // namespace

class KhaimeCreatedTest : public QObject
{
    Q_OBJECT

private slots:
    void whatExistsIsAnsweredWhateverElseLooksLike_data()
    {
        QTest::addColumn<QString>("flow");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("id");
        QTest::newRow("charge") << u"khaime.charge"_s
                                << QByteArray(R"({"success": true, "data": {"charge_id": "c", "payment_url": 7}})")
                                << u"c"_s;
        QTest::newRow("session") << u"khaime.session"_s
                                 << QByteArray(R"({"success": true, "data": {"session_id": "s", "expires_at": "x"}})")
                                 << u"s"_s;
        QTest::newRow("token") << u"khaime.checkout"_s << QByteArray(R"({"sessionToken": "khs_1", "amount": "5"})")
                               << checkoutIdOf(u"khs_1"_s);
    }
    void whatExistsIsAnsweredWhateverElseLooksLike()
    {
        QFETCH(QString, flow);
        QFETCH(QByteArray, answer);
        QFETCH(QString, id);
        SessionDraft draft;
        draft.flow = flow;
        const auto session = decodeCreated(json(answer), draft, now);
        QVERIFY(session);
        QCOMPARE(session->id, id);
        QCOMPARE(session->flow, flow);
        QCOMPARE(session->status, SessionStatus::Open);
        for (const char *nothing : {"{}", "[]", R"({"success": true})", R"({"success": true, "data": []})"}) {
            const auto without = decodeCreated(json(nothing), draft, now);
            QVERIFY2(!without, nothing);
            QCOMPARE(without.error().kind, checkout::ErrorKind::Malformed);
        }
    }

    void oneBadMemberCostsThatMemberOnly_data()
    {
        QTest::addColumn<QByteArray>("bad");
        const char *members[] = {R"("status": 7)",           R"("payment_gateway": {})",   R"("created_at": "soon")",
                                 R"("expires_at": 12)",      R"("transaction_id": true)",  R"("publishable_key": [])",
                                 R"("fee_details": "none")", R"("stripe_account_id": 1.5)"};
        for (const char *member : members)
            QTest::newRow(member) << QByteArray(member);
    }
    void oneBadMemberCostsThatMemberOnly()
    {
        QFETCH(const QByteArray, bad);
        const QByteArray good = R"("payment_url": "https://pay.example/1", "client_secret": "cs_secret_1", )";
        const auto session =
            decodeCreated(json("{\"success\": true, \"data\": {\"charge_id\": \"c\", " + good + bad + "}}"),
                          draftOf("khaime.charge"), now);
        QVERIFY(session);
        QCOMPARE(session->id, u"c"_s);
        QCOMPARE(session->url, u"https://pay.example/1"_s);
        QCOMPARE(session->handover.clientSecret, u"cs_secret_1"_s);
        QCOMPARE(session->status, SessionStatus::Open);
        QVERIFY(!session->fees);

        const auto hosted =
            decodeCreated(json("{\"success\": true, \"data\": {\"session_id\": \"s\", " + good + bad + "}}"),
                          draftOf("khaime.session"), now);
        QVERIFY(hosted);
        QCOMPARE(hosted->url, u"https://pay.example/1"_s);
    }

    void anEmbeddedCheckoutKeepsItsSecretBesideABadMember()
    {
        const auto session = decodeCreated(json(R"({"sessionToken": "khs_1", "expiresAt": 5,
            "checkoutUrl": "https://pay.example/2", "gatewayCredentials": {"clientSecret": "cs_secret_2"}})"),
                                           draftOf("khaime.checkout"), now);
        QVERIFY(session);
        QCOMPARE(session->secureToken, u"khs_1"_s);
        QCOMPARE(session->url, u"https://pay.example/2"_s);
        QCOMPARE(session->handover.clientSecret, u"cs_secret_2"_s);
    }

    void whatIsTooLongIsNotKeptShortened()
    {
        const QByteArray url = "https://pay.example/" + QByteArray(5000, 'x');
        const auto session =
            decodeCreated(json(R"({"success": true, "data": {"charge_id": "c", "payment_url": ")" + url + "\"}}"),
                          draftOf("khaime.charge"), now);
        QVERIFY(session);
        QVERIFY(session->url.isEmpty());
    }
};

TILLDECK_TEST(KhaimeCreatedTest)

} // namespace khaime_created_test

#include "tst_khaime_created.moc"
