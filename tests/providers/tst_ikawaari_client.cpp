// SPDX-License-Identifier: GPL-3.0-or-later
// The Ikawaari client against a server that does what no sandbox should.
#include "providers/scripted_ikawaari.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QTest>
#include <QUrlQuery>

using namespace tilldeck;
using namespace tilldeck::providers::test;
using namespace tilldeck::providers::test::ikawaari;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using http::test::answer;
using http::test::ScriptedServer;

namespace {

/// A back office with payments numbered from the newest.
struct BackOffice
{
    int payments = 0;
    int mostOfPage = 100;
    bool tellsLimit = true;
    bool tellsMore = true;
    bool isBare = false;

    QByteArray pageFor(const QByteArray &request) const
    {
        const QUrlQuery query(QUrl::fromEncoded(request.split(' ').value(1)));
        const int size = std::min(query.queryItemValue(u"limit"_s).toInt(), mostOfPage);
        const int first = (query.queryItemValue(u"page"_s).toInt() - 1) * size;
        QJsonArray data;
        for (int i = first; i < std::min(first + size, payments); ++i)
            data << QJsonObject{{u"id"_s, u"pi_%1"_s.arg(i)}, {u"amount"_s, 1}, {u"currency"_s, u"XOF"_s}};
        if (isBare)
            return answer(200, QJsonDocument(data).toJson());
        QJsonObject page{{u"data"_s, data}};
        if (tellsLimit)
            page["limit"_L1] = size;
        if (tellsMore)
            page["hasMore"_L1] = first + size < payments;
        else
            page["total"_L1] = payments;
        return answer(200, QJsonDocument(page).toJson());
    }
};

} // namespace

Q_DECLARE_METATYPE(BackOffice)

namespace ikawaari_client_test {

class IkawaariClientTest : public QObject
{
    Q_OBJECT

private:
    http::HttpClient m_http;

private slots:
    void eachBodyIsSentOnceWithItsKey_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("member");
        QTest::newRow("standard") << QString() << u"line_items"_s;
        QTest::newRow("later") << u"ikawaari.amount"_s << u"cancelUrl"_s;
    }
    void eachBodyIsSentOnceWithItsKey()
    {
        QFETCH(QString, dialect);
        QFETCH(QString, member);
        ScriptedServer server(answer(201, createdSession));
        const auto provider = ikawaariAt(m_http, server.url({}), dialect);
        const auto session = QCoro::waitFor(send(provider->prepareCreation(premium(), u"intent-1"_s)));
        QVERIFY(session);
        QCOMPARE(session->id, u"cs_abc123"_s);
        QCOMPARE(session->amount, sum(50000, "XOF")); // not told, but asked for
        QCOMPARE(server.requests().size(), 1);
        const QByteArray &request = server.requests().first();
        QVERIFY(request.startsWith("POST /api/v1/checkout/sessions HTTP/1.1"));
        QCOMPARE(headerOf(request, "Authorization"), "Bearer " + key.toLatin1());
        QCOMPARE(headerOf(request, "Idempotency-Key"), QByteArray("intent-1"));
        QVERIFY(QJsonDocument::fromJson(bodyOf(request)).object().contains(member));

        const auto text = provider->prepareCreation(premium(), providers::describedKey)->text();
        QCOMPARE(text.body, bodyOf(request));
        for (const auto &[name, value] : text.headers)
            QVERIFY(!value.contains(key.toLatin1()));
    }

