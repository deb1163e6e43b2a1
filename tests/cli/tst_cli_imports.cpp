// SPDX-License-Identifier: GPL-3.0-or-later
// Files of rows on the command line: read, priced, created, killed in the middle and gone on with.
#include "programs.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <algorithm>
#include <csignal>

namespace cli_imports_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliImportsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sandbox = std::make_unique<SandboxProcess>(m_folder->filePath(u"sandbox"_s), u"a token of the test"_s);
        QVERIFY(!m_sandbox->ready.isEmpty());
        m_key = m_sandbox->account()[u"key"].toString();
        QCOMPARE(run({u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                      m_sandbox->account()[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s})
                     .exitCode,
                 0);
    }
    void cleanup()
    {
        m_sandbox.reset();
        m_folder.reset();
    }

    void aFileIsPricedFirstAndCreatedThen()
    {
        const QString file = written(rows(3));
        const Run dry = on({u"import"_s, file, u"--dry-run"_s});
        QVERIFY2(dry.exitCode == 0, dry.err.constData());
        QCOMPARE(dry.json()[u"rows"].toArray().size(), 3);
        QCOMPARE(dry.json()[u"totals"][0][u"amount"].toInt(), 3 * 49900);
        QCOMPARE(orders().size(), 0);
        QCOMPARE(on({u"import"_s, file}).exitCode, 2); // nobody can be asked
        QCOMPARE(orders().size(), 0);
        const QString result = m_folder->filePath(u"result.csv"_s);
        const Run made = on({u"import"_s, file, u"--yes"_s, u"--result"_s, result});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QCOMPARE(made.json()[u"rows"].toArray().size(), 3);
        const QJsonObject first = made.json()[u"rows"][0].toObject();
        QCOMPARE(first[u"line"].toInt(), 2);
        QCOMPARE(first[u"status"].toString(), u"created"_s);
        QCOMPARE(orders().size(), 3);
        QFile written(result);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const QList<QByteArray> lines = written.readAll().split('\n');
        QVERIFY2(lines.at(1).contains("2,created," + first[u"id"].toString().toUtf8() + ",http://127.0.0.1"),
                 lines.at(1).constData());
        QVERIFY(!made.out.contains(lines.at(1).split(',').at(4))); // the token
        // The same file again is a question.
        const Run again = on({u"import"_s, file, u"--yes"_s});
        QCOMPARE(again.exitCode, 6);
        QCOMPARE(again.json()[u"error"][u"kind"].toString(), u"repeated"_s);
        QCOMPARE(again.json()[u"earlier"][u"created"].toInt(), 3);
        QCOMPARE(orders().size(), 3);
        QCOMPARE(on({u"import"_s, file, u"--yes"_s, u"--another"_s}).exitCode, 0);
        QCOMPARE(orders().size(), 6);
        const Run list = on({u"import"_s, u"list"_s});
        QCOMPARE(list.json().array().size(), 2);
        const Run shown = on({u"import"_s, u"show"_s, list.json()[1][u"import"].toString()});
        QCOMPARE(shown.json()[u"rows"][0][u"id"].toString(), first[u"id"].toString());
    }

    void aResultTakesNoPlaceOfTheFileAndADryRunGoesOnWithNothing()
    {
        const QString file = written(rows(2));
        const Run refused = on({u"import"_s, file, u"--yes"_s, u"--result"_s, file});
        QVERIFY2(refused.exitCode != 0 && refused.out.contains("another file with --result"), refused.out.constData());
        QCOMPARE(orders().size(), 0);
        for (const QString &choice : {u"--resume"_s, u"--cancel"_s})
            QCOMPARE(on({u"import"_s, choice, u"--dry-run"_s}).exitCode, 2);
    }

    /// The provider documents no key under which it acts once: its list is looked at before the same is sent again.
    void aRowThatWasRefusedAfterItWasMadeIsNotSentAgain()
    {
        arm({{u"provider"_s, u"paymentkit"_s},
             {u"operation"_s, u"createCheckoutSession"_s},
             {u"fault"_s, u"status"_s},
             {u"status"_s, 429},
             {u"retry_after"_s, u"1"_s},
             {u"at"_s, u"after_commit"_s},
             {u"count"_s, 1}});
        const Run made = on({u"import"_s, written(rows(3)), u"--yes"_s});
        QCOMPARE(made.exitCode, 3);
        QCOMPARE(orders().size(), 3);
        const QJsonArray rows = made.json()[u"rows"].toArray();
        const auto question =
            std::ranges::find_if(rows, [](const auto &row) { return row[u"status"] == u"outcome_unknown"_s; });
        QVERIFY(question != rows.end());
        QCOMPARE(on({u"import"_s, u"--resume"_s}).exitCode, 1);
        QCOMPARE(orders().size(), 3);
        const Run resolved = on({u"session"_s, u"resolve"_s, (*question)[u"intent"].toString()});
        QVERIFY2(resolved.exitCode == 0, (resolved.err + resolved.out).constData());
        QCOMPARE(on({u"import"_s, u"list"_s}).json()[0][u"created"].toInt(), 3);
    }

    void afterABackupWasPutBackNoRowIsCreatedOnceMore()
    {
        refuseAfter(1);
        QCOMPARE(on({u"import"_s, written(rows(4)), u"--yes"_s}).exitCode, 7);
        const QString backup = m_folder->filePath(u"backup"_s);
        copyTo(backup);
        QCOMPARE(on({u"import"_s, u"--resume"_s}).exitCode, 0);
        QCOMPARE(orders().size(), 4);
        QVERIFY(QDir(data()).removeRecursively() && QDir().rename(backup, data()));
        const Run again = on({u"import"_s, u"--resume"_s});
        QCOMPARE(again.exitCode, 3);
        QVERIFY2(again.err.contains("session resolve"), again.err.constData());
        QCOMPARE(orders().size(), 4);
    }

    /// Khaime lists no hosted sessions and takes no key with them.
    void whatNothingCanTellIsSentByTheMerchantsWordAlone()
    {
        const auto with = khaime();
        arm({{u"provider"_s, u"khaime"_s},
             {u"operation"_s, u"createPaymentSession"_s},
             {u"fault"_s, u"status"_s},
             {u"status"_s, 429},
             {u"retry_after"_s, u"7200"_s},
             {u"skip"_s, 1},
             {u"count"_s, 1}});
        QByteArray rows =
            "flow,product_id,customer_email,pricing,pricing_currency,success_url,return_url,metadata.order\n";
        for (int i = 0; i < 40; ++i)
            rows += "khaime.session,789,a@example.com,10.00,USD,https://a.example/,https://a.example/c,A" +
                    QByteArray::number(i) + '\n';
        const QString file = written(rows);
        const QStringList of{u"--account"_s, u"K"_s, u"--json"_s};
        const Run first = with(QStringList{u"import"_s, file, u"--yes"_s} + of);
        QVERIFY2(first.exitCode == 7, (first.err + first.out).constData());
        const Run list = with(QStringList{u"import"_s, u"list"_s} + of);
        const int left = list.json()[0][u"not_sent"].toInt();
        QVERIFY(left > 0);
        const Run asked = with(QStringList{u"import"_s, u"--resume"_s} + of);
        QCOMPARE(asked.exitCode, 6);
        QVERIFY2(asked.err.contains("--another"), asked.err.constData());
        QCOMPARE(with(QStringList{u"import"_s, u"list"_s} + of).json()[0][u"not_sent"].toInt(), left);
        with(QStringList{u"import"_s, u"--resume"_s, u"--another"_s} + of);
        QCOMPARE(with(QStringList{u"import"_s, u"list"_s} + of).json()[0][u"not_sent"].toInt(), 0);
    }

    void eachProblemIsSaidWithItsCellAndNothingIsSent()
    {
        const QString file = written("Kunde;Preis-ID;Menge;custom_fields.order\ncus_abc123;price_premium;zwei;A\n"
                                     "cus_abc123;price nowhere;1;B\n" +
                                     m_key.toUtf8() + ";price_premium;1;C\n");
        const Run refused = on({u"import"_s, file, u"--yes"_s});
        QCOMPARE(refused.exitCode, 1);
        const QJsonArray problems = refused.json()[u"problems"].toArray();
        QVERIFY(problems.size() >= 3);
        QCOMPARE(problems[0][u"line"].toInt(), 2);
        QCOMPARE(problems[0][u"column"].toString(), u"Menge"_s);
        QCOMPARE(problems[0][u"text"].toString(), u"zwei"_s);
        QCOMPARE(problems[1][u"column"].toString(), u"Preis-ID"_s);
        QVERIFY(!refused.out.contains(m_key.toUtf8()));
        QVERIFY(!refused.err.contains(m_key.toUtf8()));
        QCOMPARE(orders().size(), 0);
        QVERIFY(on({u"import"_s, u"list"_s}).json().array().isEmpty());
        QCOMPARE(on({u"import"_s, u"/nowhere.csv"_s, u"--yes"_s}).exitCode, 1);
        QCOMPARE(on({u"import"_s}).exitCode, 2);
    }

    void columnsAreMappedAndKeptAsATemplate()
    {
        const QString file = written("Report\nWho;What;Count;custom_fields.order\ncus_abc123;price_premium;1;T1\n");
        QCOMPARE(on({u"import"_s, file, u"--dry-run"_s}).exitCode, 1);
        const QStringList mapping{u"--map"_s, u"Who=customer_id"_s,    u"--map"_s, u"What=item_price_id"_s,
                                  u"--map"_s, u"Count=item_quantity"_s};
        const Run dry = on(QStringList{u"import"_s} + mapping +
                           QStringList{file, u"--dry-run"_s, u"--save-template"_s, u"Report"_s});
        QVERIFY2(dry.exitCode == 0, dry.err.constData());
        const Run again = on({u"import"_s, file, u"--dry-run"_s, u"--template"_s, u"Report"_s});
        QVERIFY2(again.exitCode == 0, again.err.constData());
        QCOMPARE(again.json()[u"columns"][0][u"field"].toString(), u"customer_id"_s);
        QCOMPARE(on({u"import"_s, file, u"--dry-run"_s, u"--template"_s, u"None"_s}).exitCode, 1);
        // What its file cannot be read by is not kept.
        QCOMPARE(on({u"import"_s, file, u"--dry-run"_s, u"--save-template"_s, u"Wrong"_s}).exitCode, 1);
        const Run wrong = on({u"import"_s, file, u"--dry-run"_s, u"--template"_s, u"Wrong"_s});
        QVERIFY2((wrong.err + wrong.out).contains("There is no template"), wrong.err.constData());
        QCOMPARE(on({u"import"_s, file, u"--dry-run"_s, u"--map"_s, u"Who=nothing"_s}).exitCode, 1);
    }

    void aKilledImportIsGoneOnWithAndCreatesEachRowOnce()
    {
        constexpr int count = 40;
        constexpr int madeBefore = 15;
        // What comes next is made, and its answer stays away.
        arm({{u"provider"_s, u"paymentkit"_s},
             {u"operation"_s, u"createCheckoutSession"_s},
             {u"fault"_s, u"delay"_s},
             {u"at"_s, u"after_commit"_s},
             {u"ms"_s, 50000},
             {u"skip"_s, madeBefore},
             {u"count"_s, 6}});
        QProcess process;
        const QString file = written(rows(count));
        const QString result = m_folder->filePath(u"killed.csv"_s);
        start(process, {u"import"_s, file, u"--account"_s, u"Shop"_s, u"--yes"_s, u"--result"_s, result});
        QTRY_VERIFY_WITH_TIMEOUT(orders().size() >= madeBefore + 6, 30000);
        process.kill();
        QVERIFY(process.waitForFinished(10000));
        // Nothing says of rows that were sent that they were not.
        QVERIFY(!QFile::exists(result));
        const Run list = on({u"import"_s, u"list"_s});
        const QJsonValue import = list.json()[0];
        const int unknown = import[u"outcome_unknown"].toInt();
        QCOMPARE(import[u"rows"].toInt(), count);
        QVERIFY(unknown > 0);
        QCOMPARE(import[u"created"].toInt() + unknown + import[u"not_sent"].toInt(), count);
        QCOMPARE(run({u"account"_s, u"remove"_s, u"Shop"_s}).exitCode, 1);
        // An edited file changes nothing of what was planned.
        QFile edited(file);
        QVERIFY(edited.open(QIODevice::WriteOnly | QIODevice::Truncate));
        edited.close();
        const Run resumed = on({u"import"_s, u"--resume"_s});
        QCOMPARE(resumed.exitCode, 3);
        QVERIFY2(resumed.err.contains("tilldeck-cli session resolve "), resumed.err.constData());
        QStringList made = orders();
        QCOMPARE(made.size(), count);
        QCOMPARE(made.removeDuplicates(), 0);
        QCOMPARE(on({u"import"_s, u"--resume"_s, import[u"import"].toString()}).exitCode, 3);
        QCOMPARE(orders().size(), count);
    }

    void interruptedItEndsWhatIsUnderWayAndTheRestIsCancelled()
    {
        arm({{u"provider"_s, u"paymentkit"_s},
             {u"operation"_s, u"createCheckoutSession"_s},
             {u"fault"_s, u"delay"_s},
             {u"at"_s, u"after_commit"_s},
             {u"ms"_s, 700},
             {u"skip"_s, 5},
             {u"count"_s, 1000}});
        QProcess process;
        start(process, {u"import"_s, written(rows(60)), u"--account"_s, u"Shop"_s, u"--yes"_s, u"--json"_s});
        QTRY_VERIFY_WITH_TIMEOUT(orders().size() >= 8, 30000);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30000));
        const QByteArray err = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 7, err.constData());
        const Run list = on({u"import"_s, u"list"_s});
        QCOMPARE(list.json()[0][u"outcome_unknown"].toInt(), 0);
        const int made = list.json()[0][u"created"].toInt();
        QCOMPARE(list.json()[0][u"not_sent"].toInt(), 60 - made);
        QCOMPARE(orders().size(), made);
        const QString id = list.json()[0][u"import"].toString();
        QVERIFY2(err.contains("tilldeck-cli import --resume " + id.toUtf8()), err.constData());
        const Run cancelled = on({u"import"_s, u"--cancel"_s, id});
        QVERIFY2(cancelled.exitCode == 0, cancelled.err.constData());
        QCOMPARE(cancelled.json()[u"cancelled"].toInt(), 60 - made);
        QCOMPARE(on({u"import"_s, u"--resume"_s}).exitCode, 1);
        QCOMPARE(orders().size(), made);
        QCOMPARE(run({u"account"_s, u"remove"_s, u"Shop"_s}).exitCode, 0);
    }

    void whatItsQuoteRefusesIsRefusedEverywhereAndStandsOnItsCell()
    {
        const auto with = khaime();
        const QString file = written("Flow,E-Mail,Country,Amount,Currency,charge_currency,Zu zahlen,Description\n"
                                     "khaime.charge,a@b.example,NG,10,USD,EUR,500,one\n");
        const QStringList of{u"--account"_s, u"K"_s, u"--json"_s, u"--map"_s, u"Zu zahlen=charge_amount"_s};
        const Run dry = with(QStringList{u"import"_s, file, u"--dry-run"_s} + of);
        QCOMPARE(dry.exitCode, 1);
        QCOMPARE(dry.json()[u"problems"][0][u"line"].toInt(), 2);
        QCOMPARE(dry.json()[u"problems"][0][u"column"].toString(), u"Zu zahlen"_s);
        QCOMPARE(dry.json()[u"problems"][0][u"text"].toString(), u"500"_s);
        const Run made = with(QStringList{u"import"_s, file, u"--yes"_s} + of);
        QCOMPARE(made.json()[u"rows"][0][u"status"].toString(), u"refused"_s);
        const QStringList ofAccount = of.mid(0, 3);
        const QJsonObject list = with(QStringList{u"import"_s, u"list"_s} + ofAccount).json()[0].toObject();
        QCOMPARE(list[u"refused"].toInt(), 1);
        QCOMPARE(list[u"cancelled"].toInt(), 0);
        const Run shown = with(QStringList{u"import"_s, u"show"_s, list[u"import"].toString()} + ofAccount);
        QCOMPARE(shown.json()[u"rows"][0][u"status"].toString(), u"refused"_s);
    }

    void whatCouldNotBeKeptIsSaidAndEndsWith3()
    {
        const QString file = written(rows(2));
        // The lists are there before the ledger takes no answer.
        QCOMPARE(on({u"import"_s, file, u"--dry-run"_s}).exitCode, 0);
        const tilldeck::test::Refusing refusing(data() + u"/ledger.sqlite"_s, u"UPDATE ON session"_s);
        const Run made = on({u"import"_s, file, u"--yes"_s});
        QVERIFY2(made.exitCode == 3, made.err.constData());
        QCOMPARE(made.json()[u"rows"][0][u"kept"], QJsonValue(false));
        QVERIFY2(made.err.contains("Do not create them again"), made.err.constData());
        QCOMPARE(orders().size(), 2);
    }

    void anAccountIsRemovedOnceWhatWasNotSentIsGoneOnWithOrLeft()
    {
        refuseAfter(1);
        QCOMPARE(on({u"import"_s, written(rows(4)), u"--yes"_s}).exitCode, 7);
        const QByteArray id = on({u"import"_s, u"list"_s}).json()[0][u"import"].toString().toUtf8();
        const Run refused = run({u"account"_s, u"remove"_s, u"Shop"_s});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("tilldeck-cli import --resume " + id), refused.err.constData());
        QVERIFY2(refused.err.contains("tilldeck-cli import --cancel " + id), refused.err.constData());
        QVERIFY2(!refused.err.contains("session resolve " + id), refused.err.constData());
        QVERIFY2((refused.err + refused.out).contains("rows.csv"), refused.out.constData());
        // The list of what needs attention names it, too.
        const Run attention = on({u"session"_s, u"list"_s, u"--status"_s, u"needs_attention"_s});
        QVERIFY2(attention.err.contains("tilldeck-cli import --resume " + id), attention.err.constData());
    }

    void aReferenceOfAnotherChargeCreatesNothing()
    {
        const auto with = khaime();
        const QByteArray titles = "Flow,E-Mail,Country,Amount,Currency,charge_currency,Description,Reference\n";
        const QStringList import{u"import"_s, u"--yes"_s, u"--account"_s, u"K"_s, u"--json"_s};
        const QString file = written(titles + "khaime.charge,a@b.example,NG,90,USD,NGN,one,R1\n");
        const Run first = with(import + QStringList{file});
        QVERIFY2(first.exitCode == 0, (first.err + first.out).constData());
        const QString made = first.json()[u"rows"][0][u"id"].toString();
        written(titles + "khaime.charge,zz@b.example,NG,90,USD,NGN,one,R1\n"
                         "khaime.charge,zz@b.example,NG,91,USD,NGN,two,R2\n");
        const QString result = m_folder->filePath(u"result.csv"_s);
        const Run second = with(import + QStringList{file, u"--result"_s, result});
        QCOMPARE(second.exitCode, 7);
        const QJsonObject row = second.json()[u"rows"][0].toObject();
        QCOMPARE(row[u"status"].toString(), u"earlier"_s);
        QVERIFY(row[u"id"].isNull() && row[u"url"].isNull() && row[u"token"].isNull());
        QVERIFY2(row[u"message"].toString().contains(made), qPrintable(row[u"message"].toString()));
        QCOMPARE(second.json()[u"rows"][1][u"status"].toString(), u"created"_s);
        QFile file2(result);
        QVERIFY(file2.open(QIODevice::ReadOnly));
        QVERIFY(file2.readAll().contains("\n2,earlier,,,,"));
        const QStringList of{u"--account"_s, u"K"_s, u"--json"_s};
        const QJsonObject list = with(QStringList{u"import"_s, u"list"_s} + of).json()[0].toObject();
        QCOMPARE(list[u"created"].toInt(), 1);
        QCOMPARE(list[u"earlier"].toInt(), 1);
        const Run shown = with(QStringList{u"import"_s, u"show"_s, list[u"import"].toString()} + of);
        QCOMPARE(shown.json()[u"rows"][0], QJsonValue(row));
    }

    void aProviderWithQuotesIsAskedForEachRow()
    {
        const QJsonObject account = m_sandbox->account(u"khaime"_s);
        const QString key = account[u"key"].toString();
        QCOMPARE(runCli(data(),
                        {u"account"_s, u"add"_s, u"K"_s, u"--provider"_s, u"khaime"_s, u"--base-url"_s,
                         account[u"base_url"].toString(), u"--merchant-id"_s, account[u"merchant_id"].toString()},
                        {}, key)
                     .exitCode,
                 0);
        const QString file = written("Flow,E-Mail,Country,Amount,Currency,charge_currency,Description,Reference\n"
                                     "khaime.charge,a@b.example,NG,90,USD,NGN,one,R1\n"
                                     "khaime.charge,a@b.example,NG,91,USD,NGN,two,R2\n");
        const auto with = [&](const QStringList &more) {
            return runCli(data(), QStringList{u"import"_s, file, u"--account"_s, u"K"_s, u"--json"_s} + more, {}, key);
        };
        const Run dry = with({u"--dry-run"_s});
        QVERIFY2(dry.exitCode == 0, (dry.err + dry.out).constData());
        QCOMPARE(dry.json()[u"rows"][0][u"currency"].toString(), u"NGN"_s);
        QCOMPARE(dry.json()[u"unpriced"].toInt(), 0);
        const Run made = with({u"--yes"_s});
        QVERIFY2(made.exitCode == 0, (made.err + made.out).constData());
        QCOMPARE(made.json()[u"rows"][1][u"status"].toString(), u"created"_s);
        QCOMPARE(made.json()[u"rows"][1][u"currency"].toString(), u"NGN"_s);
    }

