// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/catalog_cache.h"

#include "desk/use_case_log.h"

namespace tilldeck::desk {

CatalogCache::CatalogCache(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
{
    connect(&desk.accounts(), &accounts::AccountStore::changed, this, &CatalogCache::dropChanged);
}

void CatalogCache::dropChanged()
{
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

checkout::Catalog CatalogCache::catalog(const QString &accountId)
{
    if (!m_catalogs.contains(accountId))
        refresh(accountId);
    return m_catalogs.value(accountId);
}

void CatalogCache::refresh(const QString &accountId)
{
    if (!m_loading.contains(accountId))
        load(accountId);
}

http::Task<checkout::Catalog> CatalogCache::load(QString accountId)
{
    const QPointer<CatalogCache> self(this);
    if (!m_desk)
        co_return checkout::Catalog(m_catalogs.value(accountId));
    m_loading.insert(accountId);
    const UseCaseLog log("loadCatalog", accountId);
    const accounts::Account asking = m_desk->accounts().byId(accountId).value_or(accounts::Account());

    auto provider = co_await m_desk->provider(accountId);
    if (!self)
        co_return checkout::Catalog();
    std::optional<checkout::Error> error;
    if (provider) {
        const ProviderHandle &asked = *provider;
        auto fetched = co_await asked->catalog();
        if (!self)
            co_return checkout::Catalog();
        const auto account = m_desk ? m_desk->accounts().byId(accountId) : std::nullopt;
        if (!fetched) {
            error = fetched.error();
        } else if (account && isSameShop(*account, asking)) {
            m_catalogs.insert(accountId, *fetched);
            m_accounts.insert(accountId, asking);
        }
    } else {
        error = provider.error();
    }
    m_loading.remove(accountId);
    log.end(loggedEnd(error));
    checkout::Catalog known = m_catalogs.value(accountId);
    if (error)
        emit failed(accountId, *error);
    else
        emit changed(accountId);
    co_return known;
}

} // namespace tilldeck::desk

#include "moc_catalog_cache.cpp"
