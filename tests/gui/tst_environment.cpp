// SPDX-License-Identifier: GPL-3.0-or-later
// What the program of the window leaves in its environment, which each browser that it opens inherits.
#include "support/canaries.h"
#include "support/runner.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace environment_test {

using namespace Qt::StringLiterals;

class EnvironmentTest : public QObject
{
    Q_OBJECT

private slots:
    void theWindowRemovesTheKeyOfTheCommandLineFromItsEnvironment()
    {
        const QTemporaryDir folder;
        const QString key = tilldeck::test::newCanary(u"sk_test_"_s);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, folder.filePath(u"data"_s));
        environment.insert(u"TILLDECK_KEY"_s, key);
        environment.insert(u"TILLDECK_ALLOW_DUMPS"_s, u"1"_s); // others may read its environment
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck"), QStringList());
        QVERIFY(process.waitForStarted());
        const auto read = [&process] {
            QFile file(u"/proc/%1/environ"_s.arg(process.processId()));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        // The window has its files, so the program has begun its work.
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(u"data/journal.sqlite"_s)), 20'000);
        const QByteArray left = read();
        QCOMPARE(process.state(), QProcess::Running);
        process.terminate();
        if (!process.waitForFinished(10'000))
            process.kill();
        QVERIFY(left.contains("TILLDECK_DATA_DIR"));
        QVERIFY(!left.contains(key.toUtf8()));
    }
};

TILLDECK_TEST(EnvironmentTest)

} // namespace environment_test

#include "tst_environment.moc"
