// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"

#include "desk/closed_error.h"
#include "desk/repair_creations.h"
#include "providers/registry.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

checkout::Result<std::unique_ptr<Desk>> Desk::open(const QString &dataDirectory, Clock clock)
{
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    // A folder that was there may be shared on purpose; the files in it are the owner's alone.
    const bool isThere = QDir(dataDirectory).exists();
    if (!isThere && (!QDir().mkpath(dataDirectory) || !QFile::setPermissions(dataDirectory, owner))) {
        return std::unexpected(
            Error(ErrorKind::Storage,
                  tr("The folder %1 cannot be used. Check that it is yours and writable.").arg(dataDirectory)));
    }
    auto journal = ledger::Journal::open(dataDirectory);
    if (!journal)
        return std::unexpected(journal.error());
    auto ledger = ledger::Ledger::open(dataDirectory);
    if (!ledger)
        return std::unexpected(ledger.error());
    auto accounts = std::make_unique<accounts::AccountStore>(dataDirectory);
    if (const auto loaded = accounts->load(); !loaded)
        return std::unexpected(Error(ErrorKind::Storage, loaded.error()));
    if ((*ledger)->readOnlyReason().isEmpty()) {
        if (const auto repaired = repairCreationsAtStart(**ledger, **journal, *accounts); !repaired)
            return std::unexpected(repaired.error());
    }
    if (!clock)
        clock = [] { return QDateTime::currentDateTimeUtc(); };
    return std::unique_ptr<Desk>(
        new Desk(dataDirectory, std::move(*ledger), std::move(*journal), std::move(accounts), std::move(clock)));
}

Desk::Desk(const QString &dataDirectory, std::unique_ptr<ledger::Ledger> ledger,
           std::unique_ptr<ledger::Journal> journal, std::unique_ptr<accounts::AccountStore> accounts, Clock clock)
    : m_dataDirectory(dataDirectory)
    , m_ledger(std::move(ledger))
    , m_journal(std::move(journal))
    , m_accounts(std::move(accounts))
    , m_keys(std::make_unique<accounts::KeyStore>())
    , m_http(std::make_unique<http::HttpClient>())
    , m_requests(std::make_unique<RequestLog>(*m_http))
    , m_clock(std::move(clock))
{
    m_journal->setOtherAccounts([accounts = m_accounts.get()](const QString &id) { return accounts->othersThan(id); });
    connect(m_accounts.get(), &accounts::AccountStore::addressChanged, m_keys.get(), &accounts::KeyStore::askAgain);
    connect(m_accounts.get(), &accounts::AccountStore::changed, this, [this] {
        m_confirmed.removeIf([this](const QString &id) {
            const auto account = m_accounts->byId(id);
            return !account || account->mode != accounts::Mode::Live;
        });
    });
    constexpr int pauseMilliseconds = 100;
    m_journalPause.setSingleShot(true);
    m_journalPause.setInterval(pauseMilliseconds);
    connect(&m_journalPause, &QTimer::timeout, this, &Desk::journalChanged);
    connect(&m_journalWatch, &QFileSystemWatcher::fileChanged, this, [this] {
        if (!m_journalPause.isActive())
            m_journalPause.start();
    });
    m_journalWatch.addPath(QDir(dataDirectory).filePath(u"journal.sqlite"_s));
}

Desk::~Desk() = default;

http::Task<checkout::Result<ProviderHandle>> Desk::provider(QString accountId)
{
    const QPointer<Desk> self(this);
    const std::optional<accounts::Account> account = m_accounts->byId(accountId);
    if (!account)
        co_return std::unexpected(Error(ErrorKind::NotFound, tr("This account is no longer connected.")));
    std::optional<http::Secret> key = co_await m_keys->key(accountId);
    if (!self)
        co_return std::unexpected(closedError());
    if (!key || key->isEmpty()) {
        co_return std::unexpected(
            Error(ErrorKind::Unauthorised, accounts::missingKeySentence(m_keys->keychain(), account->name)));
    }
    co_return providerFor(*account, *key);
}

checkout::Result<ProviderHandle> Desk::providerFor(const accounts::Account &account, const http::Secret &key)
{
    providers::Connection connection(accounts::providerId(account.provider), QUrl(account.baseUrl), key);
    connection.accountId = account.accountId;
    connection.merchantId = account.merchantId;
    connection.dialect = account.dialect;
    std::shared_ptr<providers::Provider> made = providers::make(*m_http, connection);
    if (!made) {
        return std::unexpected(Error(ErrorKind::Unsupported,
                                     tr("%1 is not in this version.").arg(accounts::providerName(account.provider))));
    }
    return ProviderHandle(std::move(made));
}

QDateTime Desk::providerTime(const QString &accountId) const
{
    const auto account = m_accounts->byId(accountId);
    return account ? m_http->serverTime(QUrl(account->baseUrl)) : QDateTime();
}

checkout::Capabilities Desk::capabilities(const QString &accountId, const QString &flow) const
{
    const auto account = m_accounts->byId(accountId);
    if (!account)
        return {};
    return providers::capabilities(accounts::providerId(account->provider), flow).value_or(checkout::Capabilities());
}

} // namespace tilldeck::desk

#include "moc_desk.cpp"
