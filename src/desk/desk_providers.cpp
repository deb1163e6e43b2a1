// SPDX-License-Identifier: GPL-3.0-or-later
// How the desk gives a provider with its key.
#include "accounts/key_text.h"
#include "desk/desk.h"
#include "desk/shop_keys.h"
#include "desk/while_open.h"
#include "providers/registry.h"

#include <QCoroFuture>

#include <utility>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

http::Task<checkout::Result<ProviderHandle>> Desk::writer(QString accountId)
{
    const QPointer<Desk> self(this);
    reopenWhenThereIsRoom();
    if (const QString why = whyNoWrites(); !why.isEmpty())
        co_return std::unexpected(Error(ErrorKind::Storage, why));
    const auto looked = co_await whileOpen(self, lookFilesOver());
    if (!looked)
        co_return std::unexpected(looked.error());
    if (const QString why = whyNoWrites(); !why.isEmpty())
        co_return std::unexpected(Error(ErrorKind::Storage, why));
    auto made = co_await provider(std::move(accountId));
    co_return made;
}

http::Task<checkout::Result<ProviderHandle>> Desk::provider(QString accountId)
{
    const QPointer<Desk> self(this);
    const std::optional<accounts::Account> account = m_accounts->byId(accountId);
    if (!account)
        co_return std::unexpected(Error(ErrorKind::NotFound, tr("This account is no longer connected.")));
    const auto key = co_await whileOpen(self, m_keys->key(accountId));
    if (!key)
        co_return std::unexpected(key.error());
    if (!*key || (*key)->isEmpty()) {
        if (const QString why = m_keys->whyMissing(accountId); !why.isEmpty())
            co_return std::unexpected(Error(ErrorKind::Storage, why));
        Error missing(ErrorKind::Unauthorised, accounts::missingKeySentence(m_keys->keychain(), account->name));
        missing.isWithoutKey = true;
        co_return std::unexpected(missing);
    }
    auto made = providerFor(*account, **key);
    if (!made)
        co_return made;
    const auto admitted = co_await whileOpen(self, admitKey(self, *account, made->key()));
    if (!admitted)
        co_return std::unexpected(admitted.error());
    co_return made;
}

checkout::Result<ProviderHandle> Desk::providerFor(const accounts::Account &account, const http::Secret &key)
{
    // Also one that an earlier version has stored: what is no key never goes into a header.
    if (const QString problem = accounts::keyTextProblem(key.reveal()); !problem.isEmpty())
        return std::unexpected(Error(
            ErrorKind::Unauthorised,
            tr("The key of %1 is none, so nothing was sent. %2", "account, sentence").arg(account.name, problem)));
    // One of an earlier version: all of these would stand in addresses.
    if (accounts::holdsKey(account, key.reveal()))
        return std::unexpected(Error(ErrorKind::InvalidInput,
                                     tr("A key stands in the name, in an ID or in an address of %1, so nothing was "
                                        "sent. Take it out of there, under Accounts.")
                                         .arg(account.name)));
    providers::Connection connection(accounts::providerId(account.provider), QUrl(account.baseUrl), key);
    connection.accountId = account.accountId;
    connection.merchantId = account.merchantId;
    connection.dialect = account.dialect;
    std::shared_ptr<providers::Provider> made = providers::make(*m_http, connection);
    if (!made) {
        return std::unexpected(Error(ErrorKind::Unsupported,
                                     tr("%1 is not in this version.").arg(accounts::providerName(account.provider))));
    }
    return ProviderHandle(std::move(made), marksOf(key));
}

QDateTime Desk::providerTime(const QString &accountId) const
{
    const auto account = m_accounts->byId(accountId);
    return account ? m_http->serverTime(QUrl(account->baseUrl)) : QDateTime();
}

ledger::Clocks Desk::clocks() const
{
    ledger::Clocks clocks = {now(), {}};
    for (const accounts::Account &account : m_accounts->accounts())
        clocks.there.insert(account.id, providerTime(account.id));
    return clocks;
}

int Desk::providerTimeReadings(const QString &accountId) const
{
    const auto account = m_accounts->byId(accountId);
    return account ? m_http->serverTimeReadings(QUrl(account->baseUrl)) : 0;
}

checkout::Capabilities Desk::capabilities(const QString &accountId, const QString &flow) const
{
    const auto account = m_accounts->byId(accountId);
    if (!account)
        return {};
    return providers::capabilities(accounts::providerId(account->provider), flow).value_or(checkout::Capabilities());
}

} // namespace tilldeck::desk
