// SPDX-License-Identifier: GPL-3.0-or-later
// The Khaime client against a server that does what no sandbox should.
#include "providers/khaime/codec_sessions.h"
#include "providers/scripted_khaime.h"
#include "support/runner.h"

#include <QTest>
#include <QUrlQuery>

namespace khaime_client_test {

using namespace tilldeck;
using namespace tilldeck::providers::test;
using namespace tilldeck::providers::test::khaime;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using checkout::SessionDraft;
using http::test::answer;
using http::test::ScriptedServer;

class KhaimeClientTest : public QObject
{
    Q_OBJECT

private:
    http::HttpClient m_http;

private slots:
    void eachFlowHasItsAddress_data()
    {
        QTest::addColumn<SessionDraft>("draft");
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("id");
        QTest::newRow("charge") << readyCharge() << charged << charges << u"charge_1"_s;
        SessionDraft session = charge();
        session.flow = u"khaime.session"_s;
        session.chargeCurrency.reset();
        session.productName = u"Plan"_s;
        QTest::newRow("session") << session
                                 << QByteArray(
                                        R"({"success": true, "data": {"session_id": "sess_1", "status": "pending"}})")
                                 << QByteArray("/api/v1/partner/payments/sessions") << u"sess_1"_s;
        QTest::newRow("checkout") << embedded() << token << QByteArray("/api/v1/sdk/checkout/initialize")
                                  << providers::khaime::checkoutIdOf(u"khs_1"_s);
    }
    void eachFlowHasItsAddress()
    {
        QFETCH(SessionDraft, draft);
        QFETCH(QByteArray, wire);
        QFETCH(QByteArray, target);
        QFETCH(QString, id);
        ScriptedServer server(answer(201, wire));
        const auto provider = khaimeAt(m_http, server.url({}));
        const auto session = QCoro::waitFor(send(provider->prepareCreation(draft, u"intent-1"_s)));
        QVERIFY2(session, session ? "" : qPrintable(session.error().details));
        QCOMPARE(session->id, id);
        QCOMPARE(session->flow, draft.flow);
        QCOMPARE(server.requests().size(), 1);
        const QByteArray &request = server.requests().first();
        QVERIFY(request.startsWith("POST " + target + " HTTP/1.1"));
        QCOMPARE(headerOf(request, "X-API-Key"), key.toLatin1());
        const bool sdk = draft.flow == "khaime.checkout"_L1;
        QCOMPARE(headerOf(request, "X-Merchant-ID"), QByteArray(sdk ? "1042" : "(none)"));

        const auto described = provider->prepareCreation(draft, providers::describedKey);
        QVERIFY(described);
        const auto text = described->text();
        QVERIFY(request.startsWith(text.method + ' ' + text.url.path().toLatin1() + ' '));
        for (const auto &[name, value] : text.headers)
            QCOMPARE(headerOf(request, name), name == "X-API-Key" ? key.toLatin1() : value);
        QVERIFY(!text.body.contains(key.toLatin1()));
        const bool isCharge = draft.flow == "khaime.charge"_L1;
        QCOMPARE(bodyOf(request).count("\"reference\":\"intent-1\""), isCharge ? 1 : 0);
        QCOMPARE(QByteArray(text.body).replace("<new for each creation>", "intent-1"), bodyOf(request));
        QCOMPARE(provider->prepareCreation(draft, u"intent-1"_s)->body(), bodyOf(request));
    }

    void anEmbeddedCheckoutNeedsTheMerchantId()
    {
        ScriptedServer server(answer(200, token));
        const auto provider = khaimeAt(m_http, server.url({}), QString());
        const auto session = QCoro::waitFor(send(provider->prepareCreation(embedded(), u"k"_s)));
        QCOMPARE(session.error().kind, ErrorKind::InvalidInput);
        QVERIFY(session.error().sentence.contains("merchant ID"_L1));
        QVERIFY(!provider->prepareCreation(embedded(), providers::describedKey));
        QVERIFY(server.requests().isEmpty());
    }

