// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/preview.h"

#include "checkout/pricing.h"
#include "checkout/validate.h"

namespace tilldeck::desk {

PreviewFeed::PreviewFeed(Desk &desk, CatalogCache &catalogs, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
    , m_catalogs(&catalogs)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(debounce);
    connect(&m_timer, &QTimer::timeout, this, &PreviewFeed::compute);
    connect(&catalogs, &CatalogCache::changed, this, [this](const QString &accountId) {
        if (accountId == m_accountId)
            flush();
    });
}

void PreviewFeed::setDraft(const QString &accountId, const checkout::SessionDraft &draft)
{
    m_accountId = accountId;
    m_draft = draft;
    m_timer.start();
    Q_EMIT stale();
}

void PreviewFeed::flush()
{
    m_timer.stop();
    compute();
}

void PreviewFeed::refreshQuote()
{
    flush();
}

void PreviewFeed::compute()
{
    if (!m_desk || !m_catalogs || m_accountId.isEmpty())
        return;
    const checkout::Catalog catalog = m_catalogs->catalog(m_accountId);
    const QDateTime now = m_desk->now();
    Q_EMIT ready(checkout::priceLocally(m_draft, catalog, now),
                 checkout::validate(m_draft, m_desk->capabilities(m_accountId), catalog, now));
}

} // namespace tilldeck::desk
