// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox.h"

#include <QThread>

#include <optional>

namespace tilldeck::sandbox {

/// A sandbox on a thread of its own, for embedding. Call its members on the owner's thread; its signals are emitted
/// there.
class SandboxThread : public QObject
{
    Q_OBJECT

public:
    explicit SandboxThread(Options options, QObject *parent = nullptr);
    ~SandboxThread() override;

    /// Starts the sandbox and emits ready() or failed() later. Does nothing while it runs.
    void start();

    /// Stops the sandbox and returns when its server is closed.
    void stop();

    /// Returns the running sandbox between ready() and stop().
    const std::optional<Running> &running() const { return m_running; }

    /// Does what Sandbox::setWebhookUrl() does, for later starts too.
    void setWebhookUrl(const QString &url);

signals:
    void ready();
    void failed(const QString &message);
    void webhookTried(const tilldeck::sandbox::Delivery &delivery);
    void faultHappened(const tilldeck::sandbox::FaultStep &step);

private:
    Options m_options;
    QThread m_thread;
    Sandbox *m_sandbox = nullptr; // lives on the thread, goes with it
    std::optional<Running> m_running;
};

} // namespace tilldeck::sandbox
