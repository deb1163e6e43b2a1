// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboard/settings.h"
#include "desk/desk.h"
#include "sandbox/sandbox_thread.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace tilldeck::dashboard {

/// The built-in sandbox as one of the merchant's accounts: starts it in the data directory, and keeps the account's
/// address and key in step with it. Its key never goes to the keychain; it lives in the sandbox's own folder.
class SandboxAccount : public QObject
{
    Q_OBJECT

public:
    SandboxAccount(desk::Desk &desk, Settings &settings, const QString &dataDirectory, QObject *parent = nullptr);

    /// The account's id; empty while the merchant has not chosen the sandbox.
    QString accountId() const;
    void start();
    /// After the account was removed: stops and deletes the sandbox's folder.
    void forget();

Q_SIGNALS:
    void ready(const QString &accountId);
    void failed(const QString &sentence);

private:
    void launch(quint16 port);
    void running();

    QPointer<desk::Desk> m_desk;
    Settings &m_settings;
    QString m_folder;
    std::unique_ptr<sandbox::SandboxThread> m_thread;
};

} // namespace tilldeck::dashboard
