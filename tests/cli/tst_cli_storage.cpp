// SPDX-License-Identifier: GPL-3.0-or-later
// The command line on files that were lost or damaged.
#include "http/scripted_server.h"
#include "programs.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
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
        const Run listed = run({u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s, u"--json"_s});
        QCOMPARE(listed.exitCode, 0);
        QVERIFY(!listed.json().array().isEmpty());

        // A script says that it means it.
        const Run asked = run({u"ledger"_s, u"accept"_s});
        QCOMPARE(asked.exitCode, 2);
        QVERIFY2(asked.err.contains("a second time") && asked.err.contains("--yes"), asked.err.constData());
        QCOMPARE(create().exitCode, 1);
        QCOMPARE(run({u"ledger"_s, u"accept"_s, u"--yes"_s}).exitCode, 0);
        const Run created = create();
        QVERIFY2(created.exitCode == 0, created.err.constData());
        QCOMPARE(run({u"ledger"_s, u"check"_s}).exitCode, 0);
    }

    void withoutTheJournalNothingIsSaidToBeFinished_data()
    {
        QTest::addColumn<QStringList>("asked");
        QTest::newRow("refunds") << QStringList{u"transaction"_s, u"unfinished"_s};
        QTest::newRow("promotions") << QStringList{u"promotion"_s, u"unfinished"_s};
        QTest::newRow("sessions") << QStringList{u"session"_s, u"list"_s, u"--refresh"_s, u"--status"_s,
                                                 u"outcome_unknown"_s};
        QTest::newRow("payments") << QStringList{u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s,
                                                 u"outcome_unknown"_s};
    }
    void withoutTheJournalNothingIsSaidToBeFinished()
    {
        QFETCH(QStringList, asked);
        asked << u"--account"_s << u"Shop"_s;
        QCOMPARE(create().exitCode, 0);
        QCOMPARE(run(asked).exitCode, 0);
        QVERIFY(QFile::remove(m_data->filePath(u"journal.sqlite"_s)));
        const Run said = run(asked);
        QVERIFY2(said.exitCode == 1, said.out + said.err);
        QVERIFY2(said.out.isEmpty(), said.out.constData());
        QVERIFY2(said.err.contains("It is not known which refunds"), said.err.constData());
        const Run json = run(asked + QStringList{u"--json"_s});
        QCOMPARE(json.exitCode, 1);
        QCOMPARE(json.json()[u"error"][u"kind"].toString(), u"storage"_s);
        // Accepted, the question is the merchant's.
        QCOMPARE(run({u"ledger"_s, u"accept"_s, u"--yes"_s}).exitCode, 0);
        QCOMPARE(run(asked).exitCode, 0);
    }

    void aFolderThatCannotBeWrittenSaysHowToChooseAnother()
    {
        QVERIFY(QFile::setPermissions(m_data->path(), QFile::ReadOwner | QFile::ExeOwner));
        for (const QStringList &asked :
             {QStringList{u"account"_s, u"add"_s, u"Second"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                          m_sandbox->account()[u"base_url"].toString(), u"--account-id"_s, u"acc_two"_s},
              QStringList{u"ledger"_s, u"check"_s}, QStringList{u"ledger"_s, u"accept"_s}}) {
            // As somebody who may not pass over permissions, which root may.
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"TILLDECK_DATA_DIR"_s, m_data->path());
            environment.insert(u"TILLDECK_KEY"_s, m_key);
            process.setProcessEnvironment(environment);
            process.start(u"setpriv"_s, QStringList{u"--bounding-set=-dac_override,-dac_read_search"_s,
                                                    QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli")} +
                                            asked);
            process.closeWriteChannel();
            QVERIFY(process.waitForFinished(60000));
            const QByteArray said = process.readAllStandardError() + process.readAllStandardOutput();
            QVERIFY2(process.exitCode() != 0, said.constData());
            QVERIFY2(said.contains("TILLDECK_DATA_DIR"), said.constData());
            QVERIFY2(said.contains("could be made a second time"), said.constData());
            // What would only be refused for the same reason is not offered.
            QVERIFY2(!said.contains("ledger accept") && !said.contains("--yes"), said.constData());
        }
        QVERIFY(QFile::setPermissions(m_data->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void aJournalThatVanishesMeanwhileIsToldBeforeAnythingIsSent()
    {
        tilldeck::http::test::ScriptedServer server;
        bool vanishes = false;
        int sent = 0;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            sent += request.startsWith("GET") ? 0 : 1;
            if (vanishes)
                QFile::remove(m_data->filePath(u"journal.sqlite"_s));
            socket.write(tilldeck::http::test::answer(501, R"({"title":"Not implemented"})"));
        };
        QProcess process;
        const auto runs = [&](const QStringList &arguments, const QByteArray &input) {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"TILLDECK_DATA_DIR"_s, m_data->path());
            environment.insert(u"TILLDECK_KEY"_s, u"sk_test_1"_s);
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"), arguments);
            process.write(input);
            process.closeWriteChannel();
            return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60000);
        };
        QVERIFY(runs({u"account"_s, u"add"_s, u"Till"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                      server.url(QString()).toString(), u"--account-id"_s, u"acc_1"_s},
                     {}));
        QCOMPARE(process.exitCode(), 0);
        // The catalog is asked for once the files are open.
        vanishes = true;
        QStringList arguments = createArguments();
        arguments.replace(arguments.indexOf(u"Shop"_s), u"Till"_s);
        process.readAllStandardError();
        QVERIFY(runs(arguments, draft()));
        const QByteArray said = process.readAllStandardError();
        QCOMPARE(process.exitCode(), 1);
        QVERIFY2(said.contains("journal.sqlite is missing or empty"), said.constData());
        QVERIFY2(said.contains("tilldeck-cli ledger accept"), said.constData());
        QCOMPARE(sent, 0);
    }

    void whatCannotBeAcceptedIsNotOffered()
    {
        QCOMPARE(create().exitCode, 0);
        QVERIFY(QFile::remove(m_data->filePath(u"journal.sqlite"_s)));
        tilldeck::test::outside(m_data->filePath(u"ledger.sqlite"_s), u"PRAGMA user_version = 99"_s);
        const Run refused = create();
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("journal.sqlite is missing or empty"), refused.err.constData());
        QVERIFY2(!refused.err.contains("ledger accept"), refused.err.constData());
        QCOMPARE(run({u"ledger"_s, u"accept"_s, u"--yes"_s}).exitCode, 1);
    }

    void accountsThatCannotBeReadAreNotCalledNone()
    {
        QFile file(m_data->filePath(u"accounts.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        const Run listed = run({u"account"_s, u"list"_s});
        QCOMPARE(listed.exitCode, 1);
        QVERIFY2(!listed.out.contains("No accounts"), listed.out.constData());
        QCOMPARE(listed.err.count("accounts.json"), 1);
    }

    void aDamagedLedgerIsRebuiltAndNothingIsCreatedBefore()
    {
        const QString id = create().json()[u"id"].toString();
        QVERIFY(!id.isEmpty());
        QFile file(m_data->filePath(u"ledger.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const Run refused = create();
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("tilldeck-cli ledger rebuild"), refused.err.constData());
        QCOMPARE(run({u"account"_s, u"list"_s}).exitCode, 0);

        const Run rebuilt = run({u"ledger"_s, u"rebuild"_s, u"--json"_s});
        QVERIFY2(rebuilt.exitCode == 0, rebuilt.err.constData());
        QCOMPARE(rebuilt.json()[u"from_journal"].toInt(), 1);
        QCOMPARE(rebuilt.json()[u"listed"].toInt(), 1);
        QVERIFY(QFile::exists(rebuilt.json()[u"kept_as"].toString()));
        QVERIFY(!rebuilt.json()[u"lost"].toArray().isEmpty());
        const Run listed = run({u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s, u"--json"_s});
        QVERIFY2(listed.out.contains(id.toUtf8()), listed.out.constData());
        QCOMPARE(create().exitCode, 0);
    }

    void aLostLedgerIsRebuiltFromTheJournal()
    {
        const QString id = create().json()[u"id"].toString();
        for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_data->filePath(u"ledger.sqlite"_s) + part);
        const Run refused = create();
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("tilldeck-cli ledger rebuild"), refused.err.constData());
        const Run rebuilt = run({u"ledger"_s, u"rebuild"_s});
        QVERIFY2(rebuilt.exitCode == 0, rebuilt.err.constData());
        QVERIFY2(rebuilt.out.contains("1 session is in the list now"), rebuilt.out.constData());
        QVERIFY2(rebuilt.out.contains("1 session came back"), rebuilt.out.constData());
        QVERIFY2(rebuilt.out.contains("Drafts"), rebuilt.out.constData());
        // The provider is asked for what the journal does not know.
        const Run shown = run({u"session"_s, u"show"_s, id, u"--account"_s, u"Shop"_s, u"--json"_s});
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(shown.json()[u"status"].toString(), u"open"_s);
        QCOMPARE(create().exitCode, 0);
    }

    /// The journal is large, so that there is a moment between the first and the last of its rows.
    void anAcceptThatIsKilledLosesNothing()
    {
        constexpr int many = 20000;
        QCOMPARE(create().exitCode, 0);
        const QString path = m_data->filePath(u"journal.sqlite"_s);
        runBeside(path,
                  u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO intent "
                  "(id, account_id, body_hash, draft, opened_at, state, owner) SELECT 'i' || i, 'a', x'00', "
                  "'{\"tilldeck_draft\": 1}', i, 'rejected', '' FROM n"_s.arg(many));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        // One letter of an index.
        const qint64 at = file.readAll().lastIndexOf("i19999");
        QVERIFY(file.seek(at) && file.write("q") == 1);
        file.close();
        const Run refused = create();
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("is damaged"), refused.err.constData());

        for (const qint64 written : {1, 1'000'000}) {
            QProcess accepting;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"TILLDECK_DATA_DIR"_s, m_data->path());
            accepting.setProcessEnvironment(environment);
            accepting.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"), {u"ledger"_s, u"accept"_s, u"--yes"_s});
            const QFileInfo filling(m_data->filePath(u"journal-filling.sqlite"_s));
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(filling.filePath()).size() >= written, 30000);
            accepting.kill();
            QVERIFY(accepting.waitForFinished(10000));
            QCOMPARE(accepting.exitStatus(), QProcess::CrashExit);
            const Run checked = run({u"ledger"_s, u"check"_s});
            QCOMPARE(checked.exitCode, 1);
            QVERIFY2(checked.err.contains("is damaged"), checked.err.constData());
        }
        const Run accepted = run({u"ledger"_s, u"accept"_s, u"--yes"_s, u"--json"_s});
        QVERIFY2(accepted.exitCode == 0, accepted.err.constData());
        QCOMPARE(accepted.json()[u"taken_over"].toInt(), many + 1);
        QVERIFY(QFile::exists(accepted.json()[u"kept_as"].toString()));
        QVERIFY(accepted.json()[u"lost"].toArray().isEmpty());
        QCOMPARE(run({u"ledger"_s, u"check"_s}).exitCode, 0);
        QCOMPARE(create().exitCode, 0);
    }

    void damageInTheIndexOfWordsIsSaidAndStopsNothing_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QByteArray>("said");
        const QStringList shop{u"--account"_s, u"Shop"_s};
        QTest::newRow("check") << QStringList{u"ledger"_s, u"check"_s} << QByteArray("index of words was damaged");
        QTest::newRow("rebuild") << QStringList{u"ledger"_s, u"rebuild"_s} << QByteArray("index of words was damaged");
        QTest::newRow("index") << QStringList{u"ledger"_s, u"index"_s} << QByteArray("index of words was damaged");
        QTest::newRow("creation") << createArguments() << QByteArray("open");
        QTest::newRow("refresh") << QStringList{u"session"_s, u"list"_s, u"--refresh"_s} + shop << QByteArray("open");
        QTest::newRow("search") << QStringList{u"session"_s, u"list"_s, u"--search"_s, u"premium"_s} + shop
                                << QByteArray("open");
    }
    void damageInTheIndexOfWordsIsSaidAndStopsNothing()
    {
        QFETCH(const QStringList, command);
        QFETCH(const QByteArray, said);
        QCOMPARE(create().exitCode, 0);
        QCOMPARE(run({u"ledger"_s, u"index"_s}).exitCode, 0);
        runBeside(m_data->filePath(u"ledger.sqlite"_s),
                  u"UPDATE session_text_data SET block = x'ffffffffffff' WHERE id = 10"_s);
        const Run first = run(command, draft());
        QVERIFY2(first.exitCode == 0 && (first.out + first.err).contains(said), (first.out + first.err).constData());
        QCOMPARE(create().exitCode, 0);
        QCOMPARE(run({u"ledger"_s, u"index"_s}).exitCode, 0);
        const Run checked = run({u"ledger"_s, u"check"_s});
        QVERIFY2(checked.exitCode == 0 && !checked.err.contains("damaged"), checked.err.constData());
    }

    void callsAtTheSameMomentLoseNothing()
    {
        constexpr int calls = 6;
        std::vector<std::unique_ptr<QProcess>> running;
        for (int i = 0; i < calls; ++i) {
            auto process = std::make_unique<QProcess>();
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"TILLDECK_DATA_DIR"_s, m_data->path());
            environment.insert(u"TILLDECK_KEY"_s, m_key);
            process->setProcessEnvironment(environment);
            process->start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"), createArguments());
            process->write(draft());
            process->closeWriteChannel();
            running.push_back(std::move(process));
        }
        QSet<QString> made;
        for (const auto &process : running) {
            QVERIFY(process->waitForFinished(60000));
            QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
            made << QJsonDocument::fromJson(process->readAllStandardOutput())[u"id"].toString();
        }
        QCOMPARE(made.size(), calls);
        QCOMPARE(run({u"ledger"_s, u"check"_s}).exitCode, 0);
        const Run listed = run({u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s, u"--json"_s});
        for (const QString &id : made)
            QVERIFY(listed.out.contains(id.toUtf8()));
    }

private:
    Run run(const QStringList &arguments, const QByteArray &input = {})
    {
        return runCli(m_data->path(), arguments, input, m_key);
    }

    static void runBeside(const QString &path, const QString &statement)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside"_s);
            database.setDatabaseName(path);
            if (!database.open() || !QSqlQuery(database).exec(statement))
                qFatal("cannot run beside");
        }
        QSqlDatabase::removeDatabase(u"beside"_s);
    }

    Run create() { return run(createArguments(), draft()); }

    static QStringList createArguments()
    {
        return {u"session"_s, u"create"_s, u"--account"_s, u"Shop"_s, u"--from"_s, u"-"_s, u"--another"_s, u"--json"_s};
    }
    static QByteArray draft()
    {
        return R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_premium", "quantity": 1}]})";
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliStorageTest)

} // namespace cli_storage_test

#include "tst_cli_storage.moc"
