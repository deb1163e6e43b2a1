// SPDX-License-Identifier: GPL-3.0-or-later
// The PaymentKit client against a server that does what no sandbox should: lists and the catalog.
#include "providers/scripted_provider.h"
#include "providers/wire/lists.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QThread>
#include <QUrlQuery>

#include <map>

namespace lists_test {

using namespace tilldeck;
using namespace tilldeck::providers::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using checkout::ErrorKind;
using http::test::answer;
using http::test::ScriptedServer;

namespace {

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

} // namespace

class PaymentKitListsTest : public QObject
{
    Q_OBJECT

private:
    http::HttpClient m_http;

private slots:
    void listsAskForTheirPage()
    {
        ScriptedServer server(answer(200, R"({"items": [{"id": "a", "secure_token": "b"}], "total": 202})"));
        const auto page = QCoro::waitFor(providerFor(m_http, server)->sessions(200));
        QVERIFY(page);
        QCOMPARE(page->items.size(), std::size_t(1));
        QVERIFY(page->more);
        QVERIFY(server.requests().first().startsWith(
            "GET /api/acc/checkout-sessions?expand=custom_fields&limit=100&offset=200 "));
    }

    void rowsAreReadBesideTheThreadOfTheWindow()
    {
        static QThread *reader = nullptr;
        const ScriptedServer server(answer(200, R"({"items": [{"id": "a"}], "total": 1})"));
        const providers::ProviderTraits traits{};
        const providers::Api api(&m_http, server.url(), http::Secret(u"k"_s), 5s, traits);
        const auto page = QCoro::waitFor(providers::readPage<QString>(
            api, server.url(), 0, +[](const QJsonDocument &answer, int) -> checkout::Result<providers::Page<QString>> {
                reader = QThread::currentThread();
                providers::Page<QString> page;
                page.items.push_back(answer["items"_L1][0]["id"_L1].toString());
                return page;
            }));
        QVERIFY(page && page->items.front() == u"a"_s);
        QVERIFY(reader && reader != QThread::currentThread());
    }

    void aCatalogIsReadForAHundredPagesAndSaysWhereItGoesOn_data()
    {
        QTest::addColumn<int>("entries");
        QTest::addColumn<int>("pages");
        QTest::addColumn<bool>("isCut");
        QTest::newRow("to its end") << 200 << 100 << false;
        QTest::newRow("one more") << 201 << 100 << true;
        QTest::newRow("fewer") << 3 << 2 << false;
    }
    void aCatalogIsReadForAHundredPagesAndSaysWhereItGoesOn()
    {
        QFETCH(const int, entries);
        QFETCH(const int, pages);
        QFETCH(const bool, isCut);
        constexpr int perPage = 2; // fewer than are asked for
        QHash<QByteArray, int> asked;
        ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            const QUrlQuery query(QUrl(QString::fromLatin1(request.split(' ').value(1))));
            const int offset = query.queryItemValue(u"offset"_s).toInt();
            ++asked[pathOf(request)];
            QByteArrayList items;
            for (int i = offset; i < std::min(entries, offset + perPage); ++i) {
                const QByteArray number = QByteArray::number(i);
                items << "{\"id\":\"x_" + number + "\",\"name\":\"N " + number + "\",\"email\":\"n" + number +
                             "@example.com\",\"code\":\"C" + number + "\"}";
            }
            socket.write(
                answer(200, "{\"items\":[" + items.join(',') + "],\"total\":" + QByteArray::number(entries) + '}'));
        };
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
        QVERIFY(catalog);
        for (const char *list : {"prices", "products", "customers", "coupons", "promotion-codes"})
            QCOMPARE(asked.value(QByteArray("/api/acc/") + list), pages);
        for (const bool cut : {catalog->prices.isCut, catalog->products.isCut, catalog->customers.isCut,
                               catalog->coupons.isCut, catalog->promotionCodes.isCut})
            QCOMPARE(cut, isCut);
        QCOMPARE(catalog->customers.items.size() + catalog->customers.unread.size(), size_t(std::min(entries, 200)));
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
        const auto provider = providerFor(m_http, server);
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
        QTest::newRow("no JSON") << answer(200, "<html>");
        QTest::newRow("cut body") << QByteArray(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 500\r\n\r\n{\"items\":");
    }
    void catalogLosesOnlyTheListThatFails()
    {
        QFETCH(QByteArray, wire);
        ScriptedServer server;
        answerPaths(server, {{"/api/acc/coupons", wire}});
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
        QVERIFY(catalog);
        QVERIFY(!catalog->coupons.available);
        QVERIFY(catalog->prices.available && catalog->customers.available && catalog->promotionCodes.available);
        QVERIFY(catalog->routes.available);
        QVERIFY(catalog->fetchedAt.isValid());
    }

