// SPDX-License-Identifier: GPL-3.0-or-later
// What a webhook check says of bodies that a program wrote anew, and of several signatures in one header.
#include "providers/webhook_check.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QMessageAuthenticationCode>
#include <QTest>

namespace reformatted_body_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using Outcome = providers::WebhookVerdict::Outcome;
using Part = providers::WebhookVerdict::Part;

namespace {

const QByteArray secret = "whsec_Jefe7f3a";

/// Returns @p text with double quotes for single ones.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QString signatureOf(const QByteArray &body, const QByteArray &key = secret)
{
    return QString::fromLatin1(QMessageAuthenticationCode::hash(body, key, QCryptographicHash::Sha256).toHex());
}

providers::WebhookVerdict check(const QByteArray &body, const QString &signature, const char *provider = "khaime",
                                const QByteArray &key = secret)
{
    return providers::checkWebhook(QString::fromLatin1(provider), body, signature, http::Secret(QString::fromUtf8(key)),
                                   QDateTime::fromSecsSinceEpoch(1'708'300'800, Qt::UTC));
}

} // namespace

class ReformattedBodyTest : public QObject
{
    Q_OBJECT

private slots:
    void aBodyThatWasWrittenAnewIsNamedAsThat_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("pasted");
        QTest::addColumn<QStringList>("words");
        const QString spaces = u"spaces and line breaks"_s;
        const QString order = u"order of its names"_s;
        const QString escapes = u"characters are escaped"_s;
        const QString numbers = u"numbers are written"_s;
        const QByteArray event =
            json("{'id':'evt_1','type':'payment.succeeded','data':{'n':'Zoë','fee':10.0,'tags':[]}}");
        QTest::newRow("jq .") << event
                              << QByteArray("{\n  \"id\": \"evt_1\",\n  \"type\": \"payment.succeeded\",\n  \"data\": "
                                            "{\n    \"n\": \"Zoë\",\n    \"fee\": 10.0,\n    \"tags\": []\n  }\n}\n")
                              << QStringList{spaces};
        QTest::newRow("jq . that writes 10 for 10.0")
            << event
            << QByteArray("{\n  \"id\": \"evt_1\",\n  \"type\": \"payment.succeeded\",\n  \"data\": "
                          "{\n    \"n\": \"Zoë\",\n    \"fee\": 10,\n    \"tags\": []\n  }\n}\n")
            << QStringList{spaces, numbers};
        QTest::newRow("jq -c of what came with spaces")
            << json("{'id': 'evt_1', 'data': {'a': [1, 2]}}") << json("{'id':'evt_1','data':{'a':[1,2]}}")
            << QStringList{spaces};
        QTest::newRow("jq -c of what came indented")
            << QByteArray("{\n    \"id\": \"evt_1\",\n    \"data\": {\n        \"a\": 1\n    }\n}")
            << json("{'id':'evt_1','data':{'a':1}}") << QStringList{spaces};
        QTest::newRow("names in the order of the alphabet")
            << json("{'api_version':'2026-03-27','event_id':'evt_1','event_type':'payment.succeeded',"
                    "'is_live':true,'business_id':'1042','data':{}}")
            << json("{'api_version':'2026-03-27','business_id':'1042','data':{},'event_id':'evt_1',"
                    "'event_type':'payment.succeeded','is_live':true}")
            << QStringList{order};
        QTest::newRow("names that were in the order of the alphabet")
            << json("{'amount':1,'id':'x','kind':'y'}") << json("{'kind':'y','id':'x','amount':1}")
            << QStringList{order};
        QTest::newRow("names and spaces")
            << json("{'amount':1,'id':'x'}") << QByteArray("{\n\t\"id\": \"x\",\n\t\"amount\": 1\n}")
            << QStringList{spaces, order};
        QTest::newRow("slashes are plain now") << json("{'url':'https:\\/\\/shop.example\\/a'}")
                                               << json("{'url':'https://shop.example/a'}") << QStringList{escapes};
        QTest::newRow("slashes are escaped now")
            << json("{'url':'https://shop.example/a'}") << json("{'url':'https:\\/\\/shop.example\\/a'}")
            << QStringList{escapes};
        QTest::newRow("letters are plain now")
            << json("{'n':'Zo\\u00eb','e':'\\ud83d\\ude00'}") << json("{'n':'Zoë','e':'😀'}") << QStringList{escapes};
        QTest::newRow("capital escapes are plain now")
            << json("{'n':'Zo\\u00EB'}") << json("{'n':'Zoë'}") << QStringList{escapes};
        QTest::newRow("letters are escaped now")
            << json("{'n':'Zoë'}") << json("{'n':'Zo\\u00eb'}") << QStringList{escapes};
        QTest::newRow("PHP's way became plain") << json("{'n':'Zo\\u00eb','url':'https:\\/\\/a'}")
                                                << json("{'n':'Zoë','url':'https://a'}") << QStringList{escapes};
        QTest::newRow("Go's way became plain")
            << json("{'n':'a \\u0026 b \\u003ci\\u003e'}") << json("{'n':'a & b <i>'}") << QStringList{escapes};
        QTest::newRow("10 for 10.0") << json("{'amount':10.0,'id':7}") << json("{'amount':10,'id':7}")
                                     << QStringList{numbers};
        QTest::newRow("10.5 for 10.50") << json("{'amount':10.50}") << json("{'amount':10.5}") << QStringList{numbers};
        QTest::newRow("10.0 for 10") << json("{'amount':10}") << json("{'amount':10.0}") << QStringList{numbers};
        QTest::newRow("a byte order mark in front")
            << event << QByteArray("\xef\xbb\xbf" + event) << QStringList{u"byte order mark"_s};
        QTest::newRow("a byte order mark and spaces")
            << json("{'a':1}") << QByteArray("\xef\xbb\xbf{ \"a\" : 1 }") << QStringList{u"byte order mark"_s, spaces};
    }
    void aBodyThatWasWrittenAnewIsNamedAsThat()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, pasted);
        QFETCH(QStringList, words);
        QCOMPARE(check(sent, signatureOf(sent)).outcome, Outcome::Genuine);
        const auto verdict = check(pasted, signatureOf(sent));
        QCOMPARE(verdict.outcome, Outcome::Wrong);
        QCOMPARE(verdict.part, Part::Body);
        for (const QString &each : {u"spaces and line breaks"_s, u"order of its names"_s, u"characters are escaped"_s,
                                    u"numbers are written"_s, u"byte order mark"_s})
            QVERIFY2(verdict.advice.contains(each) == words.contains(each), qPrintable(verdict.advice));
        QVERIFY2(!verdict.advice.contains(u"secret"_s), qPrintable(verdict.advice));
    }

    void theSecretIsBlamedLast_data()
    {
        QTest::addColumn<QByteArray>("pasted");
        QTest::addColumn<QString>("words");
        QTest::newRow("indented") << QByteArray("{\n  \"b\": 1\n}") << u"line breaks"_s;
        QTest::newRow("sorted") << json("{'a':1,'b':2,'c':3}") << u"alphabet"_s;
        QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf{}") << u"byte order mark"_s;
        QTest::newRow("read in the wrong encoding") << QByteArray("{\"n\":\"Zo\xef\xbf\xbd\"}") << u"encoding"_s;
    }
    void theSecretIsBlamedLast()
    {
        QFETCH(QByteArray, pasted);
        QFETCH(QString, words);
        // Nothing that is tried fits, so the body may be another, or the secret.
        const auto verdict = check(pasted, signatureOf("something else"));
        QCOMPARE(verdict.outcome, Outcome::Wrong);
        QCOMPARE(verdict.part, Part::Body);
        QVERIFY2(verdict.advice.contains(words), qPrintable(verdict.advice));
        QVERIFY2(verdict.advice.indexOf(words) < verdict.advice.indexOf(u"secret"_s), qPrintable(verdict.advice));
    }

    void anySignatureThatFitsMakesItGenuine_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("signature");
        QTest::addColumn<QString>("remark");
        const QByteArray body = "{}";
        const QString good = signatureOf(body);
        const QString old = signatureOf(body, "whsec_old");
        const QString timed = signatureOf("1708300800." + body);
        const QString timedOld = signatureOf("1708300800." + body, "whsec_old");
        const QString later = signatureOf("1708300900." + body);
        const QString long_ago = signatureOf("1700000000." + body);
        QTest::newRow("one") << u"khaime"_s << good << QString();
        QTest::newRow("the new secret's first") << u"khaime"_s << u"%1,%2"_s.arg(good, old) << u"does not fit"_s;
        QTest::newRow("the new secret's second") << u"khaime"_s << u"%1, %2"_s.arg(old, good) << u"does not fit"_s;
        QTest::newRow("the header twice")
            << u"paymentkit"_s << u"X-Webhook-Signature: %1\r\nX-Webhook-Signature: %2"_s.arg(old, good)
            << u"does not fit"_s;
        QTest::newRow("one cut short") << u"khaime"_s << u"%1,%2"_s.arg(good, old.left(20)) << u"20 characters"_s;
        QTest::newRow("one that is no code") << u"khaime"_s << u"%1,whoami"_s.arg(good) << u"not hexadecimal"_s;
        QTest::newRow("the same twice") << u"khaime"_s << u"%1,%1"_s.arg(good) << QString();
        QTest::newRow("timed, the second")
            << u"ikawaari"_s << u"t=1708300800,v1=%1,v1=%2"_s.arg(timedOld, timed) << u"does not fit"_s;
        QTest::newRow("timed, a cut code first")
            << u"ikawaari"_s << u"t=1708300800,v1=%1,v1=%2"_s.arg(u"ab"_s, timed) << u"2 characters"_s;
        QTest::newRow("timed, another name")
            << u"ikawaari"_s << u"t=1708300800,v0=abc,v1=%1"_s.arg(timed) << u"“v0=abc”"_s;
        QTest::newRow("timed, the time last") << u"ikawaari"_s << u"v1=%1,t=1708300800"_s.arg(timed) << QString();
        QTest::newRow("two headers, each with its time")
            << u"ikawaari"_s << u"t=1708300800,v1=%1,t=1708300900,v1=%2"_s.arg(timedOld, later) << u"does not fit"_s;
        QTest::newRow("two headers, one too old")
            << u"ikawaari"_s << u"t=1700000000,v1=%1,t=1708300800,v1=%2"_s.arg(long_ago, timed) << QString();
    }
    void anySignatureThatFitsMakesItGenuine()
    {
        QFETCH(QString, provider);
        QFETCH(QString, signature);
        QFETCH(QString, remark);
        const auto verdict = check("{}", signature, provider.toLatin1().constData());
        QVERIFY2(verdict.outcome == Outcome::Genuine, qPrintable(verdict.sentence + verdict.advice));
        QVERIFY2(remark.isEmpty() ? verdict.remark.isEmpty() : verdict.remark.contains(remark),
                 qPrintable(verdict.remark));
    }

    void ofSeveralThatDoNotFitTheOddOneIsNamed()
    {
        const QByteArray body = "{}";
        const auto verdict = check(body, u"%1,%2"_s.arg(signatureOf(body, "whsec_old"), signatureOf(body).left(60)));
        QCOMPARE(verdict.outcome, Outcome::Wrong);
        QCOMPARE(verdict.part, Part::Signature);
        QVERIFY2(verdict.sentence.contains(u"60 characters"_s), qPrintable(verdict.sentence));
    }

    void noBodyKeepsTheWindowWaiting_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("many members") << "{" + json("'name':'value/ë',").repeated(4000) + json("'z':1}");
        QTest::newRow("many numbers") << "[" + QByteArray("10,").repeated(4000) + "1]";
        QTest::newRow("deep") << QByteArray("[").repeated(100'000) + QByteArray("]").repeated(100'000);
        QTest::newRow("large") << "[\"" + QByteArray("a").repeated(1 << 20) + "\"]";
    }
    void noBodyKeepsTheWindowWaiting()
    {
        QFETCH(QByteArray, body);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(check(body, signatureOf("{}")).outcome, Outcome::Wrong);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed()))); // ten times as long sanitized
    }
};

TILLDECK_TEST(ReformattedBodyTest)

} // namespace reformatted_body_test

#include "tst_reformatted_body.moc"
