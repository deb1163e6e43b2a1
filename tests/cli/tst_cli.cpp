// SPDX-License-Identifier: GPL-3.0-or-later
// A script uses the command line, with the real programs and a real sandbox.
#include "programs.h"
#include "support/runner.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace cli_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s));
        QVERIFY(!m_sandbox->ready.isEmpty());
        m_key = m_sandbox->account()[u"key"].toString();
        const Run added =
            run({u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                 m_sandbox->account()[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s, u"--json"_s});
        QCOMPARE(added.exitCode, 0);
        QCOMPARE(added.json()[u"mode"].toString(), u"sandbox"_s);
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void aSessionIsCreatedShownAndListed()
    {
        const Run created =
            run({u"session"_s, u"create"_s, u"--account"_s, u"shop"_s, u"--from"_s, u"-"_s, u"--json"_s, u"--reveal"_s},
                draft());
        QCOMPARE(created.exitCode, 0);
        const QJsonObject session = created.json().object();
        QCOMPARE(session[u"status"].toString(), u"open"_s);
        QCOMPARE(session[u"amount"].toInt(), 39920); // 499.00 less 20 %
        QCOMPARE(session[u"currency"].toString(), u"USD"_s);
        QVERIFY(session[u"url"].toString().endsWith(session[u"token"].toString()));
        QVERIFY(session[u"expires_at"].toString().endsWith(u'Z'));

        const Run shown =
            run({u"session"_s, u"show"_s, session[u"id"].toString(), u"--account"_s, u"Shop"_s, u"--json"_s});
        QCOMPARE(shown.exitCode, 0);
        QVERIFY(!shown.out.contains(session[u"token"].toString().toUtf8()));
        const Run listed = run({u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s, u"--json"_s,
                                u"--status"_s, u"open"_s});
        QCOMPARE(listed.exitCode, 0);
        QCOMPARE(listed.json()[0][u"id"].toString(), session[u"id"].toString());
        QVERIFY(!listed.out.contains(session[u"token"].toString().toUtf8()));
    }

    void aListThatIsLongerThanItsLimitSaysSo()
    {
        for (const QString &what : {u"session"_s, u"transaction"_s}) {
            const Run cut =
                run({what, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s, u"--limit"_s, u"2"_s, u"--json"_s});
            QCOMPARE(cut.exitCode, 0);
            QCOMPARE(cut.json().array().size(), 2);
            QVERIFY2(cut.err.contains("Only the newest 2 are shown."), cut.err.constData());
            const Run whole = run(
                {what, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s, u"--limit"_s, u"10000"_s, u"--json"_s});
            QVERIFY2(!whole.err.contains("Only the newest"), whole.err.constData());
        }
    }

    void aDryRunShowsTheRequestAndSendsNothing()
    {
        const qsizetype before = run({u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s, u"--json"_s})
                                     .json()
                                     .array()
                                     .size();
        const Run dry = run(
            {u"session"_s, u"create"_s, u"--account"_s, u"Shop"_s, u"--from"_s, u"-"_s, u"--dry-run"_s, u"--json"_s},
            draft());
        QCOMPARE(dry.exitCode, 0);
        QCOMPARE(dry.json()[u"method"].toString(), u"POST"_s);
        QVERIFY(dry.json()[u"url"].toString().endsWith(u"/api/acc_demo/checkout-sessions"_s));
        const QJsonObject body = dry.json()[u"body"].toObject();
        QCOMPARE(body[u"promotion_code"].toString(), u"SAVE20"_s);
        QVERIFY(!body.contains(u"expires_in_hours"_s)); // not set, so not sent
        QVERIFY(!dry.out.contains(m_key.toUtf8()));
        QCOMPARE(run({u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s, u"--json"_s})
                     .json()
                     .array()
                     .size(),
                 before);
    }

    void aDryRunShowsNoRequestThatWouldBeRefused()
    {
        const QStringList dry{u"session"_s, u"create"_s, u"--account"_s, u"Shop"_s,
                              u"--from"_s,  u"-"_s,      u"--dry-run"_s, u"--json"_s};
        const QByteArray off = R"({"tilldeck_draft": 1, "customer": {"id": "cus_abc123"},
            "line_items": [{"price_id": "price_premium"}, {"price_id": "price_studio_eur"}]})";
        const Run refused = run(dry, off);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("Fix the draft first"), refused.err.constData());
        QVERIFY(!refused.json().object().contains(u"method"_s));
    }

    void thePreviewGivesEachTier()
    {
        const Run preview = run({u"preview"_s, u"--account"_s, u"Shop"_s, u"--from"_s, u"-"_s, u"--json"_s}, draft());
        QCOMPARE(preview.exitCode, 0);
        const QJsonArray tiers = preview.json()[u"tiers"].toArray();
        QCOMPARE(tiers.size(), 2);
        QCOMPARE(tiers[0][u"customer_pays"][u"amount"].toInt(), 39920);
        QCOMPARE(tiers[1][u"customer_pays"][u"certainty"].toString(), u"estimate"_s);
    }

    void exitCodesTellErrorsApart_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const QStringList create{u"session"_s, u"create"_s, u"--account"_s, u"Shop"_s, u"--from"_s, u"-"_s};
        const auto changed = [](const char *member, const QJsonValue &value) {
            QJsonObject object = QJsonDocument::fromJson(draft()).object();
            object.insert(QLatin1StringView(member), value);
            return QJsonDocument(object).toJson();
        };
        const QJsonArray unknownPrice{QJsonObject{{u"price_id"_s, u"price_nobody"_s}}};
        const QJsonArray zero{QJsonObject{{u"price_id"_s, u"price_premium"_s}, {u"quantity"_s, 0}}};
        const QJsonArray mixed{QJsonObject{{u"price_id"_s, u"price_premium"_s}},
                               QJsonObject{{u"price_id"_s, u"price_print_eur"_s}}};
        const QString good;
        QTest::newRow("no command") << QStringList{} << QByteArray() << good << 2 << QString();
        QTest::newRow("unknown option") << (create + QStringList{u"--key"_s, u"sk"_s}) << draft() << good << 2
                                        << QString();
        QTest::newRow("unknown account") << QStringList{u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s,
                                                        u"Nobody"_s}
                                         << QByteArray() << good << 1 << u"no account named"_s;
        QTest::newRow("unknown member") << create << changed("colour", u"red"_s) << good << 1 << u"colour"_s;
        QTest::newRow("unknown price") << create << changed("line_items", unknownPrice) << good << 1
                                       << u"line_items[0].price_id"_s;
        QTest::newRow("quantity 0") << create << changed("line_items", zero) << good << 1
                                    << u"line_items[0].quantity"_s;
        QTest::newRow("mixed currencies") << create << changed("line_items", mixed) << good << 1 << u"one currency"_s;
        QTest::newRow("code and coupon") << create << changed("coupon_id", u"coupon_dev_abc123"_s) << good << 1
                                         << u"not both"_s;
        QTest::newRow("expired code") << create << changed("promotion_code", u"AUTUMN10"_s) << good << 1
                                      << u"ended on"_s;
        QTest::newRow("hours beyond") << create << changed("expires_in_hours", 721) << good << 1 << u"1 to 720"_s;
        QTest::newRow("ftp address") << create << changed("success_url", u"ftp://a.example"_s) << good << 1
                                     << u"https://"_s;
        QTest::newRow("object as custom field")
            << create << changed("custom_fields", QJsonObject{{u"a"_s, QJsonObject{}}}) << good << 1
            << u"custom_fields"_s;
        QTest::newRow("wrong key") << create << draft() << u"sk_test_wrong"_s << 5 << u"key"_s;
        QTest::newRow("live key for an account of the sandbox")
            << create << draft() << u"sk_live_abcdefgh"_s << 1 << u"real money"_s;
        QTest::newRow("key of another provider")
            << create << draft() << u"pk_sandbox_abcdefgh"_s << 1 << u"an account of PaymentKit"_s;
        QTest::newRow("no key") << create << draft() << u" "_s << 5 << u"no key"_s;
    }
    void exitCodesTellErrorsApart()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(QString, key);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Run ended = run(arguments, input, key.isEmpty() ? m_key : key.trimmed());
        QVERIFY2(ended.exitCode == code, ended.err.constData());
        QVERIFY2(ended.err.contains(says.toUtf8()), ended.err.constData());
    }

    void aServerThatIsNotRunningIsUnreachable()
    {
        const Run added = run({u"account"_s, u"add"_s, u"Gone"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                               u"http://127.0.0.1:1"_s, u"--account-id"_s, u"a"_s});
        QCOMPARE(added.exitCode, 0);
        const Run create = run({u"session"_s, u"create"_s, u"--account"_s, u"Gone"_s, u"--from"_s, u"-"_s}, draft());
        QCOMPARE(create.exitCode, 4);
        QVERIFY2(create.err.contains("Nothing was created."), create.err.constData());
        const Run refund =
            run({u"transaction"_s, u"refund"_s, u"txn_1"_s, u"--full"_s, u"--yes"_s, u"--account"_s, u"Gone"_s});
        QCOMPARE(refund.exitCode, 4);
        QVERIFY2(refund.err.contains("Nothing was given back."), refund.err.constData());
        QCOMPARE(run({u"account"_s, u"remove"_s, u"Gone"_s}).exitCode, 0);
        QVERIFY(!run({u"account"_s, u"list"_s, u"--json"_s}).out.contains("Gone"));
    }

    void anAccountSendsTheDialectItWasConnectedWith_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("member");
        QTest::newRow("none named: the standard one") << QString() << u"line_items"_s;
        QTest::newRow("the standard one") << u"ikawaari.line_items"_s << u"line_items"_s;
        QTest::newRow("the later one") << u"ikawaari.amount"_s << u"amount"_s;
    }
    void anAccountSendsTheDialectItWasConnectedWith()
    {
        QFETCH(const QString, dialect);
        QFETCH(const QString, member);
        const QJsonObject account = m_sandbox->account(u"ikawaari"_s);
        QStringList add{u"account"_s, u"add"_s, u"Dakar"_s, u"--provider"_s, u"ikawaari"_s};
        add << u"--base-url"_s << account[u"base_url"].toString();
        if (!dialect.isEmpty())
            add += QStringList{u"--dialect"_s, dialect};
        const QString key = account[u"key"].toString();
        QCOMPARE(run(add, {}, key).exitCode, 0);
        const QJsonArray items{QJsonObject{{u"name"_s, u"Tea"_s}, {u"amount"_s, 500}, {u"currency"_s, u"XOF"_s}}};
        const QJsonObject asked{{u"tilldeck_draft"_s, 1},
                                {u"mode"_s, u"payment"_s},
                                {u"line_items"_s, items},
                                {u"success_url"_s, u"https://a.example"_s},
                                {u"return_url"_s, u"https://a.example"_s}};
        const Run dry = run(
            {u"session"_s, u"create"_s, u"--account"_s, u"Dakar"_s, u"--from"_s, u"-"_s, u"--dry-run"_s, u"--json"_s},
            QJsonDocument(asked).toJson(), key);
        QCOMPARE(run({u"account"_s, u"remove"_s, u"Dakar"_s}).exitCode, 0);
        QVERIFY2(dry.exitCode == 0, dry.err.constData());
        QVERIFY2(dry.json()[u"body"].toObject().contains(member), dry.out.constData());
    }

    void aForbiddenCallIsReportedWithItsRequest_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("kind");
        const QJsonObject account = m_sandbox->account(u"ikawaari"_s);
        QTest::newRow("a key that only reads") << account[u"read_only_key"].toString() << u"forbidden"_s;
        QTest::newRow("a key of nobody") << u"ik_test_nobody"_s << u"unauthorised"_s;
    }
    void aForbiddenCallIsReportedWithItsRequest()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, kind);
        const QStringList add{u"account"_s, u"add"_s, u"Dakar"_s, u"--provider"_s, u"ikawaari"_s, u"--base-url"_s};
        QCOMPARE(run(add + QStringList{m_sandbox->account(u"ikawaari"_s)[u"base_url"].toString()}, {}, key).exitCode,
                 0);
        const QJsonArray items{QJsonObject{{u"name"_s, u"Tea"_s}, {u"amount"_s, 500}, {u"currency"_s, u"XOF"_s}}};
        const QJsonObject asked{{u"tilldeck_draft"_s, 1}, {u"mode"_s, u"payment"_s}, {u"line_items"_s, items}};
        const Run ended = run({u"session"_s, u"create"_s, u"--account"_s, u"Dakar"_s, u"--from"_s, u"-"_s, u"--json"_s},
                              QJsonDocument(asked).toJson(), key);
        QCOMPARE(run({u"account"_s, u"remove"_s, u"Dakar"_s}).exitCode, 0);
        QVERIFY2(ended.exitCode == 5, ended.err.constData());
        const QJsonValue error = ended.json()[u"error"];
        QCOMPARE(error[u"kind"].toString(), kind);
        QVERIFY(error[u"request_id"].toString().startsWith(u"req_"_s));
        QVERIFY2(ended.err.contains("Request ID: " + error[u"request_id"].toString().toUtf8()), ended.err.constData());
    }

    void anAccountIsNotConnectedWithoutTheKeyThatSaysWhatItIs_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no key") << QString() << 5 << "real money"_ba;
        QTest::newRow("a key of another provider") << u"ik_test_abc"_s << 1 << "Ikawaari"_ba;
    }
    void anAccountIsNotConnectedWithoutTheKeyThatSaysWhatItIs()
    {
        QFETCH(const QString, key);
        QFETCH(const int, code);
        QFETCH(const QByteArray, says);
        const Run added = runCli(m_folder.filePath(u"data"_s),
                                 {u"account"_s, u"add"_s, u"Keyless"_s, u"--provider"_s, u"paymentkit"_s,
                                  u"--base-url"_s, u"http://127.0.0.1:1"_s, u"--account-id"_s, u"a"_s},
                                 {}, key);
        QCOMPARE(added.exitCode, code);
        QVERIFY2(added.err.contains(says), added.err);
        QVERIFY(!added.out.contains("Connected"));
        QVERIFY(!run({u"account"_s, u"list"_s, u"--json"_s}).out.contains("Keyless"));
    }

    void theDialectOfAnotherProviderIsRefused()
    {
        const Run added =
            run({u"account"_s, u"add"_s, u"Mixed"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                 u"http://127.0.0.1:1"_s, u"--account-id"_s, u"a"_s, u"--dialect"_s, u"ikawaari.amount"_s});
        QCOMPARE(added.exitCode, 1);
        QVERIFY(!run({u"account"_s, u"list"_s, u"--json"_s}).out.contains("Mixed"));
    }

    void theKeyOfTheEnvironmentIsPassedOnToNobody()
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, m_folder.filePath(u"data"_s));
        environment.insert(u"TILLDECK_KEY"_s, m_key);
        environment.insert(u"TILLDECK_ALLOW_DUMPS"_s, u"1"_s); // others may read its environment
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"),
                      {u"session"_s, u"create"_s, u"--account"_s, u"Shop"_s, u"--from"_s, u"-"_s});
        QVERIFY(process.waitForStarted());
        const auto read = [&](const QString &name) {
            QFile file(u"/proc/%1/%2"_s.arg(process.processId()).arg(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY(read(u"environ"_s).contains("TILLDECK_DATA_DIR") && !read(u"environ"_s).contains(m_key.toUtf8()));
        QCOMPARE(process.state(), QProcess::Running);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60000));
    }

    void aSessionIsTrackedFromStandardInput()
    {
        const Run created = run(
            {u"session"_s, u"create"_s, u"--account"_s, u"Shop"_s, u"--from"_s, u"-"_s, u"--another"_s, u"--json"_s},
            draft());
        const QString id = created.json()[u"id"].toString();
        QVERIFY(!id.isEmpty());
        const QStringList track{u"session"_s, u"track"_s, u"-"_s, u"--account"_s, u"Shop"_s, u"--json"_s};
        const Run tracked = run(track, id.toUtf8() + "\n");
        QVERIFY2(tracked.exitCode == 0, tracked.err);
        QCOMPARE(tracked.json()[u"id"].toString(), id);
        const Run nothing = run(track, "\n");
        QCOMPARE(nothing.exitCode, 1);
        QVERIFY2(nothing.err.contains("Standard input"), nothing.err);
    }

    void namesReachTheTerminalWithoutCommands()
    {
        const QJsonObject account = m_sandbox->account(u"ikawaari"_s);
        const QString key = account[u"key"].toString();
        const QString name = u"Ev\u001b[2Jil\u009b31m"_s;
        const auto clean = [](const QByteArray &text) {
            return std::ranges::none_of(QString::fromUtf8(text),
                                        [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; });
        };
        const Run added = run({u"account"_s, u"add"_s, name, u"--provider"_s, u"ikawaari"_s, u"--base-url"_s,
                               account[u"base_url"].toString()},
                              {}, key);
        QVERIFY2(added.exitCode == 0 && clean(added.out) && clean(added.err), added.out + added.err);
        const QJsonArray items{QJsonObject{
            {u"name"_s, u"Tea\u001b]0;evil\u0007\nIced\u009b2J"_s}, {u"amount"_s, 500}, {u"currency"_s, u"XOF"_s}}};
        const QJsonObject asked{{u"tilldeck_draft"_s, 1},
                                {u"mode"_s, u"payment"_s},
                                {u"line_items"_s, items},
                                {u"success_url"_s, u"https://a.example"_s},
                                {u"return_url"_s, u"https://a.example"_s}};
        const QByteArray document = QJsonDocument(asked).toJson();
        const Run created = run({u"session"_s, u"create"_s, u"--account"_s, name, u"--from"_s, u"-"_s}, document, key);
        QVERIFY2(created.exitCode == 0 && clean(created.out) && clean(created.err), created.out + created.err);
        const Run previewed = run({u"preview"_s, u"--account"_s, name, u"--from"_s, u"-"_s}, document, key);
        QVERIFY2(clean(previewed.out) && previewed.out.contains("Tea Iced"), previewed.out);
        const Run listed = run({u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, name}, {}, key);
        QVERIFY2(clean(listed.out) && listed.out.count('\n') == 1, listed.out);
        QVERIFY2(listed.out.contains("Tea"), listed.out);
        const Run raw = run({u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, name, u"--json"_s}, {}, key);
        QVERIFY2(clean(raw.out), raw.out);
        QCOMPARE(raw.json()[0][u"account"].toString(), name);
        const Run accounts = run({u"account"_s, u"list"_s});
        QVERIFY2(clean(accounts.out) && accounts.out.contains("Evil"), accounts.out);
        const Run removed = run({u"account"_s, u"remove"_s, name});
        QVERIFY2(removed.exitCode == 0 && clean(removed.out), removed.err);
    }

    void anAccountIsNotConnectedWithoutTheIdThatItsProviderNeeds()
    {
        const Run added = run({u"account"_s, u"add"_s, u"Nameless"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                               u"http://127.0.0.1:1"_s});
        QCOMPARE(added.exitCode, 1);
        QVERIFY2(added.err.contains("--account-id"), added.err);
        QVERIFY(!added.out.contains("Connected"));
        QVERIFY(!run({u"account"_s, u"list"_s, u"--json"_s}).out.contains("Nameless"));
    }

    void theKeyIsWrittenToNoFile()
    {
        QProcess grep;
        grep.start(u"grep"_s, {u"-r"_s, u"-l"_s, u"-a"_s, m_key, m_folder.filePath(u"data"_s)});
        QVERIFY(grep.waitForFinished());
        QCOMPARE(grep.readAllStandardOutput(), QByteArray());
    }

private:
    static QByteArray draft()
    {
        return R"({"tilldeck_draft": 1, "customer": {"id": "cus_abc123"}, "promotion_code": "SAVE20",
            "line_items": [{"price_id": "price_premium", "quantity": 1}],
            "cascade": [{"line_items": [{"price_id": "price_standard", "quantity": 1}]}]})";
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

TILLDECK_TEST(CliTest)

} // namespace cli_test

#include "tst_cli.moc"
