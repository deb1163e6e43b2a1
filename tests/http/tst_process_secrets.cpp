// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/process_secrets.h"
#include "support/runner.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <cstdlib>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace process_secrets_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::http;

class ProcessSecretsTest : public QObject
{
    Q_OBJECT

private slots:
    void aProgramThatForbidsItLeavesNoMemoryDump()
    {
        if (!leavesDump(false))
            QSKIP("This computer writes no memory dump of any program, so nothing can be shown.");
        QVERIFY(!leavesDump(true));
    }

private:
    /// Has a copy of this program end by force in a folder of its own. Returns whether the system dumped its memory.
    static bool leavesDump(bool isForbidden)
    {
        const QTemporaryDir folder;
        const QByteArray path = folder.path().toLocal8Bit();
        const pid_t child = fork();
        if (child == 0) {
            rlimit limit{};
            getrlimit(RLIMIT_CORE, &limit);
            constexpr rlim_t enough = 1 << 20; // it is cut off there
            limit.rlim_cur = std::min(limit.rlim_max, enough);
            const bool isSet = setrlimit(RLIMIT_CORE, &limit) == 0 && chdir(path.constData()) == 0;
            if (isForbidden)
                forbidMemoryDumps();
            signal(SIGABRT, SIG_DFL);
            if (isSet)
                abort();
            _exit(1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        return WIFSIGNALED(status) && WCOREDUMP(status);
    }
};

TILLDECK_TEST(ProcessSecretsTest)

} // namespace process_secrets_test

#include "tst_process_secrets.moc"
