// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the command line are those of this computer, with the time that they are of, until they are told to ask.
#include "programs.h"
#include "support/runner.h"

#include <QFile>

#include <optional>

namespace cli_offline_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliOfflineTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        m_sandbox.emplace(m_folder->filePath(u"sandbox"_s));
        const QJsonObject account = m_sandbox->account();
        m_key = account[u"key"].toString();
        const Run added = run({u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                               account[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s},
                              m_key);
        QVERIFY2(added.exitCode == 0, added.err.constData());
    }

    void cleanup()
    {
        m_sandbox.reset();
        m_folder.reset();
    }

    void listsNeedNeitherKeyNorNetworkAndSayOfWhenTheyAre()
    {
        for (const QStringList &list : lists()) {
            const Run asked = run(list + shop(u"--refresh"_s), m_key);
            QVERIFY2(asked.exitCode == 0, asked.err.constData());
            QVERIFY2(!asked.err.contains("As of"), asked.err.constData());
            QVERIFY(asked.out.size() > 1000);
        }
        m_sandbox.reset();
        for (const QStringList &list : lists()) {
            const Run asked = run(list + shop(u"--refresh"_s), m_key);
            QVERIFY2(asked.exitCode == 4, asked.err.constData());
            const QByteArray year = QByteArray::number(QDate::currentDate().year());
            QVERIFY2(asked.err.contains("It is of " + year + '-'), asked.err.constData());
            const Run told = run(list + shop());
            QVERIFY2(told.exitCode == 0, told.err.constData());
            QCOMPARE(told.out, asked.out);
            QVERIFY2(told.err.contains("As of " + year + '-') && told.err.contains("--refresh asks PaymentKit first"),
                     told.err.constData());
        }
    }

    void whatIsMadeMeanwhileIsListedOnceItIsAskedFor()
    {
        const QStringList list = lists().front() + QStringList{u"--limit"_s, u"10000"_s};
        const Run before = run(list + shop(u"--refresh"_s), m_key);
        QVERIFY2(before.exitCode == 0, before.err.constData());
        const QTemporaryDir other;
        const QJsonObject account = m_sandbox->account();
        for (const QStringList &command :
             {QStringList{u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                          account[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s},
              QStringList{u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--account"_s, u"Shop"_s}}) {
            const Run made = runCli(other.path(), command,
                                    R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_premium"}]})", m_key);
            QVERIFY2(made.exitCode == 0, made.err.constData());
        }
        QCOMPARE(run(list + shop()).json().array().size(), before.json().array().size());
        const Run after = run(list + shop(u"--refresh"_s), m_key);
        QCOMPARE(after.json().array().size(), before.json().array().size() + 1);
        QCOMPARE(run(list + shop()).json().array().size(), before.json().array().size() + 1);
    }

    void anAccountThatWasNeverAskedSaysWhatToDo()
    {
        for (const QStringList &list : lists()) {
            const Run told = run(list + shop());
            QVERIFY2(told.exitCode == 0, told.err.constData());
            QVERIFY2(told.err.contains("PaymentKit has not been asked for the lists of Shop yet") &&
                         told.err.contains("--refresh"),
                     told.err.constData());
        }
        const Run told = run({u"session"_s, u"list"_s, u"--account"_s, u"Shop"_s});
        QVERIFY2(told.out.contains("Nothing that was loaded before matches."), told.out.constData());
        const Run none = run({u"session"_s, u"list"_s, u"--account"_s, u"Nobody"_s});
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.err.contains("no account named \"Nobody\""), none.err.constData());
    }

    void aBackupThatWasPutBackSaysTheTimeThatItIsOf()
    {
        const QStringList list = lists().front();
        QCOMPARE(run(list + shop(u"--refresh"_s), m_key).exitCode, 0);
        const QByteArray first = run(list + shop()).err;
        QVERIFY2(first.contains("As of"), first.constData());
        const QString ledger = m_folder->filePath(u"data/ledger.sqlite"_s);
        const QByteArray backup = contents(ledger);
        QByteArray later = first;
        while (later == first) { // it says seconds
            QCOMPARE(run(list + shop(u"--refresh"_s), m_key).exitCode, 0);
            later = run(list + shop()).err;
        }
        // Into the same file, as cp does.
        QFile file(ledger);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(backup) == backup.size());
        file.close();
        QCOMPARE(run(list + shop()).err, first);
    }

    /// Of a ledger that is made anew nobody knows it.
    void aLedgerThatWasRebuiltDoesNotKnowWhen()
    {
        const QStringList list = lists().front();
        QCOMPARE(run(list + shop(u"--refresh"_s), m_key).exitCode, 0);
        QVERIFY(QFile::remove(m_folder->filePath(u"data/ledger.sqlite"_s)));
        QCOMPARE(run({u"ledger"_s, u"rebuild"_s}).exitCode, 0);
        const Run told = run(list + shop());
        QVERIFY2(!told.err.contains("As of") && told.err.contains("not known when"), told.err.constData());
    }

private:
    static QList<QStringList> lists()
    {
        return {{u"session"_s, u"list"_s, u"--json"_s},
                {u"transaction"_s, u"list"_s, u"--json"_s},
                {u"transaction"_s, u"export"_s}};
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QStringList shop(const QString &more = {})
    {
        const QStringList account{u"--account"_s, u"Shop"_s};
        return more.isEmpty() ? account : account + QStringList(more);
    }
    Run run(const QStringList &arguments, const QString &key = {}) const
    {
        return runCli(m_folder->filePath(u"data"_s), arguments, {}, key);
    }

    std::optional<QTemporaryDir> m_folder;
    std::optional<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliOfflineTest)

} // namespace cli_offline_test

#include "tst_cli_offline.moc"