    void createOnceWhateverComesBack_data()
    {
        QTest::addColumn<QByteArray>("wire"); // empty: the connection is reset
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("500") << answer(500, R"({"success": false, "error": "x"})") << ErrorKind::UnknownOutcome;
        QTest::newRow("502 of a proxy, as HTML") << answer(502, "<html>") << ErrorKind::UnknownOutcome;
        QTest::newRow("503 with Retry-After") << answer(503, "{}", "Retry-After: 0\r\n") << ErrorKind::UnknownOutcome;
        QTest::newRow("reset") << QByteArray() << ErrorKind::UnknownOutcome;
        QTest::newRow("200 without an id")
            << answer(200, R"({"success": true, "data": {}})") << ErrorKind::UnknownOutcome;
        QTest::newRow("200 of another shape") << answer(200, "[]") << ErrorKind::UnknownOutcome;
        QTest::newRow("no, with 200") << answer(200, R"({"success": false, "error": "Amount mismatch"})")
                                      << ErrorKind::UnknownOutcome;
        QTest::newRow("no, with 200 and what was made")
            << answer(200,
                      R"({"success": false, "error": "x", "data": {"charge_id": "charge_1", "status": "pending"}})")
            << ErrorKind::UnknownOutcome;
        QTest::newRow("403 of a gateway, as HTML") << answer(403, "<html>") << ErrorKind::UnknownOutcome;
        QTest::newRow("400 without a body") << answer(400, "") << ErrorKind::UnknownOutcome;
        QTest::newRow("429 of a gateway, as HTML") << answer(429, "<html>") << ErrorKind::RateLimited;
        QTest::newRow("404 of a gateway, as HTML") << answer(404, "<html>") << ErrorKind::NotFound;
        QTest::newRow("429") << answer(429, "{}", "Retry-After: 0\r\n") << ErrorKind::RateLimited;
        QTest::newRow("401") << answer(401, R"({"success": false, "error": "Invalid API key"})")
                             << ErrorKind::Unauthorised;
        QTest::newRow("redirect") << answer(308, "{}", "Location: /elsewhere\r\n") << ErrorKind::Rejected;
    }
    void createOnceWhateverComesBack()
    {
        QFETCH(QByteArray, wire);
        QFETCH(ErrorKind, kind);
        ScriptedServer server;
        server.onRequest = [wire](QTcpSocket &socket, const QByteArray &) {
            if (wire.isEmpty())
                return http::test::reset(socket);
            socket.write(wire);
        };
        for (const SessionDraft &draft : {readyCharge(), embedded()}) {
            const auto before = server.copiesOf("POST /");
            const auto session = QCoro::waitFor(send(khaimeAt(m_http, server.url({}))->prepareCreation(draft, u"k"_s)));
            QVERIFY(!session);
            QCOMPARE(session.error().kind, kind);
            server.barrier();
            QCOMPARE(server.copiesOf("POST /"), before + 1);
            QVERIFY(!server.copiesOf("/elsewhere"));
        }
    }

    void keysInAnswersAreNotShown()
    {
        const QByteArray text = QByteArray(490, 'x') + ' ' + key.toLatin1() + " is wrong";
        ScriptedServer server(answer(422, R"({"success": false, "error": ")" + text +
                                              R"(", "details": {"description": ")" + text + R"("}})"));
        const auto session =
            QCoro::waitFor(send(khaimeAt(m_http, server.url({}))->prepareCreation(readyCharge(), u"k"_s)));
        const auto &error = session.error();
        QCOMPARE(error.problems.size(), std::size_t(1));
        for (const QString &shown : {error.details, error.providerCode, error.problems[0].sentence}) {
            QVERIFY(shown.contains(QString(490, u'x')));
            QVERIFY2(!shown.contains(key.left(4)), qPrintable(shown));
        }
    }

    void aTokenIsAskedForWithoutTheKey()
    {
        ScriptedServer server(answer(200, token));
        const auto provider = khaimeAt(m_http, server.url({}));
        const auto session =
            QCoro::waitFor(provider->session(knownAs("khaime.checkout", u"sdk_000000000000"_s, u"khs_1"_s)));
        QVERIFY(session);
        QCOMPARE(session->url, u"https://c.test/khs_1"_s);
        const QByteArray &request = server.requests().first();
        QVERIFY(request.startsWith("GET /api/v1/sdk/checkout/session/khs_1 "));
        QCOMPARE(headerOf(request, "X-API-Key"), QByteArray("(none)"));
        QVERIFY(!request.contains(key.toLatin1()));
        const auto other = QCoro::waitFor(provider->session(knownAs("khaime.checkout", u"x"_s, u"khs_2"_s)));
        QCOMPARE(other.error().kind, ErrorKind::Malformed);
    }

    void whatKhaimeDoesNotHaveIsUnsupported()
    {
        ScriptedServer server(answer(501, R"({"success": false, "error": "x"})"));
        const auto provider = khaimeAt(m_http, server.url({}));
        const auto asked = QCoro::waitFor(provider->session(knownAs("khaime.charge", u"charge_1"_s)));
        QCOMPARE(asked.error().kind, ErrorKind::Unsupported);
        const auto expired = QCoro::waitFor(send(provider->prepareExpiry(u"sess_1"_s)));
        QCOMPARE(expired.error().kind, ErrorKind::Unsupported);
        const auto listed = QCoro::waitFor(provider->sessions(0));
        QCOMPARE(listed.error().kind, ErrorKind::Unsupported);
        QVERIFY(server.requests().isEmpty());
        const auto payments = QCoro::waitFor(provider->transactions(0));
        QCOMPARE(payments.error().kind, ErrorKind::Unsupported);
    }

