// SPDX-License-Identifier: GPL-3.0-or-later
// A refund that failed and that its provider made once more is not given back a second time by the command line.
#include "cli/programs.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace cli_second_try_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliSecondTryTest : public QObject
{
    Q_OBJECT

private slots:
    void aLostRefundThatWasTriedOnceMoreIsNotSentAgain()
    {
        const QTemporaryDir folder;
        const QString sandboxFolder = folder.filePath(u"sandbox"_s);
        const SandboxProcess sandbox(sandboxFolder, u"faults_of_refunds"_s);
        const QString provider = u"ikawaari"_s;
        const QJsonObject account = sandbox.account(provider);
        const QString data = folder.filePath(u"data"_s);
        const QString key = account[u"key"].toString();
        const Run added = runCli(data,
                                 {u"account"_s, u"add"_s, u"Till"_s, u"--provider"_s, provider, u"--base-url"_s,
                                  account[u"base_url"].toString()},
                                 {}, key);
        const auto run = [&](const QStringList &arguments) {
            return runCli(data, arguments + QStringList{u"--account"_s, u"Till"_s}, {}, key);
        };
        QVERIFY2(added.exitCode == 0, added.err.constData());
        const QJsonArray paid =
            run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s, u"--json"_s})
                .json()
                .array();
        const QString id = paid[0][u"id"].toString();
        QVERIFY(!id.isEmpty());
        // At the provider itself.
        const auto givenBack = [&] {
            return tilldeck::test::outside(sandboxFolder + u"/sandbox.sqlite"_s,
                                           u"SELECT total(json_extract(body, '$.amount')) FROM documents WHERE kind = "
                                           "'ikawaari-refunds' AND json_extract(body, '$.status') <> 'failed'"_s)
                .toLongLong();
        };
        const qint64 before = givenBack();

        QVERIFY(sandbox.arm(R"({"operation": "refundPayment", "fault": "drop", "at": "after_commit"})"));
        const QStringList refund{u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"300"_s, u"--yes"_s, u"--json"_s};
        const Run lost = run(refund);
        QVERIFY2(lost.exitCode == 3, lost.err.constData());
        QVERIFY(sandbox.decideRefund(provider, false));
        // It was sent twenty minutes ago, by either clock and by what the provider stamped.
        tilldeck::test::outside(
            folder.filePath(u"data/journal.sqlite"_s),
            u"UPDATE intent SET opened_at = opened_at - 1200000, deadline_at = deadline_at - "
            "1200000, provider_opened_at = provider_opened_at - 1200000, ended_at = ended_at - 1200000, "
            "provider_ended_at = provider_ended_at - 1200000"_s);
        const QString then = QDateTime::currentDateTimeUtc().addSecs(-1200).toString(Qt::ISODateWithMs);
        tilldeck::test::outside(sandboxFolder + u"/sandbox.sqlite"_s,
                                u"UPDATE documents SET body = json_set(body, '$.createdAt', '%1') WHERE kind = "
                                "'ikawaari-refunds' AND json_extract(body, '$.status') = 'failed'"_s.arg(then));
        QVERIFY(sandbox.tryRefundAgain(provider));

        const QStringList resolve{u"transaction"_s, u"resolve"_s, lost.json()[u"intent"].toString(), u"--json"_s};
        const Run looked = run(resolve);
        QVERIFY2(looked.exitCode == 3, (looked.err + looked.out).constData());
        QCOMPARE(looked.json()[u"candidates"].toArray().size(), 2);
        // Which of them it is, is not known; that the money went back is.
        const QJsonObject shown = run({u"transaction"_s, u"show"_s, id, u"--json"_s}).json().object();
        QCOMPARE(shown[u"refunded_amount"].toInteger(), paid[0][u"refunded_amount"].toInteger() + 300);
        QCOMPARE(shown[u"refund_unknown_amount"].toInteger(), 300);
        QCOMPARE(shown[u"listed_refunds"].toArray().size(), 2);
        const Run again = run(refund);
        QVERIFY2(again.exitCode == 6, (again.err + again.out).constData());
        QCOMPARE(givenBack(), before + 300);
        QString made;
        for (const QJsonValue &candidate : looked.json()[u"candidates"].toArray())
            made = candidate[u"status"].toString() == "failed"_L1 ? made : candidate[u"id"].toString();
        const Run matched = run(resolve + QStringList{u"--is"_s, made});
        QVERIFY2(matched.exitCode == 0, (matched.err + matched.out).constData());
        QCOMPARE(givenBack(), before + 300);
    }
};

TILLDECK_TEST(CliSecondTryTest)

} // namespace cli_second_try_test

#include "tst_cli_second_try.moc"
