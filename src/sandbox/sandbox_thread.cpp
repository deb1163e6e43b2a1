// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox_thread.h"

namespace tilldeck::sandbox {

SandboxThread::SandboxThread(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_thread.setObjectName(QStringLiteral("sandbox"));
}

SandboxThread::~SandboxThread()
{
    stop();
}

void SandboxThread::start()
{
    if (m_thread.isRunning())
        return;
    auto *sandbox = new Sandbox;
    sandbox->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, sandbox, &QObject::deleteLater);
    connect(&m_thread, &QThread::started, sandbox, [this, sandbox, options = m_options] {
        const auto started = sandbox->start(options);
        QMetaObject::invokeMethod(this, [this, started] {
            if (!m_thread.isRunning())
                return;
            if (!started) {
                stop();
                emit failed(started.error());
                return;
            }
            m_running = *started;
            emit ready();
        });
    });
    m_thread.start();
}

void SandboxThread::stop()
{
    m_thread.quit();
    m_thread.wait();
    m_running.reset();
}

} // namespace tilldeck::sandbox
