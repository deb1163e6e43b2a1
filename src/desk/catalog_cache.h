// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QHash>
#include <QPointer>
#include <QSet>

namespace tilldeck::desk {

/// Keeps the catalogs of accounts, fetched when first asked for and again by refresh(). The last good one stays while a
/// newer one is fetched or fails, unless the account itself changed: then it is fetched anew.
class CatalogCache : public QObject
{
    Q_OBJECT

public:
    explicit CatalogCache(Desk &desk, QObject *parent = nullptr);

    /// Returns the last catalog; its lists are empty and unavailable before the first answer. Starts a fetch when there
    /// is none yet.
    checkout::Catalog catalog(const QString &accountId);
    bool isKnown(const QString &accountId) const { return m_catalogs.contains(accountId); }
    bool isLoading(const QString &accountId) const { return m_loading.contains(accountId); }
    /// Fetches the catalog again, unless that is under way.
    void refresh(const QString &accountId);
    /// Fetches the catalog and returns it, or the last one when the fetch fails.
    http::Task<checkout::Catalog> load(QString accountId);

signals:
    void changed(const QString &accountId);
    void failed(const QString &accountId, const tilldeck::checkout::Error &error);

private:
    void dropChanged();

    QPointer<Desk> m_desk;
    QHash<QString, accounts::Account> m_accounts; ///< Those of m_catalogs, as they were when asked.
    QHash<QString, checkout::Catalog> m_catalogs;
    QSet<QString> m_loading;
};

} // namespace tilldeck::desk
