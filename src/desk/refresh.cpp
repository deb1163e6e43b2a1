// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refresh.h"

namespace tilldeck::desk {

using checkout::Error;

Refresher::Refresher(Desk &desk, CatalogCache &catalogs, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
    , m_catalogs(&catalogs)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        for (const QString &accountId : std::as_const(m_accountIds))
            begin(accountId);
    });
}

void Refresher::setAccounts(const QStringList &accountIds)
{
    m_accountIds = accountIds;
}

void Refresher::start(std::chrono::milliseconds interval)
{
    m_timer.start(interval);
    for (const QString &accountId : std::as_const(m_accountIds))
        begin(accountId);
}

void Refresher::refreshNow(const QString &accountId)
{
    m_whole.insert(accountId);
    begin(accountId);
}

void Refresher::begin(const QString &accountId)
{
    if (!m_freshness.value(accountId).running)
        run(accountId);
}

http::Task<void> Refresher::run(QString accountId)
{
    const QPointer<Refresher> self(this);
    if (!m_desk || !m_catalogs)
        co_return;
    m_freshness[accountId].running = true;
    Q_EMIT freshnessChanged(accountId);
    if (!self)
        co_return;
    // Names first, so that sessions made elsewhere are listed under them from the start.
    if (!m_catalogs->isKnown(accountId)) {
        co_await m_catalogs->load(accountId);
        if (!self || !m_desk || !m_catalogs)
            co_return;
    }
    checkout::Catalog catalog = m_catalogs->catalog(accountId);
    const QPointer<Desk> desk = m_desk;
    const Depth depth =
        m_freshness.value(accountId).updatedAt.isValid() && !m_whole.remove(accountId) ? Depth::News : Depth::Whole;
    const auto done = co_await refreshAccount(desk, accountId, std::move(catalog), depth);
    if (!self || !m_desk)
        co_return;
    Freshness &freshness = m_freshness[accountId];
    freshness.running = false;
    freshness.error = done ? std::optional<Error>() : std::optional<Error>(done.error());
    if (done)
        freshness.updatedAt = m_desk->now();
    Q_EMIT freshnessChanged(accountId);
}

} // namespace tilldeck::desk
