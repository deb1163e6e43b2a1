// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/catalog_cache.h"

#include "desk/name_sessions.h"

#include "desk/use_case_log.h"

#include <QCoroFuture>
#include <QPromise>

#include <algorithm>

namespace tilldeck::desk {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds shortestRest = 5s;
constexpr std::chrono::milliseconds longestRest = 10min;
constexpr std::chrono::milliseconds restAfterLimit = 1min;
constexpr std::chrono::milliseconds longestAskedRest = 24h;

} // namespace

CatalogCache::CatalogCache(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
{
    connect(&desk.accounts(), &accounts::AccountStore::changed, this, &CatalogCache::dropChanged);
}

void CatalogCache::dropChanged()
{
    m_failures.clear(); // another key or address may be answered at once
    const QStringList known = m_catalogs.keys();
    for (const QString &id : known) {
        const auto account = m_desk ? m_desk->accounts().byId(id) : std::nullopt;
        if (account && isSameShop(*account, m_accounts.value(id)))
            continue;
        m_catalogs.remove(id);
        m_accounts.remove(id);
        if (account)
            emit changed(id);
    }
}

std::optional<checkout::Error> CatalogCache::error(const QString &accountId) const
{
    const auto failure = m_failures.find(accountId);
    return failure == m_failures.end() || isLoading(accountId) ? std::nullopt : std::optional(failure->second.error);
}

bool CatalogCache::rests(const QString &accountId) const
{
    const auto failure = m_failures.find(accountId);
    return failure != m_failures.end() && m_desk && failure->second.restsUntil > m_desk->now();
}

void CatalogCache::ensure(const QString &accountId)
{
    if (!isKnown(accountId) && !isLoading(accountId) && !rests(accountId))
        fetch(accountId);
}

void CatalogCache::refresh(const QString &accountId)
{
    if (isLoading(accountId))
        return;
    if (rests(accountId) && m_failures.at(accountId).isAsked)
        emit failed(accountId, checkout::Error(m_failures.at(accountId).error));
    else
        fetch(accountId);
}

http::Task<checkout::Catalog> CatalogCache::load(QString accountId)
{
    const QPointer<CatalogCache> self(this);
    if (!isLoading(accountId) && !rests(accountId))
        fetch(accountId);
    if (isLoading(accountId)) {
        const QFuture<void> flight = m_flights.value(accountId);
        co_await flight;
        if (!self)
            co_return checkout::Catalog();
    }
    co_return checkout::Catalog(m_catalogs.value(accountId));
}

CatalogCache::Failure CatalogCache::failureAfter(const QString &accountId, const checkout::Error &error) const
{
    const auto before = m_failures.find(accountId);
    const auto doubled = before == m_failures.end() ? shortestRest : 2 * before->second.rest;
    Failure failure{error, {}, std::clamp(doubled, shortestRest, longestRest), false};
    std::chrono::milliseconds rest = failure.rest;
    if (error.kind == checkout::ErrorKind::RateLimited) {
        failure.isAsked = true;
        rest = std::min(error.retryAfter.value_or(restAfterLimit), longestAskedRest);
    }
    failure.restsUntil = m_desk->now().addMSecs(rest.count());
    return failure;
}

http::Task<void> CatalogCache::fetch(QString accountId)
{
    const QPointer<CatalogCache> self(this);
    if (!m_desk)
        co_return;
    // Whoever waits goes on when this is finished, and also when it is dropped with the cache.
    const auto flight = std::make_shared<QPromise<void>>();
    flight->start();
    m_flights.insert(accountId, flight->future());
    const UseCaseLog log("loadCatalog", accountId);
    const accounts::Account asking = m_desk->accounts().byId(accountId).value_or(accounts::Account());

    auto provider = co_await m_desk->provider(accountId);
    if (!self || !m_desk) {
        flight->finish();
        co_return;
    }
    std::optional<checkout::Error> error;
    if (provider) {
        const ProviderHandle &asked = *provider;
        auto fetched = co_await asked->catalog();
        if (!self || !m_desk) {
            flight->finish();
            co_return;
        }
        const auto account = m_desk->accounts().byId(accountId);
        if (!fetched) {
            error = fetched.error();
        } else if (account && isSameShop(*account, asking)) {
            m_catalogs.insert(accountId, *fetched);
            [[maybe_unused]] const auto naming = nameSessions(m_desk, accountId, *fetched);
            m_accounts.insert(accountId, asking);
        }
    } else {
        error = provider.error();
    }
    if (error)
        m_failures.insert_or_assign(accountId, failureAfter(accountId, *error));
    else
        m_failures.erase(accountId);
    m_flights.remove(accountId);
    log.end(loggedEnd(error));
    if (error)
        emit failed(accountId, *error);
    else
        emit changed(accountId);
    flight->finish();
}

} // namespace tilldeck::desk

#include "moc_catalog_cache.cpp"
