// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QHash>
#include <QPointer>
#include <QSet>

namespace tilldeck::desk {

/// Catalogs by account, fetched when first asked for and again by refresh(). The last good one stays while a newer is
/// on its way or fails.
class CatalogCache : public QObject
{
    Q_OBJECT

public:
    explicit CatalogCache(Desk &desk, QObject *parent = nullptr);

    /// What is known now; empty lists, all unavailable, before the first answer. Starts a fetch when there is none yet.
    checkout::Catalog catalog(const QString &accountId);
    bool isKnown(const QString &accountId) const { return m_catalogs.contains(accountId); }
    bool isLoading(const QString &accountId) const { return m_loading.contains(accountId); }
    /// Fetches it again, unless that is under way.
    void refresh(const QString &accountId);
    /// Fetches it and answers when it is there; what is known when the fetch fails.
    http::Task<checkout::Catalog> load(QString accountId);

Q_SIGNALS:
    void changed(const QString &accountId);
    void failed(const QString &accountId, const tilldeck::checkout::Error &error);

private:
    QPointer<Desk> m_desk;
    QHash<QString, checkout::Catalog> m_catalogs;
    QSet<QString> m_loading;
};

} // namespace tilldeck::desk
