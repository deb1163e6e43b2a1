// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "http/redact.h"
#include "http/retry.h"
#include "providers/registry.h"
#include "support/runner.h"
#include "ui/activity/activity_page.h"
#include "ui/activity/request_filter.h"
#include "ui/activity/request_model.h"
#include "ui/activity/requests_page.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QClipboard>
#include <QCoroTask>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QTcpServer>
#include <QTcpSocket>

namespace requests_page_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using test::DeskFixture;
using ui::RequestModel;

class RequestsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<DeskFixture>();
        m_page = std::make_unique<ui::ActivityPage>(*m_desk->desk);
        m_page->resize(1232, 780);
        m_page->show();
        QTest::mouseClick(m_page->findChild<ui::Button *>(u"showRequests"_s), Qt::LeftButton);
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void aRequestStandsInTheListWithoutItsKey()
    {
        QVERIFY(requests()->isVisible());
        QTcpServer server;
        serve(server, "404 Not Found", "{}");
        send(u"http://127.0.0.1:%1/v1/prices?limit=2"_s.arg(server.serverPort()));
        QTRY_COMPARE(model()->rowCount(), 1);
        QCOMPARE(text(RequestModel::Answer), u"404"_s);
        QCOMPARE(text(RequestModel::Method), u"GET"_s);
        QVERIFY(text(RequestModel::Address).endsWith(u"/v1/prices?limit=2"_s));

        table()->selectRow(0);
        const QString shown = requests()->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY2(shown.contains(u"req_77"_s) && shown.contains(u"Bearer [redacted]"_s), qPrintable(shown));
        QVERIFY(!shown.contains(u"canary"_s));
        QTest::mouseClick(requests()->findChild<ui::Button *>(u"copyRequest"_s), Qt::LeftButton);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(u"curl -X GET 'http://127.0.0.1:"_s), qPrintable(copied));
        QVERIFY2(copied.contains(u"\"Authorization: Bearer $TILLDECK_KEY\""_s), qPrintable(copied));
        QVERIFY(!copied.contains(u"canary"_s));
    }

    void aWriteIsCopiedWithItsBodyAndWithoutItsSecrets()
    {
        QTcpServer server;
        serve(server, "201 Created",
              R"({"id":"cs_1","secure_token":"sec_canary","url":"https://pay.example/sec_canary"})");
        http::Request request = http::Request::post(QUrl(u"http://127.0.0.1:%1/v1/sessions"_s.arg(server.serverPort())),
                                                    R"({"z":"it's","a":1})");
        request.bearer = http::Secret(u"sk_test_canary"_s);
        request.headers = {{"Idempotency-Key", "0f7c-42"}};
        (void)QCoro::waitFor(m_desk->desk->http().send(request));
        QTRY_COMPARE(model()->rowCount(), 1);
        table()->selectRow(0);
        const QString shown = requests()->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY2(shown.contains(uR"({"z":"it's","a":1})"_s), qPrintable(shown));
        QVERIFY2(shown.contains(u"\"secure_token\":\"[redacted]\""_s) && shown.contains(u"cs_1"_s), qPrintable(shown));
        QVERIFY2(!shown.contains(u"canary"_s), qPrintable(shown));
        QTest::mouseClick(requests()->findChild<ui::Button *>(u"copyRequest"_s), Qt::LeftButton);
        const QString copied = QApplication::clipboard()->text();
        // Byte by byte what was sent, as a shell reads it.
        QVERIFY2(copied.endsWith(uR"(--data-raw '{"z":"it'\''s","a":1}')"_s), qPrintable(copied));
        QVERIFY2(copied.startsWith(u"curl -X POST"_s) && copied.contains(u"-H 'Idempotency-Key: 0f7c-42'"_s),
                 qPrintable(copied));
        QVERIFY(!copied.contains(u"canary"_s));

        request.headers.clear();
        (void)QCoro::waitFor(m_desk->desk->http().send(request));
        QTRY_COMPARE(model()->rowCount(), 2);
        table()->selectRow(0);
        QTest::mouseClick(requests()->findChild<ui::Button *>(u"copyRequest"_s), Qt::LeftButton);
        const QString again = QApplication::clipboard()->text();
        QVERIFY2(again.startsWith(u"# This has no idempotency key"_s), qPrintable(again));
    }

    void aLongBodyIsCopiedWholeAndWithoutItsSecrets()
    {
        QTcpServer server;
        serve(server, "200 OK", "{}");
        const QJsonObject sent{{u"text"_s, QString(50'000, u'x')}, {u"client_secret"_s, u"canary"_s}};
        const QByteArray body = QJsonDocument(sent).toJson(QJsonDocument::Compact);
        const QUrl url(u"http://127.0.0.1:%1/v1/sessions"_s.arg(server.serverPort()));
        (void)QCoro::waitFor(m_desk->desk->http().send(http::Request::post(url, body)));
        QTRY_COMPARE(model()->rowCount(), 1);
        table()->selectRow(0);
        QTest::mouseClick(requests()->findChild<ui::Button *>(u"copyRequest"_s), Qt::LeftButton);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.endsWith(u"xxx\"}'"_s), qPrintable(copied.right(200)));
        QVERIFY(copied.contains(u"\"client_secret\":\"[redacted]\""_s) && copied.count(u'x') >= 50'000);
        QVERIFY(!copied.contains(u"canary"_s));
    }

    void aBodyBeyondTheBoundIsNotKeptAndThatIsSaid()
    {
        QTcpServer server;
        serve(server, "200 OK", "{}");
        const QByteArray body =
            QJsonDocument(QJsonObject{{u"text"_s, QString(300'000, u'x')}}).toJson(QJsonDocument::Compact);
        const QUrl url(u"http://127.0.0.1:%1/v1/sessions"_s.arg(server.serverPort()));
        (void)QCoro::waitFor(m_desk->desk->http().send(http::Request::post(url, body)));
        QTRY_COMPARE(model()->rowCount(), 1);
        table()->selectRow(0);
        QTest::mouseClick(requests()->findChild<ui::Button *>(u"copyRequest"_s), Qt::LeftButton);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"300011 bytes, which is not kept"_s), qPrintable(copied));
        QVERIFY(!copied.contains(u"xxx"_s));
    }

    void theListIsSearchedAndShowsWhatFailed()
    {
        QTcpServer server; // nobody listens any more at its port
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        QTcpServer good;
        serve(good, "200 OK", "{}");
        QTcpServer bad;
        serve(bad, "404 Not Found", "{}");
        send(u"http://127.0.0.1:%1/v1/one"_s.arg(port));
        send(u"http://127.0.0.1:%1/v1/two"_s.arg(port));
        QTRY_COMPARE(model()->rowCount(), 2);
        QVERIFY2(text(RequestModel::Address).endsWith(u"/two"_s), "the newest is first");
        QCOMPARE(text(RequestModel::Answer), RequestModel::tr("Not reached"));
        requests()->findChild<ui::SearchField *>()->setText(u"one"_s);
        QTRY_COMPARE(model()->rowCount(), 1);
        QVERIFY(text(RequestModel::Address).endsWith(u"/one"_s));
        requests()->findChild<ui::SearchField *>()->clear();
        QTRY_COMPARE(model()->rowCount(), 2);
        send(u"http://127.0.0.1:%1/v1/good"_s.arg(good.serverPort()));
        send(u"http://127.0.0.1:%1/v1/bad"_s.arg(bad.serverPort()));
        QTRY_COMPARE(model()->rowCount(), 4);
        QTest::keyClick(requests()->findChild<ui::SegmentedControl *>(), Qt::Key_Right);
        QTRY_COMPARE(model()->rowCount(), 3);
        QVERIFY(text(RequestModel::Address).endsWith(u"/bad"_s));
        QTest::keyClick(requests()->findChild<ui::SegmentedControl *>(), Qt::Key_Left);
        QTRY_COMPARE(model()->rowCount(), 4);
        QTest::mouseClick(requests()->findChild<ui::Button *>(u"showEvents"_s), Qt::LeftButton);
        QVERIFY(!requests()->isVisible());
    }

    void onlySoManyAreKept()
    {
        http::HttpClient client;
        desk::RequestLog log(client);
        for (size_t i = 0; i < desk::RequestLog::mostEntries + 5; ++i)
            emit client.exchanged(http::Exchange());
        QTRY_COMPARE(log.entries().size(), desk::RequestLog::mostEntries);
        QTRY_COMPARE(log.entries().front().number, qint64(desk::RequestLog::mostEntries) + 5);
        // Reads push out reads, never a write.
        http::Exchange read;
        read.method = "GET";
        for (size_t i = 0; i < desk::RequestLog::mostEntries + 5; ++i)
            emit client.exchanged(read);
        QTRY_COMPARE(log.entries().front().number, 2 * (qint64(desk::RequestLog::mostEntries) + 5));
        QCOMPARE(log.entries().size(), 2 * desk::RequestLog::mostEntries);
        QCOMPARE(log.entries().back().number, qint64(6));
        QCOMPARE(std::ranges::count(log.entries(), "GET", [](const auto &entry) { return entry.exchange.method; }),
                 qint64(desk::RequestLog::mostEntries));
    }

    void theOldestBodiesAreForgotten()
    {
        http::HttpClient client;
        desk::RequestLog log(client);
        http::Exchange sent;
        sent.method = "POST";
        const QByteArray body = "{\"text\":\"" + QByteArray(200'000, 'x') + "\"}";
        sent.requestBody = http::ExchangeBody(body, http::keptRequest);
        const auto mostWhole = desk::RequestLog::mostBytes / body.size();
        for (qint64 number = 1; number <= mostWhole + 3; ++number) {
            emit client.exchanged(sent);
            QTRY_COMPARE(qint64(log.entries().size()), number);
        }
        QCOMPARE(log.entries().front().requestBody, body);
        QCOMPARE(std::ranges::count(log.entries(), body, &desk::RequestLog::Entry::requestBody), mostWhole);
        QVERIFY(log.entries().back().requestBody.isEmpty());
    }

    void theirOrderIsThatInWhichTheyEndedAndTheWindowsThreadReadsNone()
    {
        http::HttpClient client;
        desk::RequestLog log(client);
        // A long one before short ones.
        for (const int bytes : {200'000, 10, 10, 100'000, 10}) {
            http::Exchange sent;
            sent.method = "POST";
            sent.requestBytes = bytes;
            sent.requestBody = http::ExchangeBody("{\"text\":\"" + QByteArray(bytes, 'x') + "\"}", http::keptRequest);
            emit client.exchanged(sent);
        }
        QVERIFY(log.entries().empty());
        QTRY_COMPARE(log.entries().size(), size_t(5));
        for (size_t i = 0; i < 5; ++i)
            QCOMPARE(log.entries().at(i).number, qint64(5 - i));
        QCOMPARE(log.entries().back().exchange.requestBytes, 200'000);
    }

    void ofWhatIsTypedQuicklyTheLastIsLookedFor()
    {
        ui::RequestFilter::Entries entries;
        for (int i = 0; i < 2000; ++i) {
            desk::RequestLog::Entry entry;
            entry.number = 2000 - i;
            entry.exchange.method = "GET";
            entry.exchange.url = u"https://pay.example/v1/"_s + (i % 2 == 0 ? u"one"_s : u"other"_s);
            entries.push_back(entry);
        }
        ui::RequestFilter filter;
        QList<std::vector<ui::RequestItem>> answers;
        connect(&filter, &ui::RequestFilter::found, this,
                [&answers](const std::vector<ui::RequestItem> &items) { answers << items; });
        for (const QString &typed : {u"o"_s, u"ot"_s, u"oth"_s, u"other"_s, u"one"_s})
            filter.look(entries, typed, false);
        QVERIFY(answers.isEmpty());
        QTRY_COMPARE(answers.size(), 1);
        QTest::qWait(50);
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers[0].size(), size_t(1000));
        QVERIFY(answers[0].front().entry.exchange.url.endsWith(u"/one"_s));
        QCOMPARE(answers[0].front().id, u"2000"_s);
        QCOMPARE(answers[0].back().id, u"2"_s);
    }

    void aRequestIsFoundByTheIdThatItsProviderGaveIt_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("id");
        QTest::newRow("PaymentKit, in the body of an error")
            << u"paymentkit"_s << QByteArray()
            << R"({"type":"about:blank","title":"Not Found","request_id":"req_0123456789abcdef"})"_ba
            << u"req_0123456789abcdef"_s;
        QTest::newRow("Ikawaari, in a header") << u"ikawaari"_s << "Ikawaari-Request-Id: req_4f\r\n"_ba
                                               << R"({"error":{"code":"x","message":"None"}})"_ba << u"req_4f"_s;
        // Its contract documents none, and nothing else is taken for one.
        QTest::newRow("Khaime, nowhere") << u"khaime"_s << "X-Request-Id: req_5\r\n"_ba
                                         << R"({"success":false,"error":"None","request_id":"req_5"})"_ba << QString();
    }
    void aRequestIsFoundByTheIdThatItsProviderGaveIt()
    {
        QFETCH(const QString, kind);
        QFETCH(const QByteArray, headers);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, id);
        QTcpServer server;
        serve(server, "404 Not Found", body, headers);
        providers::Connection connection(kind, QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())),
                                         http::Secret(u"sk_test_canary"_s));
        connection.accountId = u"acc_1"_s;
        connection.merchantId = u"1"_s;
        const auto provider = providers::make(m_desk->desk->http(), connection);
        const auto answer = QCoro::waitFor(provider->transactions(0));
        QVERIFY(!answer);
        QCOMPARE(answer.error().requestId, id);
        QTRY_COMPARE(model()->rowCount(), 1);
        send(u"http://127.0.0.1:%1/another"_s.arg(server.serverPort()));
        QTRY_COMPARE(model()->rowCount(), 2);
        requests()->findChild<ui::SearchField *>()->setText(id.isEmpty() ? u"req_5"_s : id.mid(4).toUpper());
        QTRY_COMPARE(model()->rowCount(), id.isEmpty() ? 0 : 1);
        QVERIFY(id.isEmpty() || !text(RequestModel::Address).endsWith(u"another"_s));
    }

    void howLongItTookWhenAndWhichTryItWasAreTold()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        std::vector<ui::RequestItem> items;
        for (const int attempt : {1, 2}) {
            desk::RequestLog::Entry entry;
            entry.number = attempt;
            entry.exchange.method = "GET";
            entry.exchange.status = 200;
            entry.exchange.attempt = attempt;
            entry.exchange.duration = std::chrono::milliseconds(1234);
            entry.exchange.startedAt = QDateTime(QDate(2026, 4, 14), QTime(12, 30, 5, 250), Qt::UTC);
            items.push_back({QString::number(attempt), entry});
        }
        RequestModel shown([&] { return QDateTime(QDate(2026, 4, 14), QTime(13, 0), Qt::UTC); });
        shown.setItems(items);
        QCOMPARE(shown.index(0, RequestModel::Took).data().toString(), QLocale().toString(1234) + u" ms"_s);
        QCOMPARE(shown.index(1, RequestModel::Took).data().toString(), QLocale().toString(1234) + u" ms, try 2"_s);
        QCOMPARE(shown.index(0, RequestModel::Time).data().toString(), u"12:30"_s);
        const QString told = shown.index(0, RequestModel::Time).data(Qt::ToolTipRole).toString();
        QVERIFY2(told.contains(u"2026"_s) && told.contains(u"12:30"_s), qPrintable(told));
        const QString text = desk::exchangeText(items.back().entry);
        QVERIFY2(text.startsWith(u"2026-04-14T12:30:05.250Z\nGET "_s), qPrintable(text));
        QVERIFY2(text.contains(u"HTTP 200, 1234 ms, attempt 2"_s), qPrintable(text));

        // A read that is tried again is a row for each try.
        QTcpServer server;
        serve(server, "503 Service Unavailable", "{}", "Retry-After: 0\r\n");
        http::RetryPolicy policy;
        policy.attempts = 2;
        (void)QCoro::waitFor(m_desk->desk->http().sendWithRetry(
            http::Request::get(QUrl(u"http://127.0.0.1:%1/v1/prices"_s.arg(server.serverPort()))), policy));
        QTRY_COMPARE(model()->rowCount(), 2);
        QVERIFY2(textAt(0, RequestModel::Took).endsWith(u" ms, try 2"_s), qPrintable(textAt(0, RequestModel::Took)));
        QVERIFY2(textAt(1, RequestModel::Took).endsWith(u" ms"_s), qPrintable(textAt(1, RequestModel::Took)));
        const QDateTime started = model()->item(0).entry.exchange.startedAt;
        QVERIFY(started >= before && started <= QDateTime::currentDateTimeUtc());
    }

    void aConnectionThatEndedIsSaidInWords()
    {
        desk::RequestLog::Entry entry;
        http::Exchange &exchange = entry.exchange;
        exchange.method = "POST";
        exchange.failure = http::FailureKind::OutcomeUnknown;
        exchange.detail = u"ContentReSendError"_s;
        const QString text = desk::exchangeText(entry);
        QVERIFY2(text.contains(u"the connection ended without an answer"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"HTTP 0"_s) && !text.contains(u"ReSend"_s), qPrintable(text));
    }

private:
    /// Answers the first bytes of every connection.
    static void serve(QTcpServer &server, const QByteArray &status, const QByteArray &body,
                      const QByteArray &headers = "X-Request-Id: req_77\r\n")
    {
        const QByteArray answer = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + headers +
                                  "Content-Length: " + QByteArray::number(body.size()) +
                                  "\r\nConnection: close\r\n\r\n" + body;
        connect(&server, &QTcpServer::newConnection, &server, [&server, answer] {
            QTcpSocket *client = server.nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [client, answer] {
                if (client->readAll().contains("\r\n\r\n"))
                    client->write(answer);
            });
        });
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("The server does not listen.");
    }
    void send(const QString &url)
    {
        http::Request request = http::Request::get(QUrl(url));
        request.bearer = http::Secret(u"sk_test_canary"_s);
        (void)QCoro::waitFor(m_desk->desk->http().send(request));
    }
    ui::RequestsPage *requests() const { return m_page->findChild<ui::RequestsPage *>(); }
    RequestModel *model() const { return requests()->findChild<RequestModel *>(); }
    ui::Table *table() const { return requests()->findChild<ui::Table *>(); }
    QString text(int column) const { return textAt(0, column); }
    QString textAt(int row, int column) const { return model()->index(row, column).data().toString(); }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::ActivityPage> m_page;
};

TILLDECK_TEST(RequestsPageTest)

} // namespace requests_page_test

#include "tst_requests_page.moc"
