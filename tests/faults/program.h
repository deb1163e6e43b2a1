// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/world.h"

#include <QProcess>
#include <QTimer>

#include <functional>

namespace tilldeck::faults {

/// Returns the environment in which the command line works on the folder of @p world and has the key of @p provider.
QProcessEnvironment commandLineEnvironment(const World &world, const QString &provider);

/// A program that runs beside the campaign and may be killed by SIGKILL.
class Program
{
public:
    struct Ended
    {
        int code = -1;
        bool isKilled = false;
        QByteArray out;
        QString problem; ///< It crashed, or it did not start.
    };

    explicit Program(const World &world);

    void start(const QString &path, const QStringList &arguments, const QProcessEnvironment &environment);
    void write(const QByteArray &line) { m_process.write(line); }
    void closeInput() { m_process.closeWriteChannel(); }
    void killAtFault();
    void killIn(int milliseconds) { m_inTime.start(milliseconds); }
    /// Kills the program as soon as @p condition holds, which is asked every @p milliseconds.
    void killWhen(int milliseconds, std::function<bool()> condition);
    /// Returns when the program has said @p line, or has ended. Returns whether it did say it.
    bool waitForLine(const QByteArray &line);
    Ended wait();
    bool isKilled() const { return m_isKilled; }
    /// Returns whether the program has logged a good answer to a request that may change something, since forgetLog().
    bool hasAnswer() const;
    void forgetLog() { m_log.clear(); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// Calls @p ended when the program has ended, while @p context lives.
    void whenEnded(QObject *context, std::function<void()> ended);
    /// Returns where in a request the sandbox was when the program was killed at a fault; otherwise nothing.
    const QString &killedAt() const { return m_killedAt; }

private:
    void kill();

    const World &m_world;
    QProcess m_process;
    QTimer m_inTime, m_looks;
    QString m_killedAt;
    QByteArray m_out, m_log;
    bool m_isKilled = false;
};

} // namespace tilldeck::faults