    void aRowThatCannotBeReadCostsThatRowOnly()
    {
        const QByteArray coupons = answer(200, R"({"items": [
            {"id": "bad", "discount_type": "percentage", "percent_off": "15 of sk_test_1"},
            {"id": "good", "discount_type": "percentage", "percent_off": 15}], "total": 2})");
        ScriptedServer server;
        answerPaths(server, {{"/api/acc/coupons", coupons}});
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
        QVERIFY(catalog);
        QVERIFY(catalog->coupons.available && !catalog->coupons.isCut);
        QVERIFY(catalog->coupon(u"good"_s));
        QCOMPARE(catalog->coupons.unread.size(), std::size_t(1));
        QCOMPARE(catalog->coupons.unread.front().id, u"bad"_s);
        QVERIFY(catalog->coupons.unread.front().words.contains(u"percent_off"_s));
        QVERIFY(catalog->prices.unread.empty());
    }

    void unreadableRowsAreCountedInTheirPage()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &request) {
            if (pathOf(request) != "/api/acc/customers")
                return void(socket.write(emptyPage()));
            const bool isFirst = request.contains("offset=0 ");
            QByteArrayList items;
            for (int i = 0; i < (isFirst ? 100 : 1); ++i)
                items << (isFirst ? "{\"email\":\"" + QByteArray::number(i) + "\"}" : QByteArray(R"({"id":"last"})"));
            socket.write(answer(200, "{\"items\":[" + items.join(',') + "],\"total\":101}"));
        };
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
        QVERIFY(catalog);
        QVERIFY(catalog->customer(u"last"_s));
        QCOMPARE(catalog->customers.unread.size(), std::size_t(100));
        QCOMPARE(server.copiesOf("GET /api/acc/customers"), 2);
    }

    void pricesGetTheirProductsName()
    {
        const QByteArray prices = answer(200, R"({"items": [
            {"id": "p1", "product_id": "prod", "unit_amount_atom": 1, "currency": "eur"},
            {"id": "p2", "product_id": "other", "unit_amount_atom": 1, "currency": "eur"}], "total": 2})");
        const QByteArray products = answer(200, R"({"items": [{"id": "prod", "name": "Membership"}], "total": 1})");
        ScriptedServer server;
        answerPaths(server, {{"/api/acc/prices", prices}, {"/api/acc/products", products}});
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
        QCOMPARE(catalog->price(u"p1"_s)->label(), u"Membership"_s);
        QCOMPARE(catalog->price(u"p2"_s)->label(), u"p2"_s);
        QVERIFY(catalog->products.available && catalog->product(u"prod"_s));

        ScriptedServer nameless;
        answerPaths(nameless, {{"/api/acc/prices", prices}, {"/api/acc/products", answer(501, "{}")}});
        const auto plain = QCoro::waitFor(providerFor(m_http, nameless)->catalog());
        QCOMPARE(plain->prices.items.size(), std::size_t(2));
    }

    void aListThatGoesOnAfterTheLastPageThatIsReadSaysSo_data()
    {
        QTest::addColumn<int>("all");
        QTest::addColumn<bool>("isCut");
        QTest::newRow("ten thousand") << 10'000 << false;
        QTest::newRow("one more") << 10'001 << true;
    }
    void aListThatGoesOnAfterTheLastPageThatIsReadSaysSo()
    {
        QFETCH(const int, all);
        QFETCH(const bool, isCut);
        ScriptedServer server;
        server.onRequest = [all](QTcpSocket &socket, const QByteArray &request) {
            if (pathOf(request) != "/api/acc/customers") {
                socket.write(emptyPage());
                return;
            }
            const QByteArray line = request.left(request.indexOf('\r'));
            const int offset = line.mid(line.indexOf("offset=") + 7).split(' ').first().toInt();
            QByteArrayList items;
            for (int i = offset; i < std::min(all, offset + 100); ++i)
                items << "{\"id\":\"cus_" + QByteArray::number(i) + "\"}";
            socket.write(
                answer(200, "{\"items\":[" + items.join(',') + "],\"total\":" + QByteArray::number(all) + '}'));
        };
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
        QVERIFY(catalog);
        QCOMPARE(catalog->customers.items.size(), std::size_t(10'000));
        QCOMPARE(catalog->customers.isCut, isCut);
        QVERIFY(!catalog->coupons.isCut);
    }

    void aListWithoutATotalOfAServerWithSmallerPagesIsReadToItsEnd()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &request) {
            const QByteArray line = request.left(request.indexOf('\r'));
            const int offset = line.mid(line.indexOf("offset=") + 7).split(' ').first().toInt();
            QByteArrayList items;
            for (int i = offset; i < std::min(25, offset + 10); ++i)
                items << "{\"id\":\"cus_" + QByteArray::number(i) + "\"}";
            const bool isList = pathOf(request) == "/api/acc/customers";
            socket.write(isList ? answer(200, "{\"items\":[" + items.join(',') + "]}") : emptyPage());
        };
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
        QVERIFY(catalog);
        QCOMPARE(catalog->customers.items.size(), std::size_t(25));
        QVERIFY(!catalog->customers.isCut);
    }

    void codesWithOneTextAreBothListedAndTheOneThatIsOnCounts()
    {
        const QByteArray codes = answer(200, R"({"items": [
            {"id": "promo_1", "code": "SAVE20", "coupon_id": "coupon_half", "is_active": false},
            {"id": "promo_2", "code": "SAVE20", "coupon_id": "coupon_20", "is_active": true}], "total": 2})");
        ScriptedServer server;
        answerPaths(server, {{"/api/acc/promotion-codes", codes}});
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
        QCOMPARE(catalog->promotionCodes.items.size(), std::size_t(2));
        QCOMPARE(catalog->promotionCode(u"SAVE20"_s)->id, u"promo_2"_s);
        QCOMPARE(catalog->promotionCode(u"save20"_s)->id, u"promo_2"_s);
    }

    void wrongKeyEndsTheCatalogAtOnce()
    {
        ScriptedServer server(answer(401, R"({"title": "Unauthorized"})"));
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
        QCOMPARE(catalog.error().kind, ErrorKind::Unauthorised);
        QCOMPARE(server.requests().size(), 1);
    }

    void catalogWithoutAnyListIsAnError()
    {
        ScriptedServer server(answer(501, "{}"));
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
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
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
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
        const auto catalog = QCoro::waitFor(providerFor(m_http, server)->catalog());
        QVERIFY(catalog);
        QCOMPARE(catalog->customers.items.size(), std::size_t(1));
        QCOMPARE(server.copiesOf("GET /api/acc/customers"), 2);
    }
};

TILLDECK_TEST(PaymentKitListsTest)

} // namespace lists_test

#include "tst_lists.moc"
