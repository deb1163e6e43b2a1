// SPDX-License-Identifier: GPL-3.0-or-later
// Whether another program of the same user can look into the memory of a running one, or have it dumped.
#pragma once

#include <QFile>
#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <array>
#include <cstdio>

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Prepares a child of a test between fork() and exec(): it may write a dump as large as the system permits, and has no
/// right that the programs of an ordinary user lack, also where the test runs as root.
inline void beAnOrdinaryProgram()
{
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_CORE, &limit);
    for (unsigned long right = 0; right <= CAP_LAST_CAP; ++right)
        prctl(PR_CAPBSET_DROP, right, 0, 0, 0);
}

/// Returns whether a program of the same user, without rights of root over others, can read the environment or the
/// memory of @p process. The system asks the same for a debugger.
inline bool isOpenToOthers(qint64 process)
{
    std::array<char, 64> path{};
    std::snprintf(path.data(), path.size(), "/proc/%lld/environ", static_cast<long long>(process));
    const pid_t reader = fork();
    if (reader == 0) {
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        const std::array<__user_cap_data_struct, 2> none{};
        syscall(SYS_capset, &header, none.data());
        std::array<char, 1> byte{};
        const int file = open(path.data(), O_RDONLY | O_CLOEXEC);
        _exit(file >= 0 && read(file, byte.data(), byte.size()) == 1 ? 1 : 0);
    }
    int status = 0;
    return reader > 0 && waitpid(reader, &status, 0) == reader && WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

/// Returns whether the limit of @p process for memory dumps is nothing, and cannot be raised by itself.
inline bool mayDumpNothing(qint64 process)
{
    QFile file(u"/proc/%1/limits"_s.arg(process));
    static const QRegularExpression nothing(u"Max core file size +0 +0"_s);
    return file.open(QIODevice::ReadOnly) && nothing.match(QString::fromUtf8(file.readAll())).hasMatch();
}

} // namespace tilldeck::test
