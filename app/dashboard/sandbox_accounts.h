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

/// Offers the built-in sandbox as accounts of the merchant, one for each provider. Starts the sandbox in the data
/// directory, updates the accounts with its address and keys, and stores its webhook events in the ledger. The keys are
/// kept in the sandbox's own folder, never in the keychain.
class SandboxAccounts : public QObject
{
    Q_OBJECT

public:
    SandboxAccounts(desk::Desk &desk, Settings &settings, const QString &dataDirectory, QObject *parent = nullptr);

    /// Returns the ids of its accounts in the sandbox's order; none before the merchant has chosen the sandbox.
    QStringList accountIds() const;
    bool isReady() const { return m_thread && m_thread->running(); }
    void start();
    /// Stops the sandbox and deletes its folder, after its last account was removed.
    void forget();

    /// Returns where the events of an account are sent; nothing for accounts of real providers, or before ready().
    std::optional<ui::Receiver> receiver(const QString &accountId) const;
    void setReceiverUrl(const QString &url);

signals:
    void ready();
    void failed(const QString &sentence);
    /// Emitted when a webhook event of an account has arrived.
    void webhookReceived(const QString &accountId);

private:
    void launch(quint16 port);
    void started();
    /// Says why the sandbox does not run, also of its accounts, whose keys it would give.
    void fail(const QString &why);
    std::optional<QString> updateAccount(const sandbox::Account &served);
    QString freeName(const QString &providerName) const;
    void recordDelivery(const sandbox::Delivery &delivery);
    void failPendingDeliveries(const QString &accountId);

    QPointer<desk::Desk> m_desk;
    Settings &m_settings;
    QString m_folder;
    std::unique_ptr<sandbox::SandboxThread> m_thread;
};

} // namespace tilldeck::dashboard
