// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"

#include <QStandardPaths>
#include <QTest>

#include <cstring>
#include <vector>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

namespace {

std::vector<tilldeck::test::Factory> &factories()
{
    static std::vector<tilldeck::test::Factory> all;
    return all;
}

} // namespace

bool tilldeck::test::registerTest(Factory factory)
{
    factories().push_back(std::move(factory));
    return true;
}

int main(int argc, char **argv)
{
    const Application app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tilldeck-test"));
    QStandardPaths::setTestModeEnabled(true);
    int failed = 0;
    for (const auto &factory : factories()) {
        const auto test = factory();
        // "--class Name" runs one class only; everything else goes to Qt Test.
        if (argc > 2 && std::strcmp(argv[1], "--class") == 0) {
            const QString name = QString::fromLatin1(test->metaObject()->className());
            if (name.section(QStringLiteral("::"), -1) != QString::fromLocal8Bit(argv[2]))
                continue;
            std::vector<char *> rest{argv[0]};
            rest.insert(rest.end(), argv + 3, argv + argc);
            failed += QTest::qExec(test.get(), static_cast<int>(rest.size()), rest.data());
        } else {
            failed += QTest::qExec(test.get(), argc, argv);
        }
    }
    return failed == 0 ? 0 : 1;
}