private:
    static QByteArray rows(int count)
    {
        QByteArray bytes = "Kunde;Preis-ID;Menge;Erfolgs-URL\n";
        for (int i = 0; i < count; ++i)
            bytes += "cus_abc123;price_premium;1;https://kestrel.example/order-" + QByteArray::number(i) + '\n';
        return bytes;
    }
    QString written(const QByteArray &bytes) const
    {
        QString path = m_folder->filePath(u"rows.csv"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("The file could not be written.");
        return path;
    }
    void start(QProcess &process, const QStringList &arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, data());
        environment.insert(u"TILLDECK_KEY"_s, m_key);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"), arguments);
        QVERIFY(process.waitForStarted());
    }
    QString data() const { return m_folder->filePath(u"data"_s); }
    Run run(const QStringList &arguments) { return runCli(data(), arguments + QStringList{u"--json"_s}, {}, m_key); }
    Run on(const QStringList &arguments) { return run(arguments + QStringList{u"--account"_s, u"Shop"_s}); }
    /// Connects Khaime as account K, and returns what runs a command with its key.
    std::function<Run(const QStringList &)> khaime() const
    {
        const QJsonObject account = m_sandbox->account(u"khaime"_s);
        const QString key = account[u"key"].toString();
        const auto with = [this, key](const QStringList &arguments) { return runCli(data(), arguments, {}, key); };
        if (with({u"account"_s, u"add"_s, u"K"_s, u"--provider"_s, u"khaime"_s, u"--base-url"_s,
                  account[u"base_url"].toString(), u"--merchant-id"_s, account[u"merchant_id"].toString()})
                .exitCode != 0)
            qFatal("The account could not be connected.");
        return with;
    }
    /// Refuses what is created after @p made, without making it, for hours.
    void refuseAfter(int made)
    {
        arm({{u"provider"_s, u"paymentkit"_s},
             {u"operation"_s, u"createCheckoutSession"_s},
             {u"fault"_s, u"status"_s},
             {u"status"_s, 429},
             {u"retry_after"_s, u"7200"_s},
             {u"skip"_s, made},
             {u"count"_s, 1}});
    }
    void copyTo(const QString &folder) const
    {
        QVERIFY(QDir().mkpath(folder));
        const QStringList names = QDir(data()).entryList(QDir::Files | QDir::Hidden);
        for (const QString &name : names)
            QVERIFY(QFile::copy(data() + u'/' + name, folder + u'/' + name));
    }
    void arm(const QJsonObject &fault) { QVERIFY(m_sandbox->arm(QJsonDocument(fault).toJson())); }

    /// Returns the success URLs of the sessions of the test that exist at the sandbox, asked for past the program.
    QStringList orders() const
    {
        QStringList found;
        for (int offset = 0;; offset += 100) {
            QNetworkAccessManager network;
            QNetworkRequest request(QUrl(u"%1/api/acc_demo/checkout-sessions?limit=100&offset=%2"_s
                                             .arg(m_sandbox->account()[u"base_url"].toString())
                                             .arg(offset)));
            request.setRawHeader("Authorization", "Bearer " + m_key.toUtf8());
            QNetworkReply *reply = network.get(request);
            if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 10000))
                return {};
            const QJsonArray items = QJsonDocument::fromJson(reply->readAll())[u"items"_s].toArray();
            for (const QJsonValue &item : items) {
                if (const QString url = item[u"success_url"_s].toString(); url.contains(u"/order-"_s))
                    found << url;
            }
            if (items.size() < 100)
                return found;
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliImportsTest)

} // namespace cli_imports_test

#include "tst_cli_imports.moc"
