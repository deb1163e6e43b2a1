// SPDX-License-Identifier: GPL-3.0-or-later
// Files of rows on the command line: read, priced, created, killed in the middle and gone on with.
#include "imports_bench.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <algorithm>
#include <csignal>

namespace cli_imports_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliImportsTest : public ImportsBench
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

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
};

TILLDECK_TEST(CliImportsTest)

} // namespace cli_imports_test

#include "tst_cli_imports.moc"
