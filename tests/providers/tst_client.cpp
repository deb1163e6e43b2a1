// SPDX-License-Identifier: GPL-3.0-or-later
// The PaymentKit client against a server that does what no sandbox should.
#include "http/scripted_server.h"
#include "providers/registry.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace tilldeck;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using checkout::LineItem;
using http::test::answer;
using http::test::ScriptedServer;

namespace {

const QString key = u"sk_test_abcdefghijkl9fQ2"_s;
const QByteArray created = R"({"id": "cs_1", "secure_token": "sec_1", "status": "open"})";

QByteArray emptyPage()
{
    return answer(200, R"({"items": [], "total": 0, "limit": 100, "offset": 0})");
}

/// "/api/acc/prices" of the request line.
QByteArray pathOf(const QByteArray &request)
{
    const QByteArray target = request.split(' ').value(1);
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.left(query);
}

QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    const QByteArrayList lines = request.left(request.indexOf("\r\n\r\n")).split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return "(none)";
}

/// Answers each path as told, every other list with an empty page.
void answerPaths(ScriptedServer &server, std::map<QByteArray, QByteArray> answers)
{
    server.onRequest = [answers = std::move(answers)](QTcpSocket &socket, const QByteArray &request) {
        const auto found = answers.find(pathOf(request));
        socket.write(found == answers.end() ? emptyPage() : found->second);
        if (found != answers.end() && found->second.contains("\r\nConnection: close"))
            socket.disconnectFromHost();
    };
}

checkout::SessionDraft draft()
{
    checkout::SessionDraft draft;
    draft.lineItems = {LineItem(u"price_a"_s, 1)};
    return draft;
}

std::shared_ptr<providers::Provider> providerAt(http::HttpClient &http, const QUrl &url, const QString &accountId)
{
    providers::Connection connection(u"paymentkit"_s, url, http::Secret(QString(key.constData(), key.size())));
    connection.accountId = accountId;
    return providers::make(http, connection);
}

} // namespace

class PaymentKitClientTest : public QObject
{
    Q_OBJECT

private:
    http::HttpClient m_http;

    std::shared_ptr<providers::Provider> providerFor(const ScriptedServer &server, const QString &accountId = u"acc"_s)
    {
        return providerAt(m_http, server.url({}), accountId);
    }

private slots:
    void onlyPaymentKitIsSpokenYet()
    {
        QVERIFY(!providers::make(m_http, providers::Connection(u"khaime"_s, QUrl(), http::Secret())));
        QVERIFY(!providers::capabilities(u"ikawaari"_s));
        const auto has = providers::capabilities(u"paymentkit"_s);
        QVERIFY(has && has->cascade && has->coupons && has->expireCall && !has->honoursIdempotencyKey);
        QVERIFY(!has->inlineItems && !has->customerEmail && !has->lineItemsRequired && has->modes.isEmpty());
        QCOMPARE(has->expiry->most, 720);
    }

    void createSendsOnePostWithKeyAndBody()
    {
        ScriptedServer server(answer(201, created));
        const auto provider = providerFor(server);
        const auto session = QCoro::waitFor(provider->createSession(draft(), u"intent-1"_s));
        QVERIFY(session);
        QCOMPARE(session->secureToken, u"sec_1"_s);
        QCOMPARE(server.requests().size(), 1);
        const QByteArray &request = server.requests().first();
        QVERIFY(request.startsWith("POST /api/acc/checkout-sessions HTTP/1.1"));
        QCOMPARE(headerOf(request, "Idempotency-Key"), QByteArray("intent-1"));
        QCOMPARE(headerOf(request, "Authorization"), "Bearer " + key.toLatin1());
        QCOMPARE(headerOf(request, "Content-Type"), QByteArray("application/json"));
        QCOMPARE(request.mid(request.indexOf("\r\n\r\n") + 4), *provider->encodeCreate(draft()));
    }

    void describedRequestIsTheSentOneWithoutTheKey()
    {
        ScriptedServer server(answer(201, created));
        const auto provider = providerFor(server);
        const auto text = provider->describeCreate(draft());
        QVERIFY(text);
        (void)QCoro::waitFor(provider->createSession(draft(), u"intent-1"_s));
        const QByteArray &request = server.requests().first();
        QVERIFY(request.startsWith(text->method + ' ' + text->url.path().toLatin1() + ' '));
        for (const auto &[name, value] : text->headers) {
            QVERIFY2(!value.contains(key.toLatin1()), name.constData());
            if (name != "Authorization" && name != "Idempotency-Key")
                QCOMPARE(headerOf(request, name), value);
        }
        QCOMPARE(QJsonDocument::fromJson(text->body), QJsonDocument::fromJson(*provider->encodeCreate(draft())));
    }

