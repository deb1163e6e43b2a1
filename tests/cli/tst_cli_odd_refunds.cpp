// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says where a provider answers about a payment with something else than was listed or asked for.
#include "cli/programs.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace cli_odd_refunds_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliOddRefundsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sandbox = std::make_unique<SandboxProcess>(m_folder->filePath(u"sandbox"_s), u"faults_of_refunds"_s);
        const QJsonObject account = m_sandbox->account(u"ikawaari"_s);
        m_key = account[u"key"].toString();
        const Run added = runCli(m_folder->filePath(u"data"_s),
                                 {u"account"_s, u"add"_s, u"Till"_s, u"--provider"_s, u"ikawaari"_s, u"--base-url"_s,
                                  account[u"base_url"].toString()},
                                 {}, m_key);
        QVERIFY2(added.exitCode == 0, added.err.constData());
        const QJsonArray paid =
            run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s, u"--json"_s})
                .json()
                .array();
        m_id = paid[0][u"id"].toString();
        QVERIFY(!m_id.isEmpty());
    }
    void cleanup()
    {
        m_sandbox.reset();
        m_folder.reset();
    }

    void anotherPaymentThanTheListedOneIsNotGivenBack()
    {
        writeAtProvider(u"'$.amount', 9900000"_s);
        const Run refused = refund();
        QVERIFY2(refused.exitCode == 1, (refused.err + refused.out).constData());
        QVERIFY2(refused.err.contains("This is another payment than the one that is shown"), refused.err.constData());
        QCOMPARE(givenBack(), 0);
        // Not with the next try either: nothing of it is in the list.
        QCOMPARE(refund().exitCode, 1);
        QCOMPARE(givenBack(), 0);
    }

    void whatDidNotArriveIsSaidAndNotGivenBack()
    {
        writeAtProvider(u"'$.amountReceived', 100"_s);
        const Run shown = run({u"transaction"_s, u"show"_s, m_id});
        QVERIFY2(shown.out.contains("received only"), shown.out.constData());
        const QJsonDocument json = run({u"transaction"_s, u"show"_s, m_id, u"--json"_s}).json();
        QCOMPARE(json[u"received_amount"].toInteger(), 100);
        QCOMPARE(json[u"refundable_amount"].toInteger(), 100);
        const Run refused = refund();
        QVERIFY2(refused.exitCode != 0 && refused.err.contains("received only"), refused.err.constData());
        QCOMPARE(givenBack(), 0);
    }

    void whatTheProviderSaysStandsBesideWhatWasAskedFor()
    {
        QVERIFY(m_sandbox->arm(R"({"operation": "refundPayment", "fault": "drop", "at": "after_commit"})"));
        const Run lost = refund();
        QVERIFY2(lost.exitCode == 3, (lost.err + lost.out).constData());
        tilldeck::test::outside(m_folder->filePath(u"data/journal.sqlite"_s),
                                u"UPDATE intent SET reported_amount = 250 WHERE kind = 'refund'"_s);
        const Run unfinished = run({u"transaction"_s, u"unfinished"_s});
        QVERIFY2(unfinished.out.contains("(the provider says 250"), unfinished.out.constData());
        const QJsonArray json = run({u"transaction"_s, u"unfinished"_s, u"--json"_s}).json().array();
        QCOMPARE(json[0][u"amount"].toInteger(), 300);
        QCOMPARE(json[0][u"reported_amount"].toInteger(), 250);
    }

    void aRefundIsNoSessionAndItsStateIsTheProvidersWord()
    {
        QVERIFY(m_sandbox->arm(R"({"operation": "refundPayment", "fault": "drop", "at": "before_commit"})"));
        const QString intent = refund().json()[u"intent"].toString();
        QVERIFY(!intent.isEmpty());
        for (const QString &decision : {u"--not-created"_s, u"--is=%1"_s.arg(m_id)}) {
            const Run resolved = run({u"session"_s, u"resolve"_s, intent, decision, u"--json"_s});
            QVERIFY2(resolved.exitCode == 1, (resolved.err + resolved.out).constData());
            QCOMPARE(resolved.json()[u"error"][u"kind"].toString(), u"not_found"_s);
        }
        const QStringList show{u"transaction"_s, u"show"_s, m_id};
        QVERIFY(run(show).out.contains("outcome unknown: " + intent.toUtf8()));
        tilldeck::test::outside(m_folder->filePath(u"data/journal.sqlite"_s),
                                u"UPDATE intent SET state = 'accepted', note = 'processing' WHERE kind = 'refund'"_s);
        const Run shown = run(show);
        QVERIFY2(shown.out.contains("Asked for 300") && shown.out.contains("back; Ikawaari says “processing”."),
                 shown.out.constData());
    }

private:
    Run run(const QStringList &arguments) const
    {
        return runCli(m_folder->filePath(u"data"_s), arguments + QStringList{u"--account"_s, u"Till"_s}, {}, m_key);
    }
    Run refund() const
    {
        return run({u"transaction"_s, u"refund"_s, m_id, u"--amount"_s, u"300"_s, u"--yes"_s, u"--json"_s});
    }
    QVariant atProvider(const QString &statement) const
    {
        return tilldeck::test::outside(m_folder->filePath(u"sandbox/sandbox.sqlite"_s), statement);
    }
    void writeAtProvider(const QString &members) const
    {
        atProvider(u"UPDATE documents SET body = json_set(body, %1) WHERE kind = 'ikawaari-payments' AND "
                   "json_extract(body, '$.id') = '%2'"_s.arg(members, m_id));
    }
    /// Returns what was given back of the payment at the provider.
    qint64 givenBack() const
    {
        return atProvider(
                   u"SELECT count(*) FROM documents WHERE kind = 'ikawaari-refunds' AND body LIKE '%%1%'"_s.arg(m_id))
            .toLongLong();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
    QString m_id;
};

TILLDECK_TEST(CliOddRefundsTest)

} // namespace cli_odd_refunds_test

#include "tst_cli_odd_refunds.moc"
