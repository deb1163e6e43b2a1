// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QFuture>
#include <QHash>
#include <QPointer>

#include <map>

namespace tilldeck::desk {

/// Keeps the catalogs of accounts, fetched by ensure() and again by refresh(). The last good one stays while a newer
/// one is fetched or fails, unless the account itself changed. A catalog is fetched once at a time, and after a failure
/// it rests: for longer each time, and as long as the provider asks.
class CatalogCache : public QObject
{
    Q_OBJECT

public:
    explicit CatalogCache(Desk &desk, QObject *parent = nullptr);

    /// Returns the last catalog; its lists are empty and unavailable before the first answer. Asks nobody.
    checkout::Catalog catalog(const QString &accountId) const { return m_catalogs.value(accountId); }
    bool isKnown(const QString &accountId) const { return m_catalogs.contains(accountId); }
    bool isLoading(const QString &accountId) const { return m_flights.contains(accountId); }
    /// Returns why the last fetch failed; nothing when it did not, or when one is under way.
    std::optional<checkout::Error> error(const QString &accountId) const;
    /// Fetches the catalog unless it is known, is being fetched, or rests after a failure.
    void ensure(const QString &accountId);
    /// Fetches the catalog again, unless that is under way. Only a rest that the provider asked for (429) is kept:
    /// failed() is emitted again then.
    void refresh(const QString &accountId);
    /// Fetches the catalog and returns it, or the last one when the fetch fails or rests. One that is being fetched is
    /// waited for.
    http::Task<checkout::Catalog> load(QString accountId);

signals:
    void changed(const QString &accountId);
    void failed(const QString &accountId, const tilldeck::checkout::Error &error);

private:
    struct Failure
    {
        checkout::Error error;
        QDateTime restsUntil; ///< UTC
        std::chrono::milliseconds rest{0};
        bool isAsked = false; ///< The provider asked for the rest.
    };

    void dropChanged();
    bool rests(const QString &accountId) const;
    Failure failureAfter(const QString &accountId, const checkout::Error &error) const;
    http::Task<void> fetch(QString accountId);

    QPointer<Desk> m_desk;
    QHash<QString, accounts::Account> m_accounts; ///< Those of m_catalogs, as they were when asked.
    QHash<QString, checkout::Catalog> m_catalogs;
    std::map<QString, Failure> m_failures;
    QHash<QString, QFuture<void>> m_flights; ///< What is under way.
};

} // namespace tilldeck::desk
