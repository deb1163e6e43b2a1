// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed and pasted on the command line and stands in draft documents is what is meant.
#include "http/scripted_server.h"
#include "programs.h"
#include "support/runner.h"

namespace cli_texts_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliTextsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s));
        const QJsonObject account = m_sandbox->account();
        m_key = account[u"key"].toString();
        const Run added = run({u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                               account[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s});
        QVERIFY2(added.exitCode == 0, added.err.constData());
        const QJsonObject khaime = m_sandbox->account(u"khaime"_s);
        const Run other = run({u"account"_s, u"add"_s, u"Charges"_s, u"--provider"_s, u"khaime"_s, u"--base-url"_s,
                               khaime[u"base_url"].toString()},
                              {}, khaime[u"key"].toString());
        QVERIFY2(other.exitCode == 0, other.err.constData());
    }

    void aCodeIsPreviewedDescribedAndSentAsTheCatalogWritesIt_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("small letters") << u"save20"_s;
        QTest::newRow("blanks and a line end") << u" SAVE20\n"_s;
        QTest::newRow("zero width") << u"SAVE\u200b20"_s;
        QTest::newRow("full width") << u"\uff33\uff21\uff36\uff25\uff12\uff10"_s;
    }
    void aCodeIsPreviewedDescribedAndSentAsTheCatalogWritesIt()
    {
        QFETCH(const QString, code);
        const QByteArray draft = draftWith(u"promotion_code"_s, code);
        const Run preview = run(with(u"preview"_s), draft);
        QCOMPARE(preview.json()[u"tiers"][0][u"customer_pays"][u"amount"].toInt(), 39920);
        const Run dry = run(with(u"session"_s, u"create"_s) << u"--dry-run"_s, draft);
        QCOMPARE(dry.json()[u"body"][u"promotion_code"].toString(), u"SAVE20"_s);
        const Run made = run(with(u"session"_s, u"create"_s) << u"--another"_s, draft);
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QCOMPARE(made.json()[u"amount"].toInt(), 39920);
    }

    void marksAroundAnArgumentAreNoPartOfIt()
    {
        const Run made = run(with(u"session"_s, u"create"_s), draftWith(u"success_url"_s, u"HTTPS://a.example/\n"_s));
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QString id = made.json()[u"id"].toString();
        const Run shown = run(
            {u"session"_s, u"show"_s, u"\ufeff"_s + id + u"\u200b\n"_s, u"--account"_s, u" Shop\u200e"_s, u"--json"_s});
        QVERIFY2(shown.exitCode == 0, shown.err.constData());
        QCOMPARE(shown.json()[u"id"].toString(), id);
        QCOMPARE(run({u"session"_s, u"show"_s, u"\u200b"_s, u"--account"_s, u"Shop"_s}).exitCode, 2);
    }

    void anAddressIsRefusedOrRemarkedOn_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const QString shop = u"Shop"_s;
        QTest::newRow("user") << shop << u"https://me:secret@a.example"_s << 1 << "success_url: An address with"_ba;
        QTest::newRow("fragment") << shop << u"https://a.example/#x"_s << 0 << "Browsers send nothing after"_ba;
        QTest::newRow("letters") << shop << u"https://m\u00fcnchen.example/"_s << 0 << "xn--mnchen-3ya.example"_ba;
        QTest::newRow("encoded ID") << shop << u"https://a.example/%7BCHECKOUT_SESSION_ID%7D"_s << 1
                                    << "Write %7BCHECKOUT_SESSION_ID%7D as {CHECKOUT_SESSION_ID}"_ba;
        QTest::newRow("ID that is not filled in") << u"Charges"_s << u"https://a.example/{CHECKOUT_SESSION_ID}"_s << 1
                                                  << "Khaime does not say that it fills in"_ba;
    }
    void anAddressIsRefusedOrRemarkedOn()
    {
        QFETCH(const QString, account);
        QFETCH(const QString, url);
        QFETCH(const int, code);
        QFETCH(const QByteArray, says);
        const bool isShop = account == u"Shop"_s;
        const QByteArray draft =
            isShop ? draftWith(u"success_url"_s, url)
                   : QJsonDocument(QJsonObject{{u"tilldeck_draft"_s, 1},
                                               {u"customer"_s, QJsonObject{{u"email"_s, u"jane@example.com"_s}}},
                                               {u"pricing"_s, QJsonObject{{u"total_amount"_s, 9000},
                                                                          {u"total_currency"_s, u"USD"_s}}},
                                               {u"success_url"_s, url}})
                         .toJson();
        const QStringList create{u"session"_s, u"create"_s, u"--account"_s, account,
                                 u"--from"_s,  u"-"_s,      u"--dry-run"_s};
        const Run ended = run(create, draft, isShop ? m_key : m_sandbox->account(u"khaime"_s)[u"key"].toString());
        QVERIFY2(ended.exitCode == code, ended.err.constData());
        QVERIFY2(ended.err.contains(says), ended.err.constData());
    }

    void theSessionIdInAReturnUrlIsRefused()
    {
        const QString url = u"https://a.example/?id={CHECKOUT_SESSION_ID}"_s;
        const QStringList create = with(u"session"_s, u"create"_s) << u"--dry-run"_s;
        const Run success = run(create, draftWith(u"success_url"_s, url));
        QVERIFY2(success.exitCode == 0, success.err.constData());
        const Run back = run(create, draftWith(u"return_url"_s, url));
        QVERIFY2(back.exitCode == 1, back.err.constData());
        QVERIFY2(back.err.contains("return_url: PaymentKit does not say that it fills in the session's ID here: the "
                                   "customer may arrive with {CHECKOUT_SESSION_ID} as it stands."),
                 back.err.constData());
    }

    void aDraftFileSaysWhereItIsWrong()
    {
        const QStringList create = with(u"session"_s, u"create"_s) << u"--dry-run"_s;
        const Run marked = run(create, "\xef\xbb\xbf" + draftWith(u"return_url"_s, u"https://a.example"_s));
        QVERIFY2(marked.exitCode == 0, marked.err.constData());
        const Run broken = run(create, "{\"tilldeck_draft\": 1,\n  \"mode\": }");
        QCOMPARE(broken.exitCode, 1);
        QVERIFY2(broken.err.contains("line 2, column 11"), broken.err.constData());
        const Run wide = run(create, QByteArray("\xff\xfe{\0}\0", 6));
        QVERIFY2(wide.err.contains("UTF-16"), wide.err.constData());
        const Run named = run(create, R"({"tilldeck_draft": 1, "lineItems": [], "promotioncode": "A"})");
        QCOMPARE(named.exitCode, 1);
        for (const QByteArray &part : {"“line_items” meant"_ba, "“promotion_code” meant"_ba}) // each of them
            QVERIFY2(named.err.contains(part), named.err.constData());
    }

    void aQuestionReachesTheTerminalWithoutCommands()
    {
        const QString id = u"ch\u001b[2J1"_s;
        const QJsonObject payment{{u"id"_s, id},
                                  {u"payment_intent_id"_s, u"pi_1"_s},
                                  {u"amount_atom"_s, 2900},
                                  {u"currency"_s, u"eur"_s},
                                  {u"status"_s, u"succeeded"_s}};
        const QJsonObject list{{u"items"_s, QJsonArray{payment}}, {u"total"_s, 1}};
        tilldeck::http::test::ScriptedServer server(
            tilldeck::http::test::answer(200, QJsonDocument(list).toJson(QJsonDocument::Compact)));
        const QTemporaryDir data;
        const auto ask = [&](const QStringList &arguments, const QByteArray &typed) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"TILLDECK_DATA_DIR"_s, data.path());
            environment.insert(u"TILLDECK_KEY"_s, u"sk_test_1"_s);
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"), arguments);
            process.write(typed);
            process.closeWriteChannel();
            // The server is served meanwhile.
            if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30000))
                process.kill();
            return process.readAllStandardError();
        };
        ask({u"account"_s, u"add"_s, u"Odd"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
             server.url(QString()).toString(), u"--account-id"_s, u"a"_s},
            {});
        ask({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Odd"_s}, {});
        const QByteArray asked =
            ask({u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"1.00"_s, u"--account"_s, u"Odd"_s}, "no\n");
        QVERIFY2(asked.contains("back? Type \"yes\": "), asked);
        QVERIFY2(!asked.contains(char(27)), asked.toPercentEncoding());
    }

private:
    static QByteArray draftWith(const QString &member, const QString &value)
    {
        return QJsonDocument(
                   QJsonObject{{u"tilldeck_draft"_s, 1},
                               {u"customer"_s, QJsonObject{{u"id"_s, u"cus_abc123"_s}}},
                               {u"line_items"_s, QJsonArray{QJsonObject{{u"price_id"_s, u"price_premium"_s}}}},
                               {member, value}})
            .toJson();
    }

    static QStringList with(const QString &command, const QString &below = {})
    {
        QStringList arguments{command};
        if (!below.isEmpty())
            arguments << below;
        return arguments << u"--account"_s << u"Shop"_s << u"--from"_s << u"-"_s << u"--json"_s;
    }

    Run run(const QStringList &arguments, const QByteArray &input = {}) { return run(arguments, input, m_key); }
    Run run(const QStringList &arguments, const QByteArray &input, const QString &key)
    {
        return runCli(m_folder.filePath(u"data"_s), arguments, input, key);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliTextsTest)

} // namespace cli_texts_test

#include "tst_cli_texts.moc"
