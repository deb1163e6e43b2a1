// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/sandbox_accounts.h"

#include "desk/shop_keys.h"
#include "sandbox/webhooks.h"
#include "ui/widgets/when_done.h"

#include <QDir>
#include <QUrl>

namespace tilldeck::dashboard {

using namespace Qt::StringLiterals;

using ledger::WebhookEvent;

SandboxAccounts::SandboxAccounts(desk::Desk &desk, Settings &settings, const QString &dataDirectory, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
    , m_settings(settings)
    , m_folder(dataDirectory + u"/sandbox"_s)
{
    // Another dashboard on the same data has started the sandbox at another address, with the same keys.
    connect(&desk.accounts(), &accounts::AccountStore::addressChanged, this, [this](const QString &id) {
        if (!isReady())
            return;
        for (const sandbox::Account &served : m_thread->running()->accounts) {
            if (m_settings.sandboxAccount(served.provider) == id)
                m_desk->keys().keepForThisRun(id, http::Secret(served.key));
        }
    });
}

QStringList SandboxAccounts::accountIds() const
{
    QStringList ids;
    const QStringList known = m_settings.sandboxAccounts();
    for (const QString &id : known) {
        if (m_desk->accounts().byId(id))
            ids << id;
    }
    return ids;
}

void SandboxAccounts::start()
{
    if (m_thread)
        return;
    if (m_desk->isSecondWindow())
        return emit failed(m_desk->whyNoWrites());
    // With the port of the previous run, checkout URLs that were handed out then still open.
    const auto account = m_desk->accounts().byId(accountIds().value(0));
    launch(account ? static_cast<quint16>(qMax(0, QUrl(account->baseUrl).port(0))) : 0);
}

void SandboxAccounts::launch(quint16 port)
{
    sandbox::Options options;
    options.dataDir = m_folder;
    options.port = port;
    m_thread = std::make_unique<sandbox::SandboxThread>(options);
    connect(m_thread.get(), &sandbox::SandboxThread::ready, this, &SandboxAccounts::started);
    connect(m_thread.get(), &sandbox::SandboxThread::webhookTried, this, &SandboxAccounts::recordDelivery);
    connect(
        m_thread.get(), &sandbox::SandboxThread::failed, this,
        [this, port](const QString &message) {
            m_thread.reset();
            if (port != 0)
                launch(0); // the port is in use by another program
            else
                fail(message);
        },
        Qt::QueuedConnection);
    m_thread->start();
}

void SandboxAccounts::fail(const QString &why)
{
    const QStringList ids = accountIds();
    for (const QString &id : ids)
        m_desk->keys().explainMissing(id, tr("The built-in sandbox did not start. %1", "sentence: why").arg(why));
    emit failed(why);
}

void SandboxAccounts::started()
{
    // The setting is what the merchant sees, so it replaces the address that the sandbox remembers.
    m_thread->setWebhookUrl(m_settings.receiverUrl());
    for (const sandbox::Account &served : m_thread->running()->accounts) {
        if (const auto problem = updateAccount(served)) {
            return fail(*problem);
        }
    }
    emit ready();
}

/// Adds or updates the account that stands for @p served. Returns a sentence when it cannot be stored.
std::optional<QString> SandboxAccounts::updateAccount(const sandbox::Account &served)
{
    const auto kind = accounts::providerFromId(served.provider);
    const QString id = m_settings.sandboxAccount(served.provider);
    const auto known = m_desk->accounts().byId(id);
    // An account that the merchant removed is not added again.
    if (!kind || (!id.isEmpty() && !known))
        return std::nullopt;
    accounts::Account account = known.value_or(accounts::Account());
    account.provider = *kind;
    account.baseUrl = served.baseUrl;
    account.accountId = served.accountId;
    account.merchantId = served.merchantId;
    account.mode = accounts::Mode::Sandbox;
    // Writing waits for the disk.
    if (known && *known != account) {
        if (const auto updated = m_desk->accounts().updateServed(account); !updated)
            return updated.error();
    } else if (!known) {
        account.name = freeName(accounts::providerName(*kind));
        const auto added = m_desk->accounts().add(account);
        if (!added)
            return added.error();
        account = *added;
        m_settings.setSandboxAccount(served.provider, account.id);
    }
    // This program serves the account itself, also with new keys in a new folder.
    const http::Secret key(served.key);
    desk::takeKeyAsOwn(*m_desk, account.id, key);
    m_desk->keys().keepForThisRun(account.id, key);
    failPendingDeliveries(account.id);
    return std::nullopt;
}

QString SandboxAccounts::freeName(const QString &providerName) const
{
    const auto isTaken = [this](const QString &name) { return m_desk->accounts().byName(name).has_value(); };
    if (const QString plain = tr("Sandbox"); accountIds().isEmpty() && !isTaken(plain))
        return plain;
    QString name = tr("%1 sandbox", "name of an account: its provider").arg(providerName);
    if (!isTaken(name))
        return name;
    int number = 2;
    const auto numbered = [&] { return tr("%1 (%2)", "name of an account, a number").arg(name).arg(number); };
    while (isTaken(numbered()))
        ++number;
    return numbered();
}

void SandboxAccounts::recordDelivery(const sandbox::Delivery &delivery)
{
    WebhookEvent event;
    event.accountId = m_settings.sandboxAccount(delivery.webhook.provider);
    if (!m_desk->accounts().byId(event.accountId))
        return;
    event.eventId = delivery.webhook.id;
    event.type = delivery.webhook.type;
    event.about = delivery.webhook.about;
    event.body = delivery.webhook.body;
    event.signatureHeader = delivery.webhook.signatureHeader;
    event.signature = delivery.webhook.signature;
    event.url = delivery.url;
    event.delivery = delivery.url.isEmpty() ? WebhookEvent::Delivery::Kept
                     : delivery.delivered   ? WebhookEvent::Delivery::Delivered
                     : delivery.last        ? WebhookEvent::Delivery::Failed
                                            : WebhookEvent::Delivery::Pending;
    event.attempts = delivery.attempt;
    event.httpStatus = delivery.status;
    event.at = delivery.webhook.at;
    m_desk->ledger().putWebhookEvent(event);
    if (delivery.attempt <= 1)
        emit webhookReceived(event.accountId);
}

/// Marks pending deliveries of earlier runs as failed: the sandbox does not retry them after a restart.
void SandboxAccounts::failPendingDeliveries(const QString &accountId)
{
    constexpr int mostAtOnce = 500;
    ledger::WebhookFilter filter;
    filter.accountIds = {accountId};
    filter.delivery = WebhookEvent::Delivery::Pending;
    using Page = checkout::Result<ledger::RecordPage<WebhookEvent>>;
    ui::whenDone(m_desk->ledger().webhookEvents(filter, {}, mostAtOnce), this,
                 [this, before = m_desk->now()](const Page &page) {
                     if (!page)
                         return;
                     for (WebhookEvent event : page->rows) {
                         if (event.at >= before)
                             continue;
                         event.delivery = WebhookEvent::Delivery::Failed;
                         m_desk->ledger().putWebhookEvent(event);
                     }
                 });
}

std::optional<ui::Receiver> SandboxAccounts::receiver(const QString &accountId) const
{
    if (!isReady())
        return std::nullopt;
    for (const sandbox::Account &served : m_thread->running()->accounts) {
        if (!accountId.isEmpty() && m_settings.sandboxAccount(served.provider) == accountId)
            return ui::Receiver{m_settings.receiverUrl(), served.webhookSecret};
    }
    return std::nullopt;
}

void SandboxAccounts::setReceiverUrl(const QString &url)
{
    m_settings.setReceiverUrl(url);
    if (isReady())
        m_thread->setWebhookUrl(url);
}

void SandboxAccounts::forget()
{
    // The merchant has started the sandbox again before the removal of its last account arrived.
    if (m_thread && !isReady())
        return;
    if (m_thread)
        m_thread->stop();
    m_thread.reset();
    m_settings.forgetSandbox();
    QDir(m_folder).removeRecursively();
}

} // namespace tilldeck::dashboard

#include "moc_sandbox_accounts.cpp"
