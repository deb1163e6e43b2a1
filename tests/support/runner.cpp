// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

using namespace Qt::StringLiterals;

namespace {

struct Registered
{
    const char *file;
    tilldeck::test::Factory make;
};

std::vector<Registered> &registered()
{
    static std::vector<Registered> all;
    return all;
}

/// Takes the option @p name and its value from the front of @p arguments; returns the value, or nothing.
QString takeOption(std::vector<char *> &arguments, const char *name)
{
    if (arguments.size() < 3 || std::strcmp(arguments[1], name) != 0)
        return {};
    const QString value = QString::fromLocal8Bit(arguments[2]);
    arguments.erase(arguments.begin() + 1, arguments.begin() + 3);
    return value;
}

} // namespace

// Stands in the place of that of the C library. Qt Test sleeps for 10 ms after each look at the queue of events, and
// one exchange with a server of the same thread needs several: the tests would wait for half of their time.
extern "C" int nanosleep(const timespec *asked, timespec *left)
{
    constexpr long sleepOfQtTest = 10'000'000;
    constexpr long longest = 1'000'000;
    timespec sleep = *asked;
    if (sleep.tv_sec == 0 && sleep.tv_nsec <= sleepOfQtTest)
        sleep.tv_nsec = std::min(sleep.tv_nsec, longest);
    return static_cast<int>(syscall(SYS_nanosleep, &sleep, left));
}

bool tilldeck::test::registerTest(const char *file, Factory factory)
{
    registered().push_back({file, std::move(factory)});
    return true;
}

// "--in FOLDER" runs the tests of one folder of tests/ only, "--class NAME" after it those of one class; everything
// else goes to Qt Test.
int main(int argc, char **argv)
{
    const Application app(argc, argv);
    QCoreApplication::setApplicationName(u"tilldeck-test"_s);
    QStandardPaths::setTestModeEnabled(true);
    std::vector<char *> arguments(argv, argv + argc);
    const QString folder = takeOption(arguments, "--in");
    const QString name = takeOption(arguments, "--class");
    int ran = 0;
    int failed = 0;
    for (const auto &[file, make] : registered()) {
        if (!folder.isEmpty() &&
            QFileInfo(QString::fromLocal8Bit(file)).path() != QStringLiteral(TILLDECK_TEST_DIR "/") + folder)
            continue;
        const auto test = make();
        if (!name.isEmpty() && QString::fromLatin1(test->metaObject()->className()).section(u"::"_s, -1) != name)
            continue;
        ++ran;
        failed += QTest::qExec(test.get(), static_cast<int>(arguments.size()), arguments.data());
    }
    if (ran == 0)
        qCritical("No test is named like that.");
    return failed == 0 && ran > 0 ? 0 : 1;
}
