// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboard/settings.h"
#include "desk/desk.h"
#include "sandbox/sandbox_thread.h"
#include "ui/activity/receiver_bar.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace tilldeck::dashboard {

/// The built-in sandbox as accounts of the merchant, one for each provider that it speaks for: starts it in the data
/// directory, keeps the accounts' addresses and keys in step with it, and takes its webhook events into the ledger. Its
/// keys never go to the keychain; they live in the sandbox's own folder.
class SandboxAccounts : public QObject
{
    Q_OBJECT

public:
    SandboxAccounts(desk::Desk &desk, Settings &settings, const QString &dataDirectory, QObject *parent = nullptr);

    /// The ids of its accounts, in the sandbox's order; none while the merchant has not chosen the sandbox.
    QStringList accountIds() const;
    bool isReady() const { return m_thread && m_thread->running(); }
    void start();
    /// After its last account was removed: stops and deletes the sandbox's folder.
    void forget();

    /// Where the events of an account go; nothing for accounts that are not the sandbox's, or before ready().
    std::optional<ui::Receiver> receiver(const QString &accountId) const;
    void setReceiverUrl(const QString &url);

Q_SIGNALS:
    void ready();
    void failed(const QString &sentence);
    void happened(const QString &accountId); ///< A webhook event came for this account.

private:
    void launch(quint16 port);
    void running();
    std::optional<QString> place(const sandbox::Account &served);
    QString freeName(const QString &providerName) const;
    void keep(const sandbox::Delivery &delivery);
    void endTries(const QString &accountId);

    QPointer<desk::Desk> m_desk;
    Settings &m_settings;
    QString m_folder;
    std::unique_ptr<sandbox::SandboxThread> m_thread;
};

} // namespace tilldeck::dashboard
