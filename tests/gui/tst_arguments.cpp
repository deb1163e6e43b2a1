// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/arguments.h"
#include "support/runner.h"

#include <QTest>

namespace arguments_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class ArgumentsTest : public QObject
{
    Q_OBJECT

private slots:
    void helpAndVersionArePrintedWithoutAWindow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        QTest::newRow("help") << QStringList{u"--help"_s} << 0 << u"Usage: tilldeck"_s;
        QTest::newRow("short") << QStringList{u"-h"_s} << 0 << u"tilldeck-cli --help"_s;
        QTest::newRow("version") << QStringList{u"--version"_s} << 0 << u"tilldeck "_s;
        QTest::newRow("what is not known") << QStringList{u"--live"_s} << 2 << u"“--live” is not understood"_s;
        QTest::newRow("a file") << QStringList{u"draft.json"_s} << 2 << u"“draft.json” is not understood"_s;
    }
    void helpAndVersionArePrintedWithoutAWindow()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        QFETCH(const QString, says);
        const auto printed = dashboard::printedFor(arguments);
        QVERIFY(printed);
        QCOMPARE(printed->exitCode, exitCode);
        QVERIFY2(printed->text.contains(says), qPrintable(printed->text));
    }

    void withoutArgumentsTheWindowOpens() { QVERIFY(!dashboard::printedFor({})); }
};

TILLDECK_TEST(ArgumentsTest)

} // namespace arguments_test

#include "tst_arguments.moc"
