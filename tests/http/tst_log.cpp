// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"
#include "support/runner.h"

#include <QLoggingCategory>
#include <QTest>

namespace http_log_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::http;
using namespace tilldeck::http::test;

namespace {

const QString headerKey = u"sk_live_of_the_header_Z9"_s;
const QString otherKey = u"plain-looking-key-of-a-header"_s;
const QString queryKey = u"plain-looking-key-of-the-query"_s;

QStringList logged;

void remember(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    if (qstrcmp(context.category, "tilldeck.http") == 0)
        logged << message;
}

} // namespace

class HttpLogTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        logged.clear();
        m_before = qInstallMessageHandler(remember);
    }
    void cleanup()
    {
        qInstallMessageHandler(m_before);
        QLoggingCategory::setFilterRules({});
    }

    void nothingIsLoggedUntilTheCategoryIsOn()
    {
        ScriptedServer server(answer(200, "{}"));
        HttpClient client;
        QVERIFY(wait(client.send(Request::get(server.url()))));
        QCOMPARE(logged, QStringList());
    }

    void aKeyInHeaderOrQueryIsNotLogged()
    {
        QLoggingCategory::setFilterRules(u"tilldeck.http=true"_s);
        ScriptedServer server(answer(201, "{}", "Set-Cookie: " + otherKey.toUtf8() + "\r\n"));
        HttpClient client;
        Request request = Request::post(server.url(u"/v1/sessions?page=2&api_key="_s + queryKey), "{}");
        request.bearer = Secret(headerKey);
        request.secretHeaders = {{"X-Provider", Secret(otherKey)}};
        request.headers = {{"X-API-Key", otherKey.toUtf8()}};
        QVERIFY(wait(client.send(request)));
        QVERIFY(server.requests().value(0).contains(queryKey.toUtf8()));

        QCOMPARE(logged.size(), 1);
        const QString &line = logged.first();
        for (const QString &secret : {headerKey, otherKey, queryKey})
            QVERIFY2(!line.contains(secret), qPrintable(line));
        QVERIFY2(line.startsWith(u"POST "_s + server.url(u"/v1/sessions?page=2&api_key="_s).toString()),
                 qPrintable(line));
        QVERIFY2(line.contains(u": 201 in "_s), qPrintable(line));
        QVERIFY2(line.endsWith(u" ms, attempt 1"_s), qPrintable(line));
    }

    void whatTheAnswerCarriesAsASecretIsNotLogged()
    {
        QLoggingCategory::setFilterRules(u"tilldeck.http=true"_s);
        ScriptedServer server(answer(200, R"({"token":"x7k2"})", "X-Session-Token: q4p9\r\n"));
        HttpClient client;
        Request request = Request::post(server.url(u"/x7k2/q4p9/w3z8"_s), R"({"client_secret":"w3z8"})");
        QVERIFY(wait(client.send(request)));
        const QString line = logged.value(0);
        QVERIFY2(line.contains(u"/[redacted]/[redacted]/[redacted]: 200 in "_s), qPrintable(line));
    }

    void eachAttemptHasALine()
    {
        QLoggingCategory::setFilterRules(u"tilldeck.http=true"_s);
        ScriptedServer server;
        server.onRequest = [&server](QTcpSocket &socket, const QByteArray &) {
            socket.write(answer(server.requests().size() == 1 ? 503 : 200, "{}"));
        };
        HttpClient client;
        RetryPolicy policy(2);
        policy.firstPause = std::chrono::milliseconds(1);
        QVERIFY(wait(client.sendWithRetry(Request::get(server.url()), policy)));
        QCOMPARE(logged.size(), 2);
        QVERIFY2(logged.first().contains(u": 503 in "_s), qPrintable(logged.first()));
        QVERIFY2(logged.last().contains(u": 200 in "_s) && logged.last().endsWith(u"attempt 2"_s),
                 qPrintable(logged.last()));
    }

    void aFailureIsNamed()
    {
        QLoggingCategory::setFilterRules(u"tilldeck.http=true"_s);
        HttpClient client;
        Request request = Request::get(QUrl(u"http://shop.example/x"_s));
        request.bearer = Secret(headerKey);
        QVERIFY(!wait(client.send(request)));
        QCOMPARE(logged.size(), 1);
        QVERIFY2(logged.first().contains(u"refusing to send a key without TLS"_s), qPrintable(logged.first()));
        QVERIFY2(!logged.first().contains(headerKey), qPrintable(logged.first()));
    }

private:
    QtMessageHandler m_before = nullptr;
};

TILLDECK_TEST(HttpLogTest)

} // namespace http_log_test

#include "tst_log.moc"
