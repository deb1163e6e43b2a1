// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox.h"

#include <QThread>

#include <optional>

namespace tilldeck::sandbox {

/// A sandbox on a thread of its own, for embedding. All members are called from the owner's thread, and the signals
/// arrive there.
class SandboxThread : public QObject
{
    Q_OBJECT

public:
    explicit SandboxThread(Options options, QObject *parent = nullptr);
    ~SandboxThread() override;

    /// Emits ready() or failed() later. Does nothing when it runs.
    void start();

    /// Returns when the server is closed.
    void stop();

    /// Set between ready() and stop().
    const std::optional<Running> &running() const { return m_running; }

    /// As Sandbox::setWebhookUrl(), also for the starts to come.
    void setWebhookUrl(const QString &url);

signals:
    void ready();
    void failed(const QString &message);
    void webhookTried(const tilldeck::sandbox::Delivery &delivery);

private:
    Options m_options;
    QThread m_thread;
    Sandbox *m_sandbox = nullptr; // lives on the thread, goes with it
    std::optional<Running> m_running;
};

} // namespace tilldeck::sandbox
