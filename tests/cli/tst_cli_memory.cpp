// SPDX-License-Identifier: GPL-3.0-or-later
// The command line is ended by force while it holds a key and waits for an answer: its memory is dumped nowhere, and no
// other program of the user looks into it.
#include "support/canaries.h"
#include "support/memory_of_programs.h"
#include "support/runner.h"
#include "watched_run.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

namespace cli_memory_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;
using tilldeck::test::Canaries;

namespace {

/// A provider that takes requests and never answers.
class SilentProvider : public QTcpServer
{
public:
    SilentProvider()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { taken += socket->readAll(); });
        });
    }
    QString url() const { return u"http://127.0.0.1:%1"_s.arg(serverPort()); }

    QByteArray taken;
};

/// Returns whether a dump would be a file in the working folder of the program.
bool areDumpsWrittenIntoFolders()
{
    QFile pattern(u"/proc/sys/kernel/core_pattern"_s);
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    return pattern.open(QIODevice::ReadOnly) && !pattern.readAll().contains('/') && limit.rlim_max > 0;
}

} // namespace

class CliMemoryTest : public QObject
{
    Q_OBJECT

private slots:
    void endedByForceItLeavesNoKeyBehind_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("SIGABRT") << SIGABRT << false;
        QTest::newRow("SIGSEGV") << SIGSEGV << false;
        // What a developer allows shows that the rows above see what there is to see.
        QTest::newRow("SIGABRT, dumps allowed") << SIGABRT << true;
    }
    void endedByForceItLeavesNoKeyBehind()
    {
        QFETCH(const int, signal);
        QFETCH(const bool, isAllowed);
        const Home home;
        SilentProvider provider;
        const QString key = tilldeck::test::newCanary(u"sk_test_"_s);
        Canaries keys;
        keys.add(u"key"_s, key);
        QCOMPARE(home.run({u"account"_s, u"add"_s, u"Silent"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                           provider.url(), u"--account-id"_s, u"a"_s},
                          {}, key)
                     .run.exitCode,
                 0);
        QProcess process;
        QProcessEnvironment all = home.environment();
        all.insert(u"TILLDECK_KEY"_s, key);
        all.insert(u"TILLDECK_ALLOW_DUMPS"_s, isAllowed ? u"1"_s : u""_s);
        // A sanitizer would take both dump and signal away.
        all.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0:disable_coredump=0:handle_segv=0:handle_abort=0"_s);
        process.setProcessEnvironment(all);
        process.setWorkingDirectory(home.path(u"home"_s));
        process.setChildProcessModifier(tilldeck::test::beAnOrdinaryProgram);
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"),
                      {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Silent"_s});
        QTRY_VERIFY_WITH_TIMEOUT(provider.taken.contains(key.toUtf8()), 30000);
        const bool isOpen = tilldeck::test::isOpenToOthers(process.processId());
        const bool dumpsNothing = tilldeck::test::mayDumpNothing(process.processId());
        QCOMPARE(process.state(), QProcess::Running);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const QStringList hits = keys.hitsBelow(home.path());
        QCOMPARE(isOpen, isAllowed);
        if (!isAllowed) {
            QVERIFY(dumpsNothing);
            QCOMPARE(hits, QStringList());
            QCOMPARE(QDir(home.path(u"home"_s)).entryList(QDir::Files), QStringList());
        } else {
            rlimit limit{};
            getrlimit(RLIMIT_CORE, &limit);
            QCOMPARE(dumpsNothing, limit.rlim_max == 0);
        }
        if (isAllowed && areDumpsWrittenIntoFolders()) {
            QVERIFY2(hits.size() == 1 && hits.front().startsWith("key in home/core"_L1), qPrintable(hits.join(u'\n')));
        }
    }
};

TILLDECK_TEST(CliMemoryTest)

} // namespace cli_memory_test

#include "tst_cli_memory.moc"
