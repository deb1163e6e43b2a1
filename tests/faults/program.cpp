// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/program.h"

#include "faults/jobs.h"

#include <QEventLoop>
#include <QRegularExpression>

namespace tilldeck::faults {

QProcessEnvironment commandLineEnvironment(const World &world, const QString &provider)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TILLDECK_DATA_DIR"_s, world.dataFolder());
    environment.insert(u"TILLDECK_KEY"_s, world.key(provider));
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    return environment;
}

Program::Program(const World &world)
    : m_world(world)
{
    m_inTime.setSingleShot(true);
    QObject::connect(&m_inTime, &QTimer::timeout, &m_process, [this] { kill(); });
    m_looks.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
                     [this] { m_out += m_process.readAllStandardOutput(); });
    QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process,
                     [this] { m_log += m_process.readAllStandardError(); });
}

void Program::start(const QString &path, const QStringList &arguments, const QProcessEnvironment &environment)
{
    // It says each request that was answered.
    QProcessEnvironment logging = environment;
    logging.insert(u"QT_LOGGING_RULES"_s, u"tilldeck.http=true"_s);
    m_process.setProcessEnvironment(logging);
    endWithThis(m_process);
    m_process.start(path, arguments);
}

void Program::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_isKilled = true;
    m_process.kill();
}

void Program::killAtFault()
{
    QObject::connect(&m_world, &World::faultHappened, &m_process, [this](const sandbox::FaultStep &fault) {
        if (m_process.state() != QProcess::NotRunning && !m_isKilled)
            m_killedAt = fault.at;
        kill();
    });
}

void Program::killWhen(int milliseconds, std::function<bool()> condition)
{
    QObject::connect(&m_looks, &QTimer::timeout, &m_process, [this, condition = std::move(condition)] {
        if (m_process.state() == QProcess::NotRunning)
            m_looks.stop();
        else if (condition())
            kill();
    });
    m_looks.start(milliseconds);
}

void Program::whenEnded(QObject *context, std::function<void()> ended)
{
    QObject::connect(&m_process, &QProcess::stateChanged, context,
                     [ended = std::move(ended)](QProcess::ProcessState state) {
                         if (state == QProcess::NotRunning)
                             ended();
                     });
}

bool Program::hasAnswer() const
{
    static const QRegularExpression answered(u"(?:POST|PATCH|PUT|DELETE) \\S+: 2\\d\\d in "_s);
    return answered.match(QString::fromUtf8(m_log)).hasMatch();
}

bool Program::waitForLine(const QByteArray &line)
{
    QEventLoop loop;
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &loop, [&] {
        if (m_out.contains(line + '\n'))
            loop.quit();
    });
    QObject::connect(&m_process, &QProcess::stateChanged, &loop, [&](QProcess::ProcessState state) {
        if (state == QProcess::NotRunning)
            loop.quit();
    });
    if (!m_out.contains(line + '\n') && m_process.state() != QProcess::NotRunning)
        loop.exec();
    return m_out.contains(line + '\n');
}

Program::Ended Program::wait()
{
    QEventLoop loop;
    QObject::connect(&m_process, &QProcess::stateChanged, &loop, [&](QProcess::ProcessState state) {
        if (state == QProcess::NotRunning)
            loop.quit();
    });
    if (m_process.state() != QProcess::NotRunning)
        loop.exec();
    Ended ended;
    ended.out = m_out + m_process.readAllStandardOutput();
    ended.code = m_process.exitCode();
    ended.isKilled = m_process.exitStatus() == QProcess::CrashExit && m_isKilled;
    if (!ended.isKilled &&
        (m_process.exitStatus() == QProcess::CrashExit || m_process.error() == QProcess::FailedToStart))
        ended.problem = u"%1 crashed: %2"_s.arg(
            m_process.program(), QString::fromUtf8((m_log + m_process.readAllStandardError()).right(2000)));
    return ended;
}

} // namespace tilldeck::faults
