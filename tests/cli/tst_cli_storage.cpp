// SPDX-License-Identifier: GPL-3.0-or-later
// The command line on files that were lost or damaged.
#include "programs.h"
#include "support/runner.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace cli_storage_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliStorageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s));
        QVERIFY(!m_sandbox->ready.isEmpty());
        m_key = m_sandbox->account()[u"key"].toString();
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void init()
    {
        m_data = std::make_unique<QTemporaryDir>();
        QCOMPARE(run({u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                      m_sandbox->account()[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s})
                     .exitCode,
                 0);
    }

    void aLostJournalIsToldAndNothingIsCreatedUntilItIsAccepted()
    {
        QCOMPARE(create().exitCode, 0);
        QCOMPARE(run({u"ledger"_s, u"check"_s}).exitCode, 0);
        QVERIFY(QFile::remove(m_data->filePath(u"journal.sqlite"_s)));
        const Run checked = run({u"ledger"_s, u"check"_s, u"--json"_s});
        QCOMPARE(checked.exitCode, 1);
        QVERIFY(checked.json()[u"troubles"][0][u"sentence"].toString().contains(u"journal.sqlite"_s));
        const Run refused = create();
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("journal.sqlite is missing or empty"), refused.err.constData());
        QVERIFY2(refused.err.contains("tilldeck-cli ledger accept"), refused.err.constData());
        QCOMPARE(refused.json()[u"error"][u"kind"].toString(), u"storage"_s);
        // What is known can be read.
        const Run listed = run({u"session"_s, u"list"_s, u"--account"_s, u"Shop"_s, u"--json"_s});
        QCOMPARE(listed.exitCode, 0);
        QVERIFY(!listed.json().array().isEmpty());

        QCOMPARE(run({u"ledger"_s, u"accept"_s}).exitCode, 0);
        const Run created = create();
        QVERIFY2(created.exitCode == 0, created.err.constData());
        QCOMPARE(run({u"ledger"_s, u"check"_s}).exitCode, 0);
    }

private:
    Run run(const QStringList &arguments, const QByteArray &input = {})
    {
        return runCli(m_data->path(), arguments, input, m_key);
    }

    Run create()
    {
        return run({u"session"_s, u"create"_s, u"--account"_s, u"Shop"_s, u"--from"_s, u"-"_s, u"--json"_s},
                   R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_premium", "quantity": 1}]})");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliStorageTest)

} // namespace cli_storage_test

#include "tst_cli_storage.moc"
