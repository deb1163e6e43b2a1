// SPDX-License-Identifier: GPL-3.0-or-later
// The PaymentKit client against a server that does what no sandbox should: single sessions.
#include "providers/scripted_provider.h"
#include "support/runner.h"

#include <QTest>

namespace client_test {

using namespace tilldeck;
using namespace tilldeck::providers::test;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using http::test::answer;
using http::test::ScriptedServer;

class PaymentKitClientTest : public QObject
{
    Q_OBJECT

private:
    http::HttpClient m_http;

private slots:
    void familiesThatAreNotSpokenYetAreNothing()
    {
        QVERIFY(!providers::make(m_http, providers::Connection(u"stripe"_s, QUrl(), http::Secret())));
        QVERIFY(!providers::capabilities(u"stripe"_s));
        QVERIFY(providers::snippets(u"paymentkit"_s, known(u"cs_1"_s)).empty());
    }

    void theSnippetHoldsTheTokenAndNothingElseOfTheServers()
    {
        checkout::Session session = known(u"cs_1"_s);
        session.secureToken = u"sec_1\"</script>`${x}"_s;
        const auto snippets = providers::snippets(u"paymentkit"_s, session);
        QCOMPARE(snippets.size(), std::size_t(1));
        QVERIFY(snippets.front().secret);
        QVERIFY2(
            snippets.front().text.contains("secureToken: \"sec_1\\u0022\\u003c\\u002fscript\\u003e\\u0060\\u0024"_L1),
            qPrintable(snippets.front().text));
        QVERIFY(!snippets.front().text.contains("</script"_L1) && !snippets.front().text.contains("cs_1"_L1));
        // The package knows these environments; its sandbox is the live host.
        using providers::Reach;
        for (const auto &[reach, environment] : {std::pair(Reach::Live, "environment: \"production\",\n"_L1),
                                                 std::pair(Reach::Test, "environment: \"sandbox\",\n"_L1),
                                                 std::pair(Reach::OwnSandbox, "environment: \"local\","_L1)}) {
            const QString text = providers::snippets(u"paymentkit"_s, session, reach).front().text;
            QVERIFY2(text.contains(environment), qPrintable(text));
        }
    }

    void capabilitiesAreTheContracts()
    {
        const auto has = providers::capabilities(u"paymentkit"_s);
        QVERIFY(has && has->takes(checkout::Field::Cascade) && has->takes(checkout::Field::Coupon) && has->expireCall &&
                !has->honoursIdempotencyKey);
        QVERIFY(has->honoursRefundKey);
        QVERIFY(!has->takes(checkout::Field::Name) && !has->takes(checkout::Field::CustomerEmail) &&
                !has->takes(checkout::Field::Mode));
        QCOMPARE(has->needed, checkout::FieldSet());
        QCOMPARE(has->expiry->most, 720);
    }

    void createSendsOnePostWithKeyAndBody()
    {
        ScriptedServer server(answer(201, created));
        const auto provider = providerFor(m_http, server);
        const auto session = QCoro::waitFor(send(provider->prepareCreation(draft(), u"intent-1"_s)));
        QVERIFY(session);
        QCOMPARE(session->secureToken, u"sec_1"_s);
        QCOMPARE(server.requests().size(), 1);
        const QByteArray &request = server.requests().first();
        QVERIFY(request.startsWith("POST /api/acc/checkout-sessions HTTP/1.1"));
        QCOMPARE(headerOf(request, "Idempotency-Key"), QByteArray("intent-1"));
        QCOMPARE(headerOf(request, "Authorization"), "Bearer " + key.toLatin1());
        QCOMPARE(headerOf(request, "Content-Type"), QByteArray("application/json"));
        QCOMPARE(request.mid(request.indexOf("\r\n\r\n") + 4),
                 provider->prepareCreation(draft(), u"intent-1"_s)->body());
    }

    void describedRequestIsTheSentOneWithoutTheKey()
    {
        ScriptedServer server(answer(201, created));
        const auto provider = providerFor(m_http, server);
        const auto text = provider->prepareCreation(draft(), providers::describedKey)->text();
        const auto sent = QCoro::waitFor(send(provider->prepareCreation(draft(), u"intent-1"_s)));
        QVERIFY(sent);
        const QByteArray &request = server.requests().first();
        QVERIFY(request.startsWith(text.method + ' ' + text.url.path().toLatin1() + ' '));
        for (const auto &[name, value] : text.headers) {
            QVERIFY2(!value.contains(key.toLatin1()), name.constData());
            if (name != "Authorization" && name != "Idempotency-Key")
                QCOMPARE(headerOf(request, name), value);
        }
        QCOMPARE(text.body, bodyOf(request));
        QCOMPARE(QJsonDocument::fromJson(text.indentedBody()), QJsonDocument::fromJson(text.body));
    }

