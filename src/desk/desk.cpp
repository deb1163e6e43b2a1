// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"

#include "desk/closed_error.h"
#include "desk/labels.h"
#include "desk/pair_files.h"
#include "providers/registry.h"

#include <QDir>
#include <QFile>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

/// Puts every unknown intent on the sessions list, where the merchant will see it.
checkout::Result<void> showUnknownIntents(ledger::Ledger &ledger, ledger::Journal &journal,
                                          const accounts::AccountStore &accounts)
{
    const auto unknown = journal.unknown().result();
    if (!unknown)
        return std::unexpected(unknown.error());
    for (const ledger::Intent &intent : *unknown) {
        if (!accounts.byId(intent.accountId))
            continue; // Its account was disconnected: there is no list to show it in.
        const auto listed = ledger.sessionByIntent(intent.id).result();
        if (!listed)
            return std::unexpected(listed.error());
        ledger::SessionRecord record = listed->value_or(ledger::SessionRecord());
        if (record.state == ledger::SessionRecord::State::Known && !record.session.id.isEmpty()) {
            // The answer was kept; only closing the intent was cut off.
            const auto closed =
                journal.close(intent.id, ledger::Intent::State::Confirmed, record.session.id, {}).result();
            if (!closed)
                return std::unexpected(closed.error());
            continue;
        }
        record.accountId = intent.accountId;
        record.intentId = intent.id;
        record.state = ledger::SessionRecord::State::OutcomeUnknown;
        record.draft = intent.draft;
        if (!record.createdAt.isValid()) {
            record.createdAt = intent.openedAt;
            record.customerLabel = customerLabel(intent.draft, {});
            record.itemsLabel = itemsLabel(intent.draft, {});
        }
        const auto put = ledger.put(record).result();
        if (!put)
            return std::unexpected(put.error());
    }
    return {};
}

} // namespace

checkout::Result<std::unique_ptr<Desk>> Desk::open(const QString &dataDirectory, Clock clock)
{
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().mkpath(dataDirectory) || !QFile::setPermissions(dataDirectory, owner)) {
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
        if (const auto shown = showUnknownIntents(**ledger, **journal, *accounts); !shown)
            return std::unexpected(shown.error());
    }
    if (!clock)
        clock = [] { return QDateTime::currentDateTimeUtc(); };
    std::vector<StorageTrouble> troubles;
    if (auto trouble = pairFiles(**ledger, **journal, dataDirectory))
        troubles.push_back(std::move(*trouble));
    auto desk =
        std::unique_ptr<Desk>(new Desk(std::move(*ledger), std::move(*journal), std::move(accounts), std::move(clock)));
    desk->setTroubles(std::move(troubles));
    return desk;
}

Desk::Desk(std::unique_ptr<ledger::Ledger> ledger, std::unique_ptr<ledger::Journal> journal,
           std::unique_ptr<accounts::AccountStore> accounts, Clock clock)
    : m_ledger(std::move(ledger))
    , m_journal(std::move(journal))
    , m_accounts(std::move(accounts))
    , m_keys(std::make_unique<accounts::KeyStore>())
    , m_http(std::make_unique<http::HttpClient>())
    , m_clock(std::move(clock))
{
    connect(m_accounts.get(), &accounts::AccountStore::changed, this, [this] {
        m_confirmed.removeIf([this](const QString &id) {
            const auto account = m_accounts->byId(id);
            return !account || account->mode != accounts::Mode::Live;
        });
    });
}

Desk::~Desk() = default;

QString Desk::whyNoWrites() const
{
    QStringList sentences;
    for (const StorageTrouble &trouble : m_troubles) {
        if (trouble.stopsWrites)
            sentences << trouble.sentence;
    }
    return sentences.join(u' ');
}

void Desk::setTroubles(std::vector<StorageTrouble> troubles)
{
    m_troubles = std::move(troubles);
    m_journal->holdBack(whyNoWrites());
    emit storageChanged();
}

checkout::Result<void> Desk::acceptFiles()
{
    std::vector<StorageTrouble> left;
    for (const StorageTrouble &trouble : m_troubles) {
        if (trouble.kind != StorageTrouble::Kind::Pair)
            left.push_back(trouble);
    }
    if (left.size() == m_troubles.size())
        return {};
    if (const auto paired = pairAnew(*m_ledger, *m_journal); !paired)
        return std::unexpected(paired.error());
    setTroubles(std::move(left));
    return {};
}

http::Task<checkout::Result<ProviderHandle>> Desk::writer(QString accountId)
{
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
    std::optional<http::Secret> key = co_await m_keys->key(accountId);
    if (!self)
        co_return std::unexpected(closedError());
    if (!key || key->isEmpty()) {
        co_return std::unexpected(
            Error(ErrorKind::Unauthorised,
                  tr("There is no key for %1 on this computer. Enter it again.").arg(account->name)));
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

checkout::Capabilities Desk::capabilities(const QString &accountId, const QString &flow) const
{
    const auto account = m_accounts->byId(accountId);
    if (!account)
        return {};
    return providers::capabilities(accounts::providerId(account->provider), flow).value_or(checkout::Capabilities());
}

} // namespace tilldeck::desk

#include "moc_desk.cpp"