    void idsStayInTheirSegment_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("target"); // empty: nothing is sent
        const QByteArray base = "/api/v1/partner/payments/sessions/";
        QTest::newRow("slash") << "../../admin" << base + "..%2F..%2Fadmin";
        QTest::newRow("query") << "a?b=c" << base + "a%3Fb%3Dc";
        QTest::newRow("two dots") << ".." << QByteArray();
        QTest::newRow("no id") << "" << QByteArray();
    }
    void idsStayInTheirSegment()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, target);
        ScriptedServer server(answer(404, R"({"success": false, "error": "Resource not found"})"));
        const auto session = QCoro::waitFor(khaimeAt(m_http, server.url({}))->session(knownAs("khaime.session", id)));
        QCOMPARE(session.error().kind, ErrorKind::NotFound);
        QCOMPARE(server.requests().size(), target.isEmpty() ? 0 : 1);
        if (!target.isEmpty())
            QCOMPARE(pathOf(server.requests().first()), target);
    }

    void anAnswerAboutAnotherSessionIsNotBelieved()
    {
        ScriptedServer server(answer(200, R"({"success": true, "data": {"session_id": "b", "status": "completed"}})"));
        const auto session =
            QCoro::waitFor(khaimeAt(m_http, server.url({}))->session(knownAs("khaime.session", u"a"_s)));
        QCOMPARE(session.error().kind, ErrorKind::Malformed);
    }

    void productsComeOnceFromEveryPage()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &request) {
            const int offset =
                QUrlQuery(QUrl(QString::fromLatin1(request.split(' ').at(1)))).queryItemValue(u"offset"_s).toInt();
            const QByteArray items = offset == 0 ? R"({"id": 1, "name": "A"}, {"id": 2, "name": "B"})"
                                                 : R"({"id": 2, "name": "B"}, {"id": 3, "name": "C"})";
            socket.write(answer(200, R"({"success": true, "data": {"products": [)" + items + R"(], "total": 4}})"));
        };
        const auto catalog = QCoro::waitFor(khaimeAt(m_http, server.url({}))->catalog());
        QVERIFY(catalog && catalog->products.available && !catalog->prices.available);
        QCOMPARE(catalog->products.items.size(), std::size_t(3));
        QCOMPARE(catalog->products.items.back().id, u"3"_s);
        QVERIFY(!catalog->currency); // not told, and the catalog is good without it
        QCOMPARE(server.requests().size(), 3);
    }

    void theSnippetHoldsTheTokenAndNothingElseOfTheServers()
    {
        const auto snippets =
            providers::snippets(u"khaime"_s, knownAs("khaime.checkout", u"sdk_1"_s, u"khs_1\"</script><b>'\\\u2028"_s));
        QCOMPARE(snippets.size(), std::size_t(1));
        const auto &snippet = snippets.front();
        QVERIFY(snippet.secret);
        QVERIFY(snippet.caution.contains("works once"_L1));
        QVERIFY(snippet.text.contains("KhaimeSDK.init"_L1));
        QVERIFY2(snippet.text.contains("createPayment({ sessionToken: \"khs_1\\u0022\\u003c\\u002fscript"_L1),
                 qPrintable(snippet.text));
        QCOMPARE(snippet.text.count("</script>"_L1), 1);
        QCOMPARE(snippet.text.count(u'"'), 2);
        QVERIFY(!snippet.text.contains(QChar(0x2028)));
        QVERIFY(providers::snippets(u"khaime"_s, knownAs("khaime.charge", u"c"_s, u"t"_s)).empty());
        QVERIFY(providers::snippets(u"khaime"_s, knownAs("khaime.checkout", u"c"_s)).empty());
    }

    void callsOutliveTheProvider()
    {
        ScriptedServer server;
        QTcpSocket *waiting = nullptr;
        server.onRequest = [&waiting](QTcpSocket &socket, const QByteArray &) { waiting = &socket; };
        auto provider = khaimeAt(m_http, server.url({}));
        auto task = provider->quote(charge());
        QTRY_VERIFY(waiting);
        provider.reset();
        std::exchange(waiting, nullptr)->write(answer(200, local));
        QTRY_VERIFY(waiting);
        waiting->write(answer(200, preview));
        const auto quote = waitForQuote(std::move(task));
        QVERIFY(quote);
    }
};

TILLDECK_TEST(KhaimeClientTest)

} // namespace khaime_client_test

#include "tst_khaime_client.moc"
