// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "http/redact.h"
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
    static void serve(QTcpServer &server, const QByteArray &status, const QByteArray &body)
    {
        const QByteArray answer = "HTTP/1.1 " + status +
                                  "\r\nContent-Type: application/json\r\nX-Request-Id: req_77\r\nContent-Length: " +
                                  QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
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
    QString text(int column) const { return model()->index(0, column).data().toString(); }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::ActivityPage> m_page;
};

TILLDECK_TEST(RequestsPageTest)

} // namespace requests_page_test

#include "tst_requests_page.moc"
