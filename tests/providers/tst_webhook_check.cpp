// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/webhook_check.h"
#include "support/runner.h"

#include <QTest>

namespace webhook_check_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using Outcome = providers::WebhookVerdict::Outcome;
using Part = providers::WebhookVerdict::Part;

namespace {

// Signatures made with: printf '%s' … | openssl dgst -sha256 -hmac whsec_Jefe7f3a
const QByteArray body = R"({"event_type":"payment.succeeded","n":"naïve"})";
const QString secret = u"whsec_Jefe7f3a"_s;
const QString ofBody = u"113c31b7fa9937241d5e5d043d27ba2a87f41bdd6bcee96946c313d967705145"_s;
const QString ofBodyAndLineEnd = u"73072d33d2500019bb9c30d1e12799e30a0deace3b1330e94b21aaaedfb1b629"_s;
const QString ofTimeAndBody = u"14830d3e7db1c5272abfb446360a83974cf2949ca1b9541edb06286483f05f15"_s; // 1708300800
const QString withOldSecret = u"6e8b59087b96b6d392e65cd22443e53887795d4d8c5fe223bf6d9209a35d6584"_s; // whsec_old
const QString ofCrLf = u"1a321298bc9c4aa60cf738f4d0aa68c683ae4d59198e1269415af6b976d1fc5c"_s;
const QString ofLf = u"5aee815140b924b1792cdc2af26a22f3b1a45c0857c00bf751e41396d569ab22"_s;
const QString ofCompact = u"2bf9e400cf9c9997ae607bf01c1da2bd40e308003149716e1ae5cb3d75852394"_s;
constexpr qint64 signedAt = 1'708'300'800;

QString timed(const QString &codes)
{
    return u"t=1708300800,%1"_s.arg(codes);
}

} // namespace

class TestWebhookCheck : public QObject
{
    Q_OBJECT

private slots:
    void says_data();
    void says();
    void rfc4231();
    void everySchemeIsNamed();
};

