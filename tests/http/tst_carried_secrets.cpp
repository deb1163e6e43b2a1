// SPDX-License-Identifier: GPL-3.0-or-later
// What an exchange carries under the name of a secret is shown nowhere else of it, whatever it looks like.
#include "http/exchange.h"
#include "http/redact.h"
#include "http/redact_text.h"
#include "scripted_server.h"
#include "support/runner.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

namespace carried_secrets_test {

using namespace Qt::StringLiterals;

using namespace tilldeck::http;
using namespace tilldeck::http::test;

class CarriedSecretsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatTheAnswerHandsOutStandsNowhereElse_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("a token") << "\"secure_token\":\"SECRET\""_ba << "Zk3vQ9xT7bL1mN5pR8sW2yD4fG6hJ0aC"_ba;
        QTest::newRow("a short token") << "\"secure_token\":\"SECRET\""_ba << "x7k2"_ba;
        QTest::newRow("letters only") << "\"sessionToken\":\"SECRET\""_ba << "sesame"_ba;
        QTest::newRow("a number") << "\"otp\":SECRET"_ba << "482193"_ba;
        QTest::newRow("the end of a URL") << "\"checkout_url\":\"https://pay.example/c/SECRET\""_ba << "q4x7k2p9"_ba;
        QTest::newRow("in quoted JSON") << "'note':'{\\'client_secret\\':\\'SECRET\\'}'"_ba << "opensesame"_ba;
    }
    void whatTheAnswerHandsOutStandsNowhereElse()
    {
        QFETCH(QByteArray, member);
        QFETCH(const QByteArray, secret);
        member.replace('\'', '"').replace("SECRET", secret);
        const QByteArray body =
            "{\"id\":\"cs_1\"," + member + ",\"status\":\"open SECRET.\",\"at\":\"SECRET\",\"SECRET\":1}";
        const QByteArray headers =
            "X-Session: SECRET\r\nX-SECRET: 1\r\nX-Mail: SECRET@pay.example\r\nX-Plain: cs_1\r\n";
        ScriptedServer server(
            answer(200, QByteArray(body).replace("SECRET", secret), QByteArray(headers).replace("SECRET", secret)));
        const QString text = requested(server, Request::get(server.url(u"/c/"_s + QString::fromLatin1(secret))));
        QVERIFY2(!text.contains(QString::fromLatin1(secret)), qPrintable(text));
        QVERIFY2(text.contains(u"cs_1"_s) && text.contains(u"open [redacted]."_s), qPrintable(text));
        QVERIFY2(text.contains(u"X-Plain: cs_1"_s), qPrintable(text));
    }

    void whatIsSentAsASecretStandsNowhereElse()
    {
        ScriptedServer server(answer(200, R"({"status":"k7x2 and ck19a and p9q4 are none of ours"})"));
        Request request = Request::post(server.url(u"/?api_key=p9q4"_s), "{}");
        request.secretHeaders = {{"X-Api-Key", Secret(u"k7x2"_s)}};
        request.headers = {{"Cookie", "session=ck19a; theme=dark"}};
        const QString text = requested(server, request);
        QVERIFY2(text.contains(u"[redacted] and [redacted] and [redacted] are none of ours"_s), qPrintable(text));
    }

    void aLongAnswerIsLookedThroughToo()
    {
        const QByteArray body = "{\"secure_token\":\"x7k2\",\"text\":\"" + QByteArray(2 * keptAnswer, 'x') + "\"}";
        ScriptedServer server(answer(200, body, "X-Session: x7k2\r\n"));
        const QString text = requested(server, Request::get(server.url()));
        QVERIFY2(!text.contains(u"x7k2"_s) && !text.contains(u"xxx"_s), qPrintable(text.left(500)));
    }

    void tokensInNamesOfHeadersAndInAddressesOfMailAreNotShown_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("secret");
        const QByteArray token = "Zk3vQ9xT7bL1mN5pR8sW2yD4fG6hJ0aC";
        QTest::newRow("name") << "X-" + token << "1"_ba << token;
        QTest::newRow("short name") << "x7k2p9q4"_ba << "1"_ba << "x7k2p9q4"_ba;
        QTest::newRow("known token") << "X-sec_0f9e8d7c6b5a"_ba << "1"_ba << "0f9e8d"_ba;
        QTest::newRow("mail") << "From"_ba << token + "@pay.example" << token;
        QTest::newRow("mail in a sentence") << "X-Note"_ba << "write to " + token + "@pay.example, please" << token;
        QTest::newRow("mail of a list") << "From"_ba << "bounce+x7k2p9q4@pay.example"_ba << "x7k2p9q4"_ba;
    }
    void tokensInNamesOfHeadersAndInAddressesOfMailAreNotShown()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, secret);
        const auto seen = redactHeaders({{name, value}}).front();
        const QByteArray line = seen.first + ": " + seen.second;
        QVERIFY2(!line.contains(secret) && line.contains("[redacted]"), line.constData());
    }

    void namesAndMailOfPeopleAreShown()
    {
        for (const char *name : {"X-Request-Id", "X-B3-TraceId", "CF-RAY", "Content-MD5", "X-AspNetMvc-Version",
                                 "X-RateLimit-Remaining", "Cross-Origin-Opener-Policy", "X-XSS-Protection", "P3P"})
            QCOMPARE(redactHeaders({{name, "1"}}).front().first, QByteArray(name));
        for (const QString &mail : {u"jane42@example.com"_s, u"jean.ndiaye1985@gmail.com"_s, u"j.d.2@example.com"_s,
                                    u"marchand.de.legumes@example.com"_s, u"7up4me@example.com"_s})
            QCOMPARE(redactText(u"Write to %1, please"_s.arg(mail)), u"Write to %1, please"_s.arg(mail));
    }

    /// Each is looked for only where it may stand, which is told by how its forms begin and by escapes.
    void oneOfManyIsCutOutInEachOfItsForms_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("written");
        const QString token = u"zk3v_q9xt7b"_s;
        QTest::newRow("as it is") << token << token;
        QTest::newRow("in another case") << token << token.toUpper();
        QTest::newRow("of another alphabet") << u"Kéy-zk3vq9"_s << u"\u212aÉY-zk3vq9"_s;
        QTest::newRow("in hexadecimal") << token << QString::fromLatin1(token.toUtf8().toHex());
        QTest::newRow("in Base64") << token << u"emszdl9xOXh0N2"_s;
        QTest::newRow("percent, first") << token << u"%7ak3v_q9xt7b"_s;
        QTest::newRow("percent, last") << token << u"zk3v_q9xt7%62"_s;
        QTest::newRow("percent, again and again") << token << u"zk3v%25255Fq9xt7b"_s;
        QTest::newRow("percent, of two bytes") << u"zk3vé9xt7b"_s << u"zk3v%C3%A99xt7b"_s;
        QTest::newRow("HTML, number") << token << u"zk3v&#95;q9xt7b"_s;
        QTest::newRow("HTML, hexadecimal") << token << u"zk3v_q9xt7&#x62"_s;
        QTest::newRow("HTML, name") << token << u"zk3v&lowbar;q9xt7b"_s;
        QTest::newRow("script") << token << u"zk3v_q9xt7\\u0062"_s;
        QTest::newRow("script, short") << token << u"\\x7ak3v_q9xt7b"_s;
        QTest::newRow("behind a backslash") << token << u"zk3v\\_q9xt7b"_s;
        QTest::newRow("with an escape of its own") << u"zk%33v&q9\\xt"_s << u"zk%2533v&q9\\xt"_s;
        QTest::newRow("short") << u"x7k2"_s << u"x7k2"_s;
    }
    void oneOfManyIsCutOutInEachOfItsForms()
    {
        QFETCH(const QString, secret);
        QFETCH(const QString, written);
        CarriedSecrets carried;
        for (int i = 0; i < 100; ++i)
            carried.add(u"zk3v_%1"_s.arg(i, 8, 10, QChar(u'0')));
        carried.add(secret);
        QCOMPARE(carried.cutOutOf(u"at <%1>, 100% & more."_s.arg(written)), u"at <[redacted]>, 100% & more."_s);
    }

    void ofTwoThatBeginAlikeTheLongerIsCutOut()
    {
        CarriedSecrets carried;
        for (const QString &secret : {u"opensesa"_s, u"opensesame-now"_s, u"opensesame"_s})
            carried.add(secret);
        QCOMPARE(carried.cutOutOf(u"opensesame-now"_s), u"[redacted]"_s);
    }

    /// A list has a token and a URL in each row, which are looked for in every text of its exchange.
    void aLongListIsLookedThroughInLessThanASecond()
    {
        QByteArrayList rows;
        for (int i = 0; i < 400; ++i) {
            const QByteArray random =
                QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256).toHex();
            rows << "{\"id\":\"cs_" + QByteArray::number(i) + "\",\"secure_token\":\"sec_" + random.first(24) +
                        "\",\"checkout_url\":\"https://pay.example/c/" + random.last(24) + "\"}";
        }
        Exchange exchange;
        exchange.url = u"https://pay.example/v1/checkout-sessions?limit=400&after=2026-11-30T10%3A00%3A00Z"_s;
        exchange.responseHeaders = {{"Date", "Mon, 30 Nov 2026 10:00:00 GMT"}, {"X-Request-Id", "req_1"}};
        exchange.responseBody = ExchangeBody("[" + rows.join(',') + "]", keptAnswer);
        const std::clock_t from = std::clock();
        const ShownExchange seen = shown(exchange);
        const double seconds = double(std::clock() - from) / CLOCKS_PER_SEC;
        QCOMPARE(seen.exchange.url, exchange.url);
        QVERIFY2(seconds < 1, QByteArray::number(seconds));
    }

    void aWordThatSaysNothingIsNoSecret()
    {
        const QByteArray body = R"({"token":"none","token_type":"Bearer","signature":"required","at":"none required"})";
        const QByteArray seen = redactedBody(body, keptRequest);
        QVERIFY2(seen.contains("none required"), seen.constData());
    }

    void aShortSecretIsCutOutAsAWordOnly()
    {
        const QByteArray seen = redactedBody(R"({"token":"x7k2","at":"x7k2 ax7k2 x7k23 ok"})", keptRequest);
        QVERIFY2(seen.contains("\"[redacted] ax7k2 x7k23 ok\""), seen.constData());
    }

    void quotedJsonIsReadBesideWhatWasCutOut()
    {
        const QByteArray seen = redactedBody(
            "{'token':'x7k2','at':'No x7k2 in {\\'sessionKey\\':\\'open sesame\\'}, [redacted]'}"_ba.replace('\'', '"'),
            keptRequest);
        QVERIFY2(!seen.contains("sesame"), seen.constData());
    }

private:
    /// Sends @p request and returns all that is shown of it.
    static QString requested(ScriptedServer &, const Request &request)
    {
        HttpClient client;
        QString text;
        connect(&client, &HttpClient::exchanged, &client, [&text](const Exchange &exchange) {
            const ShownExchange seen = shown(exchange);
            text = seen.exchange.url + u'\n';
            for (const Headers &headers : {seen.exchange.requestHeaders, seen.exchange.responseHeaders}) {
                for (const auto &[name, value] : headers)
                    text += QString::fromUtf8(name + ": " + value) + u'\n';
            }
            text += QString::fromUtf8(seen.requestBody + '\n' + seen.responseBody);
        });
        if (!wait(client.send(request)))
            return u"no answer"_s;
        return text;
    }
};

TILLDECK_TEST(CarriedSecretsTest)

} // namespace carried_secrets_test

#include "tst_carried_secrets.moc"