    void createOnceWhateverComesBack_data()
    {
        QTest::addColumn<QByteArray>("wire"); // empty: the connection is reset
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("500") << answer(500, "{\"error\": {\"message\": \"x\"}}") << ErrorKind::UnknownOutcome;
        QTest::newRow("502 as HTML") << answer(502, "<html>") << ErrorKind::UnknownOutcome;
        QTest::newRow("409, a copy may be at work") << answer(409, "{}") << ErrorKind::UnknownOutcome;
        QTest::newRow("reset") << QByteArray() << ErrorKind::UnknownOutcome;
        QTest::newRow("200 without an id") << answer(200, "{}") << ErrorKind::UnknownOutcome;
        QTest::newRow("400") << answer(400, "{\"error\": {\"message\": \"x\"}}") << ErrorKind::Rejected;
        QTest::newRow("401") << answer(401, "{}") << ErrorKind::Unauthorised;
        QTest::newRow("403") << answer(403, "{}") << ErrorKind::Forbidden;
        QTest::newRow("429") << answer(429, "{}", "Retry-After: 0\r\n") << ErrorKind::RateLimited;
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
        const auto session =
            QCoro::waitFor(send(ikawaariAt(m_http, server.url({}))->prepareCreation(premium(), u"k"_s)));
        QVERIFY(!session);
        QCOMPARE(session.error().kind, kind);
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 1);
    }

    void theKeyIsNotShown()
    {
        const QByteArray body = "{\"error\": {\"code\": \"x\", \"message\": \"Bad key: KEY\", \"details\": "
                                "{\"mode\": \"KEY\"}}}";
        ScriptedServer server(
            answer(400, QByteArray(body).replace("KEY", key.toLatin1()), "Ikawaari-Request-Id: req_7\r\n"));
        const auto session =
            QCoro::waitFor(send(ikawaariAt(m_http, server.url({}))->prepareCreation(premium(), u"k"_s)));
        const auto &error = session.error();
        QCOMPARE(error.requestId, u"req_7"_s);
        QCOMPARE(error.problems.size(), std::size_t(1));
        QVERIFY(!error.details.contains(key) && !error.problems[0].sentence.contains(key));
    }

    void sessionsAreAskedForById()
    {
        ScriptedServer server(answer(200, createdSession));
        const auto provider = ikawaariAt(m_http, server.url({}));
        const auto session = QCoro::waitFor(provider->session(known(u"cs_abc123"_s)));
        QVERIFY(session);
        QVERIFY(server.requests().first().startsWith("GET /api/v1/checkout/sessions/cs_abc123 "));
        const auto other = QCoro::waitFor(provider->session(known(u"cs_other"_s)));
        QCOMPARE(other.error().kind, ErrorKind::Malformed);
        const auto none = QCoro::waitFor(provider->session(known(u".."_s)));
        QCOMPARE(none.error().kind, ErrorKind::NotFound);
    }

    void whatIkawaariDoesNotHaveIsUnsupported()
    {
        ScriptedServer server(answer(200, "{}"));
        const auto provider = ikawaariAt(m_http, server.url({}));
        const auto expired = QCoro::waitFor(send(provider->prepareExpiry(u"cs_1"_s)));
        QCOMPARE(expired.error().kind, ErrorKind::Unsupported);
        const auto listed = QCoro::waitFor(provider->sessions(0));
        QCOMPARE(listed.error().kind, ErrorKind::Unsupported);
        const auto quoted = waitForQuote(provider->quote(premium()));
        QCOMPARE(quoted.error().kind, ErrorKind::Unsupported);
        const auto catalog = QCoro::waitFor(provider->catalog());
        QVERIFY(catalog && !catalog->prices.available);
        QVERIFY(server.requests().isEmpty());
    }

    void everyPaymentIsListedOnce_data()
    {
        QTest::addColumn<BackOffice>("office");
        for (const int payments : {0, 1, 20, 37, 100, 101, 250}) {
            for (const int mostOfPage : {100, 20, 30, 7}) {
                QTest::addRow("%d by %d", payments, mostOfPage) << BackOffice{payments, mostOfPage};
                QTest::addRow("%d by %d, without saying so", payments, mostOfPage)
                    << BackOffice{payments, mostOfPage, false};
                QTest::addRow("%d by %d, with a total", payments, mostOfPage)
                    << BackOffice{payments, mostOfPage, false, false};
                QTest::addRow("%d by %d, bare", payments, mostOfPage)
                    << BackOffice{payments, mostOfPage, false, false, true};
            }
        }
    }
    void everyPaymentIsListedOnce()
    {
        QFETCH(BackOffice, office);
        ScriptedServer server;
        server.onRequest = [office](QTcpSocket &socket, const QByteArray &request) {
            socket.write(office.pageFor(request));
        };
        const auto provider = ikawaariAt(m_http, server.url({}));
        QStringList found;
        bool more = true;
        while (more) {
            QVERIFY2(server.requests().size() < 200, "the list ends");
            const auto page = QCoro::waitFor(provider->transactions(int(found.size())));
            QVERIFY2(page, page ? "" : qPrintable(page.error().details));
            for (const auto &payment : page->items)
                found += payment.id;
            more = page->more;
        }
        QCOMPARE(found.size(), office.payments);
        for (int i = 0; i < found.size(); ++i)
            QCOMPARE(found[i], u"pi_%1"_s.arg(i));
    }

    void theProvidersWordEndsTheList()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &request) {
            socket.write(BackOffice{30}.pageFor(request));
        };
        const auto page = QCoro::waitFor(ikawaariAt(m_http, server.url({}))->transactions(0));
        QCOMPARE(page->items.size(), std::size_t(30));
        QVERIFY(!page->more);
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().first().startsWith("GET /api/v1/merchant/payments?page=1&limit=100 "));
    }

    void aServerThatIgnoresPagesIsNotAskedForEver()
    {
        ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &) {
            socket.write(BackOffice{250, 1000, false, false, true}.pageFor("GET /?page=1&limit=1000 "));
        };
        const auto provider = ikawaariAt(m_http, server.url({}));
        const auto page = QCoro::waitFor(provider->transactions(0));
        QCOMPARE(page->items.size(), std::size_t(250));
        QVERIFY(!page->more);
    }

    void aListThatIsNotThereIsUnsupported()
    {
        ScriptedServer server(answer(404, "{}"));
        const auto page = QCoro::waitFor(ikawaariAt(m_http, server.url({}))->transactions(0));
        QCOMPARE(page.error().kind, ErrorKind::Unsupported);
    }

    void aPaymentIsAskedForById()
    {
        ScriptedServer server(answer(200, payment));
        const auto provider = ikawaariAt(m_http, server.url({}));
        const auto found = waitForResult(provider->transaction(u"pi_xyz789"_s));
        QVERIFY(found);
        QCOMPARE(found->refunds->size(), std::size_t(1));
        QVERIFY(server.requests().first().startsWith("GET /api/v1/merchant/payments/pi_xyz789 "));
        ScriptedServer empty(answer(404, "{}"));
        const auto unknown = waitForResult(ikawaariAt(m_http, empty.url({}))->transaction(u"pi_1"_s));
        QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
        QVERIFY(unknown.error().sentence.contains("payment"_L1));
    }
};

TILLDECK_TEST(IkawaariClientTest)

} // namespace ikawaari_client_test

#include "tst_ikawaari_client.moc"
