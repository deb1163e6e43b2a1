// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line is started with: streams, files to read, and the folder of its data.
#include "programs.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

namespace cli_surroundings_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliSurroundingsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void aMissingFolderOfDataIsRefusedAndNoOtherOneTaken_data()
    {
        QTest::addColumn<QByteArrayList>("environment"); // set; unset after a dash
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("set and empty") << QByteArrayList{"TILLDECK_DATA_DIR="} << QByteArray("is set and empty");
        QTest::newRow("no UTF-8") << QByteArrayList{"TILLDECK_DATA_DIR=$PWD/a\\377b"} << QByteArray("are not UTF-8");
        QTest::newRow("no home") << QByteArrayList{"-TILLDECK_DATA_DIR", "-XDG_DATA_HOME", "-HOME"}
                                 << QByteArray("HOME is not set");
        QTest::newRow("an empty home") << QByteArrayList{"-TILLDECK_DATA_DIR", "-XDG_DATA_HOME", "HOME="}
                                       << QByteArray("HOME is not set");
        QTest::newRow("a home that is no UTF-8")
            << QByteArrayList{"-TILLDECK_DATA_DIR", "-XDG_DATA_HOME", "HOME=/tmp/\\377"} << QByteArray("are not UTF-8");
    }
    void aMissingFolderOfDataIsRefusedAndNoOtherOneTaken()
    {
        QFETCH(const QByteArrayList, environment);
        QFETCH(const QByteArray, said);
        QByteArray script;
        for (const QByteArray &one : environment) {
            const QByteArray name = one.left(one.indexOf('='));
            script += one.startsWith('-') ? "unset " + one.mid(1) + "; "
                                          : "export " + name + "=\"$(printf '" + one.mid(name.size() + 1) + "')\"; ";
        }
        script.replace("$PWD", m_folder->path().toUtf8());
        const Run run = shell(script + "exec \"$CLI\" account list");
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(said), run.err.constData());
        QVERIFY(QDir(m_folder->path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void theFolderOfXdgNeedsNoHome()
    {
        const Run run = shell("unset TILLDECK_DATA_DIR HOME; XDG_DATA_HOME=\"$PWD\" exec \"$CLI\" account list");
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(QDir(m_folder->path()).exists(u"tilldeck/journal.sqlite"_s));
    }

    void aDraftOrAKeyIsNotWaitedForWhereNobodyWritesOne_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::newRow("a pipe without a writer") << QByteArray("pipe");
        QTest::newRow("a folder") << QByteArray("folder");
        QTest::newRow("nothing") << QByteArray("nothing");
    }
    void aDraftOrAKeyIsNotWaitedForWhereNobodyWritesOne()
    {
        QFETCH(const QByteArray, from);
        QCOMPARE(mkfifo(QFile::encodeName(m_folder->filePath(u"pipe"_s)).constData(), 0600), 0);
        QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
        const Run draft = shell("exec \"$CLI\" preview --account Shop --from " + from);
        QCOMPARE(draft.exitCode, 1);
        QVERIFY2(draft.err.contains("The draft " + from + " cannot be read"), draft.err.constData());
        const Run key = shell("exec \"$CLI\" account add Shop --provider khaime --base-url http://127.0.0.1:1 "
                              "--merchant-id 1 --key-file " +
                              from);
        QCOMPARE(key.exitCode, 1);
        QVERIFY2(key.err.contains("The key file " + from + " cannot be read"), key.err.constData());
    }

    void aDraftIsReadFromAPipeThatSomebodyWritesInto()
    {
        QCOMPARE(mkfifo(QFile::encodeName(m_folder->filePath(u"pipe"_s)).constData(), 0600), 0);
        // The writer has the pipe open for a while before it writes.
        const Run run = shell("(exec 3<>pipe; sleep 1; echo '{\"tilldeck_draft\": 99}' >&3; sleep 1) & sleep 0.5; "
                              "(sleep 2) >pipe & \"$CLI\" preview --account Nobody --from pipe");
        QVERIFY2(run.err.contains("another version"), run.err.constData());
    }

    void closedStreamsAreNoFilesOfTheProgram_data()
    {
        QTest::addColumn<QByteArray>("closed");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("standard output") << QByteArray(">&-") << 1;
        QTest::newRow("all of them") << QByteArray("<&- >&- 2>&-") << 1;
        QTest::newRow("standard error") << QByteArray("2>&-") << 0;
    }
    void closedStreamsAreNoFilesOfTheProgram()
    {
        QFETCH(const QByteArray, closed);
        QFETCH(const int, exitCode);
        const Run run = shell("\"$CLI\" account list " + closed);
        QVERIFY2(run.exitCode == exitCode, (run.out + run.err).constData());
        if (closed == ">&-")
            QVERIFY2(run.err.contains("could not be written to standard output: Bad file descriptor"),
                     run.err.constData());
    }

private:
    /// Runs @p script in a folder of its own, with the program as $CLI; a program that waits without end is stopped.
    Run shell(const QByteArray &script) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, m_folder->filePath(u"data"_s));
        environment.insert(u"CLI"_s, QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"));
        environment.remove(u"TILLDECK_KEY"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(u"timeout"_s, {u"20"_s, u"bash"_s, u"-c"_s, QString::fromUtf8(script)});
        process.closeWriteChannel();
        Run run;
        if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
            run.exitCode = process.exitCode();
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

TILLDECK_TEST(CliSurroundingsTest)

} // namespace cli_surroundings_test

#include "tst_cli_surroundings.moc"
