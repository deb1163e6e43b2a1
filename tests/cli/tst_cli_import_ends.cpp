// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of a file end on the command line where something is refused, made earlier, put back or cannot be kept.
#include "imports_bench.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <algorithm>

namespace cli_import_ends_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliImportEndsTest : public ImportsBench
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

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
};

TILLDECK_TEST(CliImportEndsTest)

} // namespace cli_import_ends_test

#include "tst_cli_import_ends.moc"
