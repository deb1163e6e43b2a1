// SPDX-License-Identifier: GPL-3.0-or-later
// The command line where what it writes finds no room: its files, the file of an export, its standard output.
#include "programs.h"
#include "support/runner.h"
#include "support/small_disk.h"

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cli_unwritable_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;
using tilldeck::test::SmallDisk;

class CliUnwritableTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s));
        QVERIFY(!m_sandbox->ready.isEmpty());
        for (const QString &provider : {u"paymentkit"_s, u"khaime"_s})
            QVERIFY2(add(m_folder.filePath(u"data"_s), provider, provider).exitCode == 0, "not connected");
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void anAccountThatFindsNoRoomLeavesTheOthersConnected()
    {
        const QTemporaryDir data;
        QCOMPARE(add(data.path(), u"paymentkit"_s, u"Shop"_s).exitCode, 0);
        int refused = 0;
        int added = 0;
        for (int freeKiB = 0; freeKiB <= 64; freeKiB += 4) {
            SmallDisk disk(data.path(), freeKiB * 1024);
            const QByteArray before = bytesOf(data.filePath(u"accounts.json"_s));
            const Run run = add(data.path(), u"paymentkit"_s, u"Second"_s);
            const QByteArray after = bytesOf(data.filePath(u"accounts.json"_s));
            if (run.exitCode == 0) {
                ++added;
                QVERIFY2(after.contains("Shop") && after.contains("Second"), after.constData());
            } else {
                ++refused;
                QVERIFY2(!run.err.isEmpty(), "said nothing");
                QCOMPARE(after, before);
            }
        }
        QVERIFY(refused > 0 && added > 0);
    }

    void anExportThatFindsNoRoomLeavesTheEarlierOne()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"payments.csv"_s);
        const QByteArray earlier = "an earlier export\r\n";
        put(path, earlier);
        int refused = 0;
        int written = 0;
        for (int freeKiB = 0; freeKiB <= 64; freeKiB += 4) {
            SmallDisk disk(folder.path(), freeKiB * 1024);
            const Run run = ask(u"paymentkit"_s, {u"transaction"_s, u"export"_s, u"--refresh"_s, u"--out"_s, path});
            const QByteArray after = bytesOf(path);
            if (run.exitCode == 0) {
                ++written;
                QVERIFY2(after.startsWith("Time"), after.constData());
            } else {
                ++refused;
                QVERIFY2(run.err.contains("could not be written"), run.err.constData());
                QCOMPARE(after, earlier);
            }
        }
        QVERIFY(refused > 0 && written > 0);
    }

    void anExportReplacesNoFileOfTilldeckAndNoKey()
    {
        const QString data = m_folder.filePath(u"data"_s);
        const QTemporaryDir outside;
        const QString key = outside.filePath(u"shop.key"_s);
        put(key, m_sandbox->account(u"paymentkit"_s)[u"key"].toString().toUtf8());
        QVERIFY(QFile::link(data + u"/accounts.json"_s, outside.filePath(u"payments.csv"_s)));
        for (const QString &target : {data + u"/ledger.sqlite"_s, data + u"/journal.sqlite"_s,
                                      data + u"/accounts.json"_s, outside.filePath(u"payments.csv"_s), key}) {
            const QByteArray before = bytesOf(target).first(8);
            const Run run = ask(u"paymentkit"_s, {u"transaction"_s, u"export"_s, u"--refresh"_s, u"--out"_s, target,
                                                  u"--key-file"_s, key});
            QCOMPARE(run.exitCode, 1);
            QVERIFY2(run.err.contains("choose another folder"), run.err.constData());
            QCOMPARE(bytesOf(target).first(8), before);
        }
    }

    void copiesOfDamagedFilesThatMayHoldTokensAreNamed()
    {
        const QTemporaryDir data;
        QCOMPARE(add(data.path(), u"paymentkit"_s, u"Shop"_s).exitCode, 0);
        put(data.filePath(u"journal-damaged-20260101T000000-1.sqlite"_s), "a token");
        const Run run = runCli(data.path(), {u"account"_s, u"edit"_s, u"Shop"_s, u"--keep-tokens-out"_s}, {}, {});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.contains("journal-damaged-20260101T000000-1.sqlite"), run.err.constData());
    }

    /// As into /dev/stdout.
    void anExportIntoAPipeReachesItsReaderAndReplacesNothing()
    {
        const QTemporaryDir folder;
        const QByteArray path = QFile::encodeName(folder.filePath(u"pipe"_s));
        QCOMPARE(mkfifo(path.constData(), 0600), 0);
        const int reader = open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        const Run run = ask(u"paymentkit"_s,
                            {u"transaction"_s, u"export"_s, u"--refresh"_s, u"--out"_s, QString::fromLocal8Bit(path)});
        QByteArray got(4096, Qt::Uninitialized);
        got.resize(std::max<ssize_t>(0, read(reader, got.data(), static_cast<size_t>(got.size()))));
        close(reader);
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(got.startsWith("Time"), got.constData());
        QVERIFY(!QFileInfo(QString::fromLocal8Bit(path)).isFile());
    }

    void whatCannotBePrintedIsAFailure_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("transaction list") << QStringList{u"transaction"_s, u"list"_s, u"--refresh"_s};
        QTest::newRow("transaction export") << QStringList{u"transaction"_s, u"export"_s, u"--refresh"_s};
        QTest::newRow("session list") << QStringList{u"session"_s, u"list"_s, u"--refresh"_s};
        QTest::newRow("session list as JSON") << QStringList{u"session"_s, u"list"_s, u"--refresh"_s, u"--json"_s};
    }
    void whatCannotBePrintedIsAFailure()
    {
        QFETCH(const QStringList, arguments);
        const Run run = askUnheard(u"paymentkit"_s, arguments);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("standard output"), run.err.constData());
    }

    /// A list may be long, and its reader has gone on purpose.
    void aReaderThatHasReadEnoughIsNoFault()
    {
        const Run run =
            askUnheard(u"paymentkit"_s, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--json"_s}, {}, u"|"_s);
        QVERIFY2(!run.err.contains("standard output"), run.err.constData());
    }

    void aSessionWhoseAnswerCannotBePrintedIsNotTakenForNone()
    {
        const QByteArray draft =
            R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_premium", "quantity": 1}]})";
        const Run run = askUnheard(u"paymentkit"_s, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s}, draft);
        QVERIFY2(run.exitCode == 3, run.err.constData());
        QVERIFY2(run.err.contains("cs_"), run.err.constData());
        const Run listed = ask(u"paymentkit"_s, {u"session"_s, u"list"_s, u"--refresh"_s, u"--json"_s, u"--reveal"_s});
        const QJsonObject newest = listed.json()[0].toObject();
        QVERIFY2(run.err.contains(newest[u"id"].toString().toUtf8()), run.err.constData());
        // No more than standard output would have shown.
        QVERIFY(!run.err.contains(newest[u"token"].toString().toUtf8()));
    }

    /// Where the account keeps tokens out of every file, what is printed is the only copy.
    void theOnlyCopyOfAnAnswerIsPrintedWhereItCanBe()
    {
        QCOMPARE(
            runCli(m_folder.filePath(u"data"_s), {u"account"_s, u"edit"_s, u"khaime"_s, u"--keep-tokens-out"_s}, {}, {})
                .exitCode,
            0);
        const QByteArray charge = R"({"tilldeck_draft": 1, "flow": "khaime.charge", "pricing": {"total_amount": 5000,
            "total_currency": "USD"}, "customer": {"email": "ada@example.com"}})";
        const Run run = askUnheard(u"khaime"_s, {u"session"_s, u"create"_s, u"--json"_s, u"--from"_s, u"-"_s}, charge);
        QVERIFY2(run.exitCode == 3, run.err.constData());
        const QByteArray json = run.err.mid(run.err.indexOf("\n{") + 1);
        const QJsonDocument printed = QJsonDocument::fromJson(json);
        QVERIFY2(printed[u"gateway"][u"client_secret"].toString().size() > 16, run.err.constData());
    }

    void aRefundWhoseAnswerCannotBePrintedIsNotTakenForNone()
    {
        const QJsonArray paid = ask(u"paymentkit"_s, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s,
                                                      u"succeeded"_s, u"--json"_s})
                                    .json()
                                    .array();
        QVERIFY(!paid.isEmpty());
        const Run run = askUnheard(u"paymentkit"_s, {u"transaction"_s, u"refund"_s, paid[0][u"id"].toString(),
                                                     u"--amount"_s, u"1"_s, u"--yes"_s});
        QVERIFY2(run.exitCode == 3, run.err.constData());
        QVERIFY2(run.err.contains("1.00"), run.err.constData());
    }

