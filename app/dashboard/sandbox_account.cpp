// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/sandbox_account.h"

#include <QDir>
#include <QUrl>

namespace tilldeck::dashboard {

SandboxAccount::SandboxAccount(desk::Desk &desk, Settings &settings, const QString &dataDirectory, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
    , m_settings(settings)
    , m_folder(dataDirectory + QStringLiteral("/sandbox"))
{
}

QString SandboxAccount::accountId() const
{
    const auto account = m_desk->accounts().byId(m_settings.sandboxAccount());
    return account ? account->id : QString();
}

void SandboxAccount::start()
{
    if (m_thread)
        return;
    // The port of the last run, so that checkout URLs handed out then still open.
    const auto account = m_desk->accounts().byId(accountId());
    launch(account ? static_cast<quint16>(qMax(0, QUrl(account->baseUrl).port(0))) : 0);
}

void SandboxAccount::launch(quint16 port)
{
    sandbox::Options options;
    options.dataDir = m_folder;
    options.port = port;
    m_thread = std::make_unique<sandbox::SandboxThread>(options);
    connect(m_thread.get(), &sandbox::SandboxThread::ready, this, &SandboxAccount::running);
    connect(
        m_thread.get(), &sandbox::SandboxThread::failed, this,
        [this, port](const QString &message) {
            m_thread.reset();
            if (port != 0)
                launch(0); // Somebody else has that port now.
            else
                Q_EMIT failed(message);
        },
        Qt::QueuedConnection);
    m_thread->start();
}

void SandboxAccount::running()
{
    const sandbox::Account &served = m_thread->running()->accounts.front();
    accounts::Account account = m_desk->accounts().byId(accountId()).value_or(accounts::Account());
    account.provider = accounts::ProviderKind::PaymentKit;
    account.baseUrl = served.baseUrl;
    account.accountId = served.accountId;
    account.mode = accounts::Mode::Sandbox;
    if (account.id.isEmpty()) {
        account.name = tr("Sandbox");
        const auto added = m_desk->accounts().add(account);
        if (!added) {
            Q_EMIT failed(added.error());
            return;
        }
        account = *added;
        m_settings.setSandboxAccount(account.id);
    } else if (const auto updated = m_desk->accounts().update(account); !updated) {
        Q_EMIT failed(updated.error());
        return;
    }
    m_desk->keys().keepForThisRun(account.id, http::Secret(served.key));
    Q_EMIT ready(account.id);
}

void SandboxAccount::forget()
{
    if (m_thread)
        m_thread->stop();
    m_thread.reset();
    QDir(m_folder).removeRecursively();
}

} // namespace tilldeck::dashboard