    void unsentDraftStaysHere()
    {
        ScriptedServer server(answer(201, created));
        auto bad = draft();
        bad.promotionCode = u"A"_s;
        bad.couponId = u"B"_s;
        const auto session = QCoro::waitFor(providerFor(server)->createSession(bad, u"k"_s));
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
        const auto session = QCoro::waitFor(providerFor(server)->createSession(draft(), u"k"_s));
        QVERIFY(!session);
        QCOMPARE(session.error().kind, kind);
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 1);
        QVERIFY(!server.copiesOf("/elsewhere"));
    }

    void keyInAProvidersAnswerIsNotShown()
    {
        ScriptedServer server(answer(401, R"({"title": "no", "detail": "Key )" + key.toLatin1() + R"( is wrong"})"));
        const auto session = QCoro::waitFor(providerFor(server)->session(u"cs_1"_s));
        QVERIFY(!session.error().details.contains(key));
        QVERIFY(session.error().details.startsWith("Key "_L1));
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
        QTest::newRow("umlaut") << "acc" << QStringLiteral("ä") << base + "%C3%A4";
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
        const auto provider = providerFor(server, account);
        const auto session = QCoro::waitFor(provider->session(id));
        QCOMPARE(session.error().kind, ErrorKind::NotFound);
        const auto expired = QCoro::waitFor(provider->expireSession(id));
        QCOMPARE(expired.error().kind, ErrorKind::NotFound);
        if (target.isEmpty()) {
            QVERIFY(server.requests().isEmpty());
            return;
        }
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests().at(0).split(' ').at(1), target);
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
        (void)QCoro::waitFor(providerAt(m_http, server.url(path), u"acc"_s)->session(u"cs_1"_s));
        QCOMPARE(server.requests().first().split(' ').at(1), QByteArray("/paymentkit/api/acc/checkout-sessions/cs_1"));
    }

    void answerAboutAnotherSessionIsNotBelieved()
    {
        ScriptedServer server(answer(200, R"({"id": "cs_2", "secure_token": "sec_2", "status": "completed"})"));
        const auto provider = providerFor(server);
        const auto session = QCoro::waitFor(provider->session(u"cs_1"_s));
        QCOMPARE(session.error().kind, ErrorKind::Malformed);
        const auto expired = QCoro::waitFor(provider->expireSession(u"cs_1"_s));
        QCOMPARE(expired.error().kind, ErrorKind::UnknownOutcome);
    }

    void expireIsSentOnceWithoutABody()
    {
        ScriptedServer server(answer(503, "{}", "Retry-After: 0\r\n"));
        const auto expired = QCoro::waitFor(providerFor(server)->expireSession(u"cs_1"_s));
        QCOMPARE(expired.error().kind, ErrorKind::UnknownOutcome);
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 1);
        QCOMPARE(headerOf(server.requests().first(), "Content-Length"), QByteArray("0"));
    }

    void listsAskForTheirPage()
    {
        ScriptedServer server(answer(200, R"({"items": [{"id": "a", "secure_token": "b"}], "total": 202})"));
        const auto page = QCoro::waitFor(providerFor(server)->sessions(200));
        QVERIFY(page);
        QCOMPARE(page->items.size(), std::size_t(1));
        QVERIFY(page->more);
        QVERIFY(server.requests().first().startsWith("GET /api/acc/checkout-sessions?limit=100&offset=200 "));
    }

    void missingListIsUnsupported_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {404, 405, 501})
            QTest::addRow("%d", status) << status;
    }
    void missingListIsUnsupported()
    {
        QFETCH(int, status);
        ScriptedServer server(answer(status, R"({"title": "no"})"));
        const auto provider = providerFor(server);
        const auto sessions = QCoro::waitFor(provider->sessions(0));
        QCOMPARE(sessions.error().kind, ErrorKind::Unsupported);
        const auto transactions = QCoro::waitFor(provider->transactions(0));
        QCOMPARE(transactions.error().kind, ErrorKind::Unsupported);
    }

    void catalogLosesOnlyTheListThatFails_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("404") << answer(404, "{}");
        QTest::newRow("405") << answer(405, "{}");
        QTest::newRow("501") << answer(501, "{}");
        QTest::newRow("403") << answer(403, "{}");
        QTest::newRow("unreadable item") << answer(200, R"({"items": [{}], "total": 1})");
        QTest::newRow("no JSON") << answer(200, "<html>");
        QTest::newRow("cut body") << QByteArray(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 500\r\n\r\n{\"items\":");
    }
    void catalogLosesOnlyTheListThatFails()
    {
        QFETCH(QByteArray, wire);
        ScriptedServer server;
        answerPaths(server, {{"/api/acc/coupons", wire}});
        const auto catalog = QCoro::waitFor(providerFor(server)->catalog());
        QVERIFY(catalog);
        QVERIFY(!catalog->coupons.available);
        QVERIFY(catalog->prices.available && catalog->customers.available && catalog->promotionCodes.available);
        QVERIFY(catalog->routes.available);
        QVERIFY(catalog->fetchedAt.isValid());
    }

    void pricesGetTheirProductsName()
    {
        const QByteArray prices = answer(200, R"({"items": [
            {"id": "p1", "product_id": "prod", "unit_amount_atom": 1, "currency": "eur"},
            {"id": "p2", "product_id": "other", "unit_amount_atom": 1, "currency": "eur"}], "total": 2})");
        const QByteArray products = answer(200, R"({"items": [{"id": "prod", "name": "Membership"}], "total": 1})");
        ScriptedServer server;
        answerPaths(server, {{"/api/acc/prices", prices}, {"/api/acc/products", products}});
        const auto catalog = QCoro::waitFor(providerFor(server)->catalog());
        QCOMPARE(catalog->price(u"p1"_s)->label(), u"Membership"_s);
        QCOMPARE(catalog->price(u"p2"_s)->label(), u"p2"_s);

        ScriptedServer nameless;
        answerPaths(nameless, {{"/api/acc/prices", prices}, {"/api/acc/products", answer(501, "{}")}});
        const auto plain = QCoro::waitFor(providerFor(nameless)->catalog());
        QCOMPARE(plain->prices.items.size(), std::size_t(2));
    }

    void wrongKeyEndsTheCatalogAtOnce()
    {
        ScriptedServer server(answer(401, R"({"title": "Unauthorized"})"));
        const auto catalog = QCoro::waitFor(providerFor(server)->catalog());
        QCOMPARE(catalog.error().kind, ErrorKind::Unauthorised);
        QCOMPARE(server.requests().size(), 1);
    }

    void catalogWithoutAnyListIsAnError()
    {
        ScriptedServer server(answer(501, "{}"));
        const auto catalog = QCoro::waitFor(providerFor(server)->catalog());
        QCOMPARE(catalog.error().kind, ErrorKind::Unsupported);
    }

    void everyPageIsReadOnce()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &request) {
            if (pathOf(request) != "/api/acc/customers")
                return void(socket.write(emptyPage()));
            QJsonArray items;
            const int offset = request.contains("offset=100 ") ? 100 : request.contains("offset=200 ") ? 200 : 0;
            // The second page begins with the end of the first: an object was added meanwhile.
            for (int i = offset == 100 ? 99 : offset; i < std::min(250, offset + 100); ++i)
                items << QJsonObject{{u"id"_s, u"c%1"_s.arg(i)}, {u"email"_s, u"x"_s}};
            while (items.size() > 100)
                items.removeLast();
            socket.write(answer(200, QJsonDocument(QJsonObject{{u"items"_s, items}, {u"total"_s, 250}}).toJson()));
        };
        const auto catalog = QCoro::waitFor(providerFor(server)->catalog());
        QVERIFY(catalog);
        QSet<QString> ids;
        for (const auto &customer : catalog->customers.items)
            ids.insert(customer.id);
        QCOMPARE(std::size_t(ids.size()), catalog->customers.items.size());
        QVERIFY(ids.contains(u"c0"_s) && ids.contains(u"c249"_s));
        QCOMPARE(server.copiesOf("GET /api/acc/customers"), 3);
    }

    void serverThatRepeatsItsPageIsNotAskedForEver()
    {
        ScriptedServer server(
            answer(200, R"({"items": [{"id": "a", "email": "b", "name": "c", "coupon_id": "d", "code": "e",
            "unit_amount_atom": 1, "currency": "eur"}], "total": 1000000})"));
        const auto catalog = QCoro::waitFor(providerFor(server)->catalog());
        QVERIFY(catalog);
        QCOMPARE(catalog->customers.items.size(), std::size_t(1));
        QCOMPARE(server.copiesOf("GET /api/acc/customers"), 2);
    }

    void callsOutliveTheProvider()
    {
        ScriptedServer server;
        QTcpSocket *waiting = nullptr;
        server.onRequest = [&waiting](QTcpSocket &socket, const QByteArray &) { waiting = &socket; };
        auto provider = providerFor(server);
        auto task = provider->createSession(draft(), u"k"_s);
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
        auto task = provider->createSession(draft(), u"k"_s);
        auto catalog = provider->catalog();
        QTRY_COMPARE(server.requests().size(), 2);
        http.reset();
        const auto session = QCoro::waitFor(std::move(task));
        QCOMPARE(session.error().kind, ErrorKind::UnknownOutcome);
        const auto lists = QCoro::waitFor(std::move(catalog));
        QCOMPARE(lists.error().kind, ErrorKind::Cancelled);
        const auto later = QCoro::waitFor(provider->session(u"cs_1"_s));
        QCOMPARE(later.error().kind, ErrorKind::Cancelled);
    }
};

TILLDECK_TEST(PaymentKitClientTest)
#include "tst_client.moc"
