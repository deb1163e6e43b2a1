// SPDX-License-Identifier: GPL-3.0-or-later
// A charge whose answer is lost keeps its URL while it can be sent again, whatever the command line looks up.
#include "cli/programs.h"
#include "support/runner.h"

namespace cli_lost_charges_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliLostChargesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s), u"faults_of_charges"_s);
        const QJsonObject account = m_sandbox->account(u"khaime"_s);
        QVERIFY(!account.isEmpty());
        m_key = account[u"key"].toString();
        const Run added = runCli(m_folder.filePath(u"data"_s),
                                 {u"account"_s, u"add"_s, u"Till"_s, u"--provider"_s, u"khaime"_s, u"--base-url"_s,
                                  account[u"base_url"].toString()},
                                 {}, m_key);
        QVERIFY2(added.exitCode == 0, added.err.constData());
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void aLookUpLeavesItToBeSentAgain()
    {
        const QString intent = lose("KS-lost");
        QVERIFY(!intent.isEmpty());
        for (const QStringList &look : {QStringList(), QStringList{u"--not-created"_s}}) {
            const Run looked = run(QStringList{u"session"_s, u"resolve"_s, intent} + look);
            QVERIFY2(looked.exitCode != 0, looked.out.constData());
            QVERIFY2((looked.out + looked.err).contains("Only the answer to the same request has its URL"),
                     (looked.out + looked.err).constData());
        }
        const Run sent = run({u"session"_s, u"resolve"_s, intent, u"--send-again"_s, u"--reveal"_s, u"--json"_s});
        QVERIFY2(sent.exitCode == 0, sent.err.constData());
        QVERIFY(sent.json()[u"url"].toString().startsWith(m_sandbox->ready[u"url"].toString()));
    }

    void theMerchantTakesItWithoutItsUrlKnowingly()
    {
        const QString intent = lose("KS-taken");
        const Run looked = run({u"session"_s, u"resolve"_s, intent, u"--json"_s});
        QCOMPARE(looked.exitCode, 3);
        QCOMPARE(looked.json()[u"finding"].toString(), u"without_url"_s);
        const QString id = looked.json()[u"id"].toString();
        const Run taken = run({u"session"_s, u"resolve"_s, intent, u"--is"_s, id, u"--json"_s});
        QVERIFY2(taken.exitCode == 0, taken.err.constData());
        QVERIFY2(taken.err.contains("its URL is lost"), taken.err.constData());
        QCOMPARE(taken.json()[u"id"].toString(), id);
    }

private:
    /// Creates a charge whose answer is lost after the provider has made it, and returns its intent.
    QString lose(const QByteArray &reference)
    {
        if (!m_sandbox->arm(R"({"provider": "khaime", "operation": "createCharge", "fault": "drop", )"
                            R"("at": "after_commit", "skip": 1})"))
            return {};
        QByteArray draft = R"({"tilldeck_draft": 1, "flow": "khaime.charge", "charge_currency": "NGN",
            "pricing": {"total_amount": 9000, "total_currency": "USD"}, "reference": "REFERENCE",
            "customer": {"email": "ada@example.com", "country": "NG"}})";
        draft.replace("REFERENCE", reference);
        const Run lost = run({u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--json"_s}, draft);
        return lost.exitCode == 3 ? lost.json()[u"intent"].toString() : QString();
    }

    Run run(const QStringList &arguments, const QByteArray &input = {})
    {
        return runCli(m_folder.filePath(u"data"_s), arguments + QStringList{u"--account"_s, u"Till"_s}, input, m_key);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliLostChargesTest)

} // namespace cli_lost_charges_test

#include "tst_cli_lost_charges.moc"