void TestWebhookCheck::says_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("signature");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("secondsLater");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Part>("part");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *provider, const QByteArray &text, const QString &signature,
                        const QString &key, int later, Outcome outcome, Part part, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(provider) << text << signature << key << later << outcome << part
                            << QString::fromUtf8(words);
    };
    const auto plain = [&](const char *name, const QString &signature, Outcome outcome, Part part, const char *words) {
        row(name, "khaime", body, signature, secret, 0, outcome, part, words);
    };
    const auto withTime = [&](const char *name, const QString &signature, int later, Outcome outcome, Part part,
                              const char *words) {
        row(name, "ikawaari", body, signature, secret, later, outcome, part, words);
    };

    plain("right", ofBody, Outcome::Genuine, Part::None, "is right");
    row("right at PaymentKit", "paymentkit", body, ofBody, secret, 0, Outcome::Genuine, Part::None, "is right");
    row("age is nothing to a scheme without time", "paymentkit", body, ofBody, secret, 1'000'000, Outcome::Genuine,
        Part::None, "is right");
    plain("capital letters", ofBody.toUpper(), Outcome::Genuine, Part::None, "is right");
    plain("spaces around it", u"  "_s + ofBody + u"\n"_s, Outcome::Genuine, Part::None, "is right");
    plain("with the header's name", u"x-khaime-signature: "_s + ofBody, Outcome::Genuine, Part::None, "is right");
    plain("another provider's header", u"X-Webhook-Signature: "_s + ofBody, Outcome::Wrong, Part::Signature,
          "for PaymentKit");
    plain("empty", u"  "_s, Outcome::Wrong, Part::Signature, "X-Khaime-Signature");
    plain("only the header's name", u"X-Khaime-Signature:"_s, Outcome::Wrong, Part::Signature, "empty");
    plain("cut short", ofBody.left(60), Outcome::Wrong, Part::Signature, "60 characters in place of 64");
    plain("too long", ofBody + u"ab"_s, Outcome::Wrong, Part::Signature, "Something else was copied");
    plain("not hex", u"z"_s + ofBody.sliced(1), Outcome::Wrong, Part::Signature, "character 1 is “z”");
    plain("not hex further on", ofBody.left(9) + u"!"_s + ofBody.sliced(10), Outcome::Wrong, Part::Signature,
          "character 10 is “!”");
    plain("signed with a time", timed(u"v1="_s + ofTimeAndBody), Outcome::Wrong, Part::Signature,
          "not how Khaime signs");
    plain("one digit off", u"2"_s + ofBody.sliced(1), Outcome::Wrong, Part::Secret, "does not match");
    plain("last digit off", ofBody.chopped(1) + u"6"_s, Outcome::Wrong, Part::Secret, "does not match");
    row("another secret", "khaime", body, ofBody, u"whsec_other"_s, 0, Outcome::Wrong, Part::Secret,
        "another endpoint");
    row("no secret", "khaime", body, ofBody, {}, 0, Outcome::Wrong, Part::Secret, "secret is empty");
    row("spaces around the secret", "khaime", body, ofBody, u" "_s + secret + u" "_s, 0, Outcome::Wrong, Part::Secret,
        "without the spaces");
    row("no body", "khaime", {}, ofBody, secret, 0, Outcome::Wrong, Part::Body, "body is empty");
    row("a line end too many", "khaime", body + '\n', ofBody, secret, 0, Outcome::Wrong, Part::Body, "end of the body");
    row("a line end too few", "khaime", body, ofBodyAndLineEnd, secret, 0, Outcome::Wrong, Part::Body,
        "end of the body");
    row("CRLF became LF", "khaime", "{\n  \"a\": 1\n}", ofCrLf, secret, 0, Outcome::Wrong, Part::Body, "CRLF");
    row("LF became CRLF", "khaime", "{\r\n  \"a\": 1\r\n}", ofLf, secret, 0, Outcome::Wrong, Part::Body, "CRLF");
    row("formatted anew", "khaime", "{\n    \"a\": 1\n}\n", ofCompact, secret, 0, Outcome::Wrong, Part::Body,
        "spaces and line breaks");
    row("a provider nobody knows", "stripe", body, ofBody, secret, 0, Outcome::Wrong, Part::None, "does not know");

    withTime("with a time, right", timed(u"v1="_s + ofTimeAndBody), 0, Outcome::Genuine, Part::None, "is right");
    withTime("with spaces", u"t=1708300800, v1="_s + ofTimeAndBody, 0, Outcome::Genuine, Part::None, "is right");
    withTime("300 s old", timed(u"v1="_s + ofTimeAndBody), 300, Outcome::Genuine, Part::None, "is right");
    withTime("301 s old", timed(u"v1="_s + ofTimeAndBody), 301, Outcome::Stale, Part::Signature, "too old");
    withTime("the clock is 300 s behind", timed(u"v1="_s + ofTimeAndBody), -300, Outcome::Genuine, Part::None,
             "is right");
    withTime("from the future", timed(u"v1="_s + ofTimeAndBody), -301, Outcome::Stale, Part::Signature, "future");
    withTime("two codes, the first right", timed(u"v1="_s + ofTimeAndBody + u",v1="_s + withOldSecret), 0,
             Outcome::Genuine, Part::None, "is right");
    withTime("two codes, the second right", timed(u"v1="_s + withOldSecret + u",v1="_s + ofTimeAndBody), 0,
             Outcome::Genuine, Part::None, "is right");
    withTime("other codes are ignored", timed(u"v0=abc,v1="_s + ofTimeAndBody), 0, Outcome::Genuine, Part::None,
             "is right");
    withTime("old and wrong is wrong", timed(u"v1="_s + withOldSecret), 9999, Outcome::Wrong, Part::Secret,
             "does not match");
    withTime("another time", u"t=1708300801,v1="_s + ofTimeAndBody, 0, Outcome::Wrong, Part::Secret, "does not match");
    withTime("made over the body alone", timed(u"v1="_s + ofBody), 0, Outcome::Wrong, Part::Signature,
             "over the body alone");
    withTime("a code alone", ofBody, 0, Outcome::Wrong, Part::Signature, "has no time");
    withTime("no time", u"v1="_s + ofTimeAndBody, 0, Outcome::Wrong, Part::Signature, "cannot be read");
    withTime("a time in words", u"t=today,v1="_s + ofTimeAndBody, 0, Outcome::Wrong, Part::Signature, "cannot be read");
    withTime("no code", u"t=1708300800"_s, 0, Outcome::Wrong, Part::Signature, "“v1=”");
    withTime("a code cut short", timed(u"v1=abc"_s), 0, Outcome::Wrong, Part::Signature, "3 characters in place of 64");
}

void TestWebhookCheck::says()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, text);
    QFETCH(QString, signature);
    QFETCH(QString, key);
    QFETCH(int, secondsLater);
    const auto verdict = providers::checkWebhook(provider, text, signature, http::Secret(key),
                                                 QDateTime::fromSecsSinceEpoch(signedAt + secondsLater, Qt::UTC));
    QTEST(verdict.outcome, "outcome");
    QTEST(verdict.part, "part");
    QFETCH(QString, words);
    const QString said = verdict.sentence + u' ' + verdict.advice;
    QVERIFY2(said.contains(words), qPrintable(said));
    if (!key.isEmpty())
        QVERIFY(!said.contains(key.trimmed()));
}

void TestWebhookCheck::rfc4231()
{
    const auto verdict = providers::checkWebhook(u"paymentkit"_s, "what do ya want for nothing?",
                                                 u"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"_s,
                                                 http::Secret(u"Jefe"_s), {});
    QCOMPARE(verdict.outcome, Outcome::Genuine);
}

void TestWebhookCheck::everySchemeIsNamed()
{
    QCOMPARE(providers::webhookSchemes().size(), 3U);
    for (const auto &scheme : providers::webhookSchemes())
        QVERIFY(!scheme.providerName.isEmpty() && !scheme.header.isEmpty() && !scheme.form.isEmpty());
}

TILLDECK_TEST(TestWebhookCheck)

} // namespace webhook_check_test

#include "tst_webhook_check.moc"
