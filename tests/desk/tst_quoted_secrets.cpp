// SPDX-License-Identifier: GPL-3.0-or-later
// A refusal that quotes tokens, URLs and keys inside its sentences: what is kept of it has none of them.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/curl_command.h"
#include "desk/refresh_session.h"
#include "desk/refund_lists.h"
#include "desk/request_log.h"
#include "http/scripted_server.h"
#include "support/canaries.h"
#include "support/log_lines.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace quoted_secrets_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using tilldeck::test::Canaries;
using tilldeck::test::newCanary;

class QuotedSecretsTest : public QObject
{
    Q_OBJECT

private slots:
    void aSentenceWithSecretsIsKeptWithoutThem_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("PaymentKit, detail")
            << ProviderKind::PaymentKit << R"({"title":"Bad Request","status":400,"detail":"SAYS"})"_ba;
        QTest::newRow("PaymentKit, a list of messages")
            << ProviderKind::PaymentKit
            << R"({"title":"Bad Request","status":400,"detail":[{"loc":["body"],"msg":"SAYS"}]})"_ba;
        QTest::newRow("Khaime, error") << ProviderKind::Khaime << R"({"success":false,"error":"SAYS"})"_ba;
        QTest::newRow("Khaime, message") << ProviderKind::Khaime << R"({"success":false,"message":"SAYS"})"_ba;
        QTest::newRow("Ikawaari, message")
            << ProviderKind::Ikawaari << R"({"error":{"code":"IKW-1","message":"SAYS","details":{"mode":"SAYS"}}})"_ba;
    }
    void aSentenceWithSecretsIsKeptWithoutThem()
    {
        QFETCH(const ProviderKind, provider);
        QFETCH(QByteArray, answer);
        const tilldeck::test::LogLines log("tilldeck.http", u"tilldeck.http=true"_s);
        Canaries canaries;
        const auto canary = [&canaries](const QString &prefix) {
            const QString secret = newCanary(prefix);
            canaries.add(prefix, secret);
            return secret;
        };
        const QString token = canary(u"sec_"_s);
        const QString sentence =
            u"Session %1 is open at https://pay.example/c/%1?token=%2#%3, with %4 (client secret %5), "
            "Authorization: Bearer %6 and api_key=%7, {\"go\":\"https:\\/\\/pay.example\\/%8\"}. Ask us."_s.arg(
                token, canary(u"x1"_s), canary(u"x2"_s), canary(u"khs_"_s), canary(u"pi_3Abc_secret_"_s),
                canary(u"x3"_s), canary(u"x4"_s), canary(u"x5"_s));
        const QByteArray json = QJsonDocument(QJsonArray{sentence}).toJson(QJsonDocument::Compact);
        answer.replace("SAYS", json.sliced(2).chopped(2));
        // In odd places, too: as a member's name, and behind addresses that no contract has.
        answer.chop(1);
        answer += R"(,"%1":{"checkout_link":"https://pay.example/c/%2","continue_at":"https://pay.example/c/%3"}})";
        for (const char *place : {"%1", "%2", "%3"})
            answer.replace(place, canary(u"x6"_s).toUtf8());
        const QByteArray link = "Link: <https://pay.example/c/" + canary(u"x7"_s).toUtf8() + ">; rel=\"next\"\r\n";
        http::test::ScriptedServer server(
            http::test::answer(400, answer, link + "X-Note: " + sentence.toUtf8() + "\r\n"));
        Bench bench;
        const QString account =
            bench.connectTo(u"Till"_s, server.url({}).toString(), u"acc_1"_s, u"sk_test_of_the_account"_s, provider);
        checkout::SessionDraft asked = draft();
        if (provider == ProviderKind::Khaime) {
            asked = {};
            asked.flow = u"khaime.session"_s;
            asked.pricing = money::Money(9000, *money::Currency::fromCode(u"USD"));
            asked.productName = u"Tea"_s;
            asked.customer.email = u"jane@example.com"_s;
        } else if (provider == ProviderKind::Ikawaari) {
            checkout::LineItem item;
            item.name = u"Basket"_s;
            item.unitAmount = money::Money(7500, *money::Currency::fromCode(u"XOF"));
            asked = {};
            asked.lineItems = {item};
            asked.mode = u"payment"_s;
            asked.successUrl = asked.returnUrl = u"https://example.com/thanks"_s;
        }
        const auto outcome = QCoro::waitFor(createSession(bench.desk.get(), account, asked, {}, std::nullopt));
        QCOMPARE(outcome.end, CreateOutcome::End::Rejected);
        QString shown = outcome.error->sentence + outcome.error->details + outcome.error->providerCode;
        for (const checkout::Problem &problem : outcome.error->problems)
            shown += problem.sentence;
        QVERIFY2(shown.contains(u"Session [redacted] is open at https://pay.example/c/[redacted]?"_s),
                 qPrintable(shown));
        QVERIFY2(shown.contains(u"Ask us."_s), qPrintable(shown));
        const QStringList shownSecrets = canaries.hits(u"what is shown"_s, shown.toUtf8());
        QVERIFY2(shownSecrets.isEmpty(), qPrintable(shownSecrets.join(u'\n') + shown));
        // The provider's time may have been asked for before it.
        const auto newestMethod = [&bench] {
            const auto &entries = bench.desk->requests().entries();
            return entries.empty() ? QByteArray() : QByteArray(entries.front().exchange.method);
        };
        QTRY_COMPARE(newestMethod(), QByteArray("POST"));
        const RequestLog::Entry &entry = bench.desk->requests().entries().front();
        const QString text = exchangeText(entry) + curlCommandAgain(requestText(entry));
        QVERIFY2(text.contains(u"Session [redacted] is open at https://pay.example/c/[redacted]?"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Ask us."_s), qPrintable(text));
        const QStringList hits = canaries.hits(u"Activity › Requests"_s, text.toUtf8()) +
                                 canaries.hits(u"the log"_s, log.lines().join(u'\n').toUtf8()) +
                                 canaries.hitsBelow(bench.dataDirectory());
        QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n') + text));
    }

    void aPieceOfTheKeyIsInNoErrorAndNoRequest_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<QString>("key");
        QTest::newRow("PaymentKit") << ProviderKind::PaymentKit << newCanary(u"sk_sandbox_"_s);
        QTest::newRow("Khaime") << ProviderKind::Khaime << newCanary(u"pk_sandbox_"_s);
        QTest::newRow("Ikawaari") << ProviderKind::Ikawaari << newCanary(u"ik_test_"_s);
        QTest::newRow("of no form") << ProviderKind::Khaime << newCanary({});
    }
    void aPieceOfTheKeyIsInNoErrorAndNoRequest()
    {
        QFETCH(const ProviderKind, provider);
        QFETCH(const QString, key);
        for (const QString &piece : {key.chopped(1), key.first(20), key.sliced(12), key.last(9)}) {
            http::test::ScriptedServer server(
                http::test::answer(400, R"({"success":false,"message":"Invalid API key provided: )" + piece.toUtf8() +
                                            R"(. Please check."})"));
            Bench bench;
            const QString account = bench.connectTo(u"Till"_s, server.url({}).toString(), u"acc_1"_s, key, provider);
            const auto answer = QCoro::waitFor(refreshSession(bench.desk.get(), account, u"cs_1"_s));
            const QString error = answer ? QString() : answer.error().sentence + answer.error().details;
            QTRY_VERIFY(!bench.desk->requests().entries().empty());
            const QString text = exchangeText(bench.desk->requests().entries().front()) + error;
            QVERIFY2(text.contains(u"Please check."_s), qPrintable(text));
            const QString own = key.sliced(key.lastIndexOf(u'_') + 1);
            for (qsizetype at = 0; at + 8 <= own.size(); ++at)
                QVERIFY2(!text.contains(own.sliced(at, 8), Qt::CaseInsensitive), qPrintable(text));
        }
    }

    /// Of no form that could be known, and too short for one that is made by chance.
    void aShortTokenOfTheAnswerIsNotInItsError()
    {
        http::test::ScriptedServer server(http::test::answer(
            400, R"({"title":"Bad Request","status":400,"detail":"No x7k2q, nor sesam.","secure_token":"x7k2q",)"
                 R"("session_token":"sesam"})"));
        Bench bench;
        const QString account =
            bench.connectTo(u"Till"_s, server.url({}).toString(), u"acc_1"_s, u"sk_test_of_the_account"_s);
        const auto outcome = QCoro::waitFor(createSession(bench.desk.get(), account, draft(), {}, std::nullopt));
        QCOMPARE(outcome.end, CreateOutcome::End::Rejected);
        QVERIFY2(outcome.error->details.contains(u"No [redacted], nor [redacted]."_s),
                 qPrintable(outcome.error->details));
    }

    void aStatusThatQuotesAShortTokenOfItsSessionIsKeptWithoutIt()
    {
        http::test::ScriptedServer server(
            http::test::answer(200, R"({"id":"cs_1","secure_token":"x7k2q","status":"held: x7k2q"})"));
        Bench bench;
        const QString account =
            bench.connectTo(u"Till"_s, server.url({}).toString(), u"acc_1"_s, u"sk_test_of_the_account"_s);
        const auto outcome = QCoro::waitFor(createSession(bench.desk.get(), account, draft(), {}, std::nullopt));
        QCOMPARE(outcome.record.session.secureToken, u"x7k2q"_s);
        QCOMPARE(outcome.record.session.rawStatus, u"held: [redacted]"_s);
    }

    void aStatusThatQuotesATokenIsKeptWithoutIt()
    {
        RefundLists shop;
        Canaries canaries;
        const QString token = newCanary(u"sec_"_s);
        canaries.add(u"a token"_s, token);
        shop.word = u"held: session https://pay.example/c/%1, token %1, see re_1"_s.arg(token);
        const RefundOutcome outcome = shop.give(10'000);
        QCOMPARE(outcome.end, RefundOutcome::End::Accepted);
        shop.refresh();
        const QString word = outcome.refund->rawStatus;
        QCOMPARE(word, u"held: session https://pay.example/c/[redacted], token [redacted], see re_1"_s);
        const QStringList kept = canaries.hitsBelow(shop.bench.dataDirectory());
        QVERIFY2(kept.isEmpty(), qPrintable(kept.join(u'\n')));
    }
};

TILLDECK_TEST(QuotedSecretsTest)

} // namespace quoted_secrets_test

#include "tst_quoted_secrets.moc"
