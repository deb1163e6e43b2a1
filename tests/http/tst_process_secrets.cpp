// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/process_secrets.h"
#include "support/memory_of_programs.h"
#include "support/runner.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdlib>

namespace process_secrets_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::http;

class ProcessSecretsTest : public QObject
{
    Q_OBJECT

private slots:
    void noDumpIsLeftUnlessADeveloperAllowsIt_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("not named") << QByteArray() << false;
        QTest::newRow("allowed") << "1"_ba << true;
        QTest::newRow("not allowed") << "0"_ba << false;
        QTest::newRow("empty") << ""_ba << false;
    }
    void noDumpIsLeftUnlessADeveloperAllowsIt()
    {
        QFETCH(const QByteArray, variable);
        QFETCH(const bool, isAllowed);
        const QTemporaryDir folder;
        const QByteArray path = folder.path().toLocal8Bit();
        int ready[2], go[2];
        QVERIFY(pipe(ready) == 0 && pipe(go) == 0);
        const pid_t child = fork();
        if (child == 0) {
            tilldeck::test::beAnOrdinaryProgram();
            rlimit little{};
            getrlimit(RLIMIT_CORE, &little);
            constexpr rlim_t enough = 1 << 20; // a dump is cut off there
            little.rlim_cur = std::min(little.rlim_max, enough);
            setrlimit(RLIMIT_CORE, &little);
            if (variable.isNull())
                unsetenv("TILLDECK_ALLOW_DUMPS");
            else
                setenv("TILLDECK_ALLOW_DUMPS", variable.constData(), 1);
            forbidMemoryDumpsUnlessAllowed();
            signal(SIGABRT, SIG_DFL);
            char byte = char(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
            if (chdir(path.constData()) == 0 && write(ready[1], &byte, 1) == 1 && read(go[0], &byte, 1) == 1)
                abort();
            _exit(1);
        }
        char dumpable = -1;
        QVERIFY(read(ready[0], &dumpable, 1) == 1);
        const bool dumpsNothing = tilldeck::test::mayDumpNothing(child);
        const bool canWrite = write(go[1], "", 1) == 1;
        int status = 0;
        waitpid(child, &status, 0);
        for (const int end : {ready[0], ready[1], go[0], go[1]})
            close(end);
        QVERIFY(canWrite && WIFSIGNALED(status));
        QCOMPARE(int(dumpable), isAllowed ? 1 : 0);
        if (!isAllowed) {
            QVERIFY(dumpsNothing);
            QVERIFY(!WCOREDUMP(status));
            QVERIFY(folder.isValid() && QDir(folder.path()).isEmpty());
        }
    }
};

TILLDECK_TEST(ProcessSecretsTest)

} // namespace process_secrets_test

#include "tst_process_secrets.moc"
