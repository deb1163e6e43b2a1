// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox_thread.h"

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

SandboxThread::SandboxThread(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_thread.setObjectName(u"sandbox"_s);
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
    m_sandbox = sandbox;
    sandbox->moveToThread(&m_thread);
    connect(sandbox, &Sandbox::webhookTried, this, &SandboxThread::webhookTried);
    connect(sandbox, &Sandbox::faultHappened, this, &SandboxThread::faultHappened);
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
    m_sandbox = nullptr;
    m_running.reset();
}

void SandboxThread::setWebhookUrl(const QString &url)
{
    m_options.webhookUrl = url;
    if (m_sandbox)
        QMetaObject::invokeMethod(m_sandbox, [sandbox = m_sandbox, url] { sandbox->setWebhookUrl(url); });
}

} // namespace tilldeck::sandbox

#include "moc_sandbox_thread.cpp"