private:
    Run add(const QString &data, const QString &provider, const QString &name) const
    {
        const QJsonObject account = m_sandbox->account(provider);
        QStringList arguments{
            u"account"_s, u"add"_s, name, u"--provider"_s, provider, u"--base-url"_s, account[u"base_url"].toString()};
        if (const QString id = account[u"account_id"].toString(); !id.isEmpty())
            arguments << u"--account-id"_s << id;
        return runCli(data, arguments, {}, account[u"key"].toString());
    }

    Run ask(const QString &account, const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runCli(m_folder.filePath(u"data"_s), arguments + QStringList{u"--account"_s, account}, input,
                      m_sandbox->account(account)[u"key"].toString());
    }

    /// Runs the program with a standard output that takes nothing: a full disk, or with "|" a reader that is gone.
    Run askUnheard(const QString &account, const QStringList &arguments, const QByteArray &input = {},
                   const QString &out = u"> /dev/full"_s) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, m_folder.filePath(u"data"_s));
        environment.insert(u"TILLDECK_KEY"_s, m_sandbox->account(account)[u"key"].toString());
        process.setProcessEnvironment(environment);
        const QString command = out == u"|"_s ? u"\"$0\" \"$@\" | :"_s : u"\"$0\" \"$@\" "_s + out;
        process.start(u"/bin/sh"_s, QStringList{u"-c"_s, command, QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli")} +
                                        arguments + QStringList{u"--account"_s, account});
        process.write(input);
        process.closeWriteChannel();
        Run run;
        if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
            run.exitCode = process.exitCode();
        run.err = process.readAllStandardError();
        return run;
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The file was not written.");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

TILLDECK_TEST(CliUnwritableTest)

} // namespace cli_unwritable_test

#include "tst_cli_unwritable.moc"