    void unsentDraftStaysHere()
    {
        ScriptedServer server(answer(201, created));
        auto bad = draft();
        bad.promotionCode = u"A"_s;
        bad.couponId = u"B"_s;
        const auto session = QCoro::waitFor(send(providerFor(m_http, server)->prepareCreation(bad, u"k"_s)));
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::InvalidInput);
        server.barrier();
        QVERIFY(server.requests().isEmpty());
    }

    void createOnceWhateverComesBack_data()
    {
        QTest::addColumn<QByteArray>("wire"); // empty: the connection is reset
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("500") << answer(500, R"({"title": "Server Error"})") << ErrorKind::UnknownOutcome;
        QTest::newRow("502 of a proxy, as HTML") << answer(502, "<html>") << ErrorKind::UnknownOutcome;
        QTest::newRow("503 with Retry-After") << answer(503, "{}", "Retry-After: 0\r\n") << ErrorKind::UnknownOutcome;
        QTest::newRow("cut body")
            << QByteArray("HTTP/1.1 201 Created\r\nConnection: close\r\nContent-Length: 500\r\n\r\n{\"id\":")
            << ErrorKind::UnknownOutcome;
        QTest::newRow("reset") << QByteArray() << ErrorKind::UnknownOutcome;
        QTest::newRow("201 without an id") << answer(201, R"({"secure_token": "sec_1"})") << ErrorKind::UnknownOutcome;
        QTest::newRow("201 of another shape") << answer(201, "[]") << ErrorKind::UnknownOutcome;
        QTest::newRow("429") << answer(429, "{}", "Retry-After: 0\r\n") << ErrorKind::RateLimited;
        QTest::newRow("401") << answer(401, R"({"title": "Unauthorized"})") << ErrorKind::Unauthorised;
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
            if (wire.contains("Connection: close"))
                socket.disconnectFromHost();
        };
        const auto session = QCoro::waitFor(send(providerFor(m_http, server)->prepareCreation(draft(), u"k"_s)));
        QVERIFY(!session);
        QCOMPARE(session.error().kind, kind);
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 1);
        QVERIFY(!server.copiesOf("/elsewhere"));
    }

    void keyInAProvidersAnswerIsNotShown()
    {
        ScriptedServer server(answer(401, R"({"title": "no", "detail": "Key )" + key.toLatin1() + R"( is wrong"})"));
        const auto session = QCoro::waitFor(providerFor(m_http, server)->session(known(u"cs_1"_s)));
        QVERIFY(!session.error().details.contains(key));
        QVERIFY(session.error().details.startsWith("Key "_L1));
    }

    void keyAcrossTheEndOfACutTextIsNotShown()
    {
        const QByteArray text = QByteArray(490, 'x') + ' ' + key.toLatin1() + " is wrong";
        ScriptedServer server(
            answer(422, R"({"title": ")" + text + R"(", "request_id": ")" + text + R"(", "detail": ")" + text +
                            R"(", "errors": [{"field": "success_url", "message": ")" + text + R"("}]})"));
        const auto session = QCoro::waitFor(send(providerFor(m_http, server)->prepareCreation(draft(), u"k"_s)));
        const auto &error = session.error();
        QCOMPARE(error.problems.size(), size_t(1));
        for (const QString &shown : {error.details, error.providerCode, error.requestId, error.problems[0].sentence}) {
            QVERIFY(shown.contains(QString(490, u'x')));
            QVERIFY2(!shown.contains(key.left(4)), qPrintable(shown));
        }
    }

    void idsStayInTheirSegment_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("target"); // empty: nothing is sent
        const QByteArray base = "/api/acc/checkout-sessions/";
        QTest::newRow("slash") << "acc" << "../../admin" << base + "..%2F..%2Fadmin";
        QTest::newRow("query") << "acc" << "a?b=c&d" << base + "a%3Fb%3Dc%26d";
        QTest::newRow("fragment") << "acc" << "a#b" << base + "a%23b";
        QTest::newRow("already encoded") << "acc" << "a%2fb" << base + "a%252fb";
        QTest::newRow("backslash and blank") << "acc" << "a\\ b" << base + "a%5C%20b";
        QTest::newRow("line break") << "acc" << "a\r\nX: y" << base + "a%0D%0AX%3A%20y";
        QTest::newRow("umlaut") << "acc" << u"ä"_s << base + "%C3%A4";
        QTest::newRow("account with a slash") << "a/b" << "c" << QByteArray("/api/a%2Fb/checkout-sessions/c");
        QTest::newRow("two dots") << "acc" << ".." << QByteArray();
        QTest::newRow("one dot") << "acc" << "." << QByteArray();
        QTest::newRow("no id") << "acc" << "" << QByteArray();
        QTest::newRow("account of two dots") << ".." << "c" << QByteArray();
        QTest::newRow("no account") << "" << "c" << QByteArray();
    }
    void idsStayInTheirSegment()
    {
        QFETCH(QString, account);
        QFETCH(QString, id);
        QFETCH(QByteArray, target);
        ScriptedServer server(answer(404, "{}"));
        const auto provider = providerAt(m_http, server.url({}), account);
        const auto session = QCoro::waitFor(provider->session(known(id)));
        QCOMPARE(session.error().kind, ErrorKind::NotFound);
        const auto expired = QCoro::waitFor(send(provider->prepareExpiry(id)));
        QCOMPARE(expired.error().kind, ErrorKind::NotFound);
        if (target.isEmpty()) {
            QVERIFY(server.requests().isEmpty());
            return;
        }
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests().at(0).split(' ').at(1), target + "?expand=custom_fields");
        QCOMPARE(server.requests().at(1).split(' ').at(1), target + "/expire");
    }

    void baseAddressKeepsItsPath_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("plain") << "/paymentkit";
        QTest::newRow("trailing slash") << "/paymentkit/";
        QTest::newRow("query and fragment") << "/paymentkit?a=b#c";
    }
    void baseAddressKeepsItsPath()
    {
        QFETCH(QString, path);
        ScriptedServer server(answer(200, created));
        const auto session = QCoro::waitFor(providerAt(m_http, server.url(path), u"acc"_s)->session(known(u"cs_1"_s)));
        QVERIFY(session);
        QCOMPARE(server.requests().first().split(' ').at(1),
                 QByteArray("/paymentkit/api/acc/checkout-sessions/cs_1?expand=custom_fields"));
    }

    void answerAboutAnotherSessionIsNotBelieved()
    {
        ScriptedServer server(answer(200, R"({"id": "cs_2", "secure_token": "sec_2", "status": "completed"})"));
        const auto provider = providerFor(m_http, server);
        const auto session = QCoro::waitFor(provider->session(known(u"cs_1"_s)));
        QCOMPARE(session.error().kind, ErrorKind::Malformed);
        const auto expired = QCoro::waitFor(send(provider->prepareExpiry(u"cs_1"_s)));
        QCOMPARE(expired.error().kind, ErrorKind::UnknownOutcome);
    }

    void expireIsSentOnceWithoutABody()
    {
        ScriptedServer server(answer(503, "{}", "Retry-After: 0\r\n"));
        const auto expired = QCoro::waitFor(send(providerFor(m_http, server)->prepareExpiry(u"cs_1"_s)));
        QCOMPARE(expired.error().kind, ErrorKind::UnknownOutcome);
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 1);
        QCOMPARE(headerOf(server.requests().first(), "Content-Length"), QByteArray("0"));
    }

    void callsOutliveTheProvider()
    {
        ScriptedServer server;
        QTcpSocket *waiting = nullptr;
        server.onRequest = [&waiting](QTcpSocket &socket, const QByteArray &) { waiting = &socket; };
        auto provider = providerFor(m_http, server);
        auto task = send(provider->prepareCreation(draft(), u"k"_s));
        QTRY_VERIFY(waiting);
        provider.reset();
        waiting->write(answer(201, created));
        const auto session = QCoro::waitFor(std::move(task));
        QVERIFY(session);
        QCOMPARE(session->id, u"cs_1"_s);
    }

    void endOfTheHttpClientEndsTheCall()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &, const QByteArray &) {};
        auto http = std::make_unique<http::HttpClient>();
        const auto provider = providerAt(*http, server.url({}), u"acc"_s);
        auto task = send(provider->prepareCreation(draft(), u"k"_s));
        auto catalog = provider->catalog();
        QTRY_COMPARE(server.requests().size(), 2);
        http.reset();
        const auto session = QCoro::waitFor(std::move(task));
        QCOMPARE(session.error().kind, ErrorKind::UnknownOutcome);
        const auto lists = QCoro::waitFor(std::move(catalog));
        QCOMPARE(lists.error().kind, ErrorKind::Cancelled);
        const auto later = QCoro::waitFor(provider->session(known(u"cs_1"_s)));
        QCOMPARE(later.error().kind, ErrorKind::Cancelled);
    }
};

TILLDECK_TEST(PaymentKitClientTest)

} // namespace client_test

#include "tst_client.moc"
