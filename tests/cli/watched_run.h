// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the command line in a home of its own, and reads meanwhile what other programs of the user see of it.
#pragma once

#include "programs.h"

#include <QElapsedTimer>
#include <QFile>

#include <functional>

#include <sys/resource.h>

namespace tilldeck::cli::test {

/// What was seen of one program while it ran.
struct Watched
{
    Run run;
    QByteArray arguments;   ///< All that /proc showed as its command line.
    QByteArray environment; ///< What /proc showed as its environment, from the first time without the key on.
    int samples = 0;        ///< How often it was read so.
};

/// A home: every folder that a program writes to by default is below it.
class Home
{
public:
    QString path(const QString &name = {}) const { return m_folder.filePath(name); }
    QString data() const { return path(u"data/tilldeck"_s); }
    QString ledger() const { return data() + u"/ledger.sqlite"_s; }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        for (const QString &name : all.keys()) {
            if (name.startsWith(u"TILLDECK_"_s) || name.startsWith(u"XDG_"_s))
                all.remove(name);
        }
        for (const auto &[name, folder] :
             {std::pair(u"HOME"_s, u"home"_s), std::pair(u"XDG_DATA_HOME"_s, u"data"_s),
              std::pair(u"XDG_CONFIG_HOME"_s, u"config"_s), std::pair(u"XDG_CACHE_HOME"_s, u"cache"_s),
              std::pair(u"XDG_STATE_HOME"_s, u"state"_s), std::pair(u"XDG_RUNTIME_DIR"_s, u"runtime"_s),
              std::pair(u"TMPDIR"_s, u"temporary"_s)}) {
            QDir().mkpath(path(folder));
            all.insert(name, path(folder));
        }
        QFile::setPermissions(path(u"runtime"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        all.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromLocal8Bit(bus));
        // Without it nothing but root could read their environment at all (see tst_cli_memory.cpp).
        all.insert(u"TILLDECK_ALLOW_DUMPS"_s, u"1"_s);
        all.insert(u"QT_LOGGING_RULES"_s, u"tilldeck.*=true"_s);
        all.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        return all;
    }

    /// Runs @p program with @p key in its environment, unless that is empty, and serves this process meanwhile.
    Watched run(const QStringList &arguments, const QByteArray &input, const QString &key,
                const QString &program = u"tilldeck-cli"_s) const
    {
        QProcess process;
        QProcessEnvironment all = environment();
        if (!key.isEmpty())
            all.insert(u"TILLDECK_KEY"_s, key);
        process.setProcessEnvironment(all);
        process.setWorkingDirectory(path(u"home"_s));
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/") + program, arguments);
        Watched watched;
        if (!process.waitForStarted())
            return watched;
        // Whatever it reads from standard input, it has its key by then.
        watch(process, watched, key, [&] { return watched.samples > 0; }, 2000);
        process.write(input);
        process.closeWriteChannel();
        watch(process, watched, key, [&] { return process.state() == QProcess::NotRunning; }, 60000);
        if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit)
            watched.run.exitCode = process.exitCode();
        process.kill();
        process.waitForFinished();
        watched.run.out = process.readAllStandardOutput();
        watched.run.err = process.readAllStandardError();
        return watched;
    }

    /// Reads what /proc shows of @p process until @p isOver.
    static void watch(QProcess &process, Watched &watched, const QString &key, const std::function<bool()> &isOver,
                      int milliseconds)
    {
        QElapsedTimer clock;
        clock.start();
        while (!isOver() && process.state() == QProcess::Running && clock.elapsed() < milliseconds) {
            const QByteArray arguments = shown(process, u"cmdline"_s);
            if (!watched.arguments.contains(arguments))
                watched.arguments += arguments + '\n';
            const QByteArray environment = shown(process, u"environ"_s);
            const bool isStarted = environment.contains("QT_LOGGING_RULES");
            if (isStarted && (watched.samples > 0 || key.isEmpty() || !environment.contains(key.toUtf8()))) {
                if (!watched.environment.contains(environment))
                    watched.environment += environment + '\n';
                ++watched.samples;
            }
            QTest::qWait(1);
        }
    }

    static QByteArray shown(const QProcess &process, const QString &name)
    {
        QFile file(u"/proc/%1/%2"_s.arg(process.processId()).arg(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray bus = "disabled:"; ///< The address of the bus that the programs find their keychain on.

private:
    QTemporaryDir m_folder;
};

} // namespace tilldeck::cli::test
