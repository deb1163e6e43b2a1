// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/unread_rows.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace tilldeck::desk {

/// Says how current an account's data is.
struct Freshness
{
    QDateTime updatedAt; ///< UTC, of the last refresh that worked; invalid when there was none in this run.
    bool running = false;
    std::optional<checkout::Error> error; ///< Of the last refresh.
    QString cut;       ///< What was not read because the provider lists more than is read at once, in sentences.
    UnreadRows unread; ///< The rows of the provider's lists that could not be read.
};

/// Brings sessions and payments of accounts up to date in the ledger: the provider's lists where it has them, else each
/// open session by its id. Once an hour it looks further down for refunds that failed (Depth::Refunds). At each
/// interval it also repairs the rows of creations (repairCreations()). Runs when asked and by itself at an interval
/// while it is started; by itself it uses at most half of Capabilities::callsPerHour, and after a 429 it waits as long
/// as the provider asks (a minute where that does not say). Where nobody answers, or there is no key, it tries again
/// soon, then less and less often, whatever the interval is, and at once when a key is entered.
class Refresher : public QObject
{
    Q_OBJECT

public:
    Refresher(Desk &desk, CatalogCache &catalogs, QObject *parent = nullptr);

    void setAccounts(const QStringList &accountIds); ///< Sets which accounts the interval refreshes.
    void start(std::chrono::milliseconds interval);
    /// Refreshes an account fully at once, or after the refresh that is running; the interval refreshes incrementally.
    void refreshNow(const QString &accountId);
    /// Refreshes an account incrementally within a second, after an event at the provider. Many calls in a row become
    /// one refresh.
    void scheduleRefresh(const QString &accountId);
    Freshness freshness(const QString &accountId) const { return m_freshness.value(accountId); }

signals:
    void freshnessChanged(const QString &accountId);

private:
    void beginDue();
    http::Task<void> repair();
    void begin(const QString &accountId);
    void plan(const QString &accountId);
    void retryLater(const QString &accountId);
    bool isRefundLookDue(const QString &accountId) const;
    http::Task<void> run(QString accountId);

    QPointer<Desk> m_desk;
    QPointer<CatalogCache> m_catalogs;
    QStringList m_accountIds;
    QTimer m_timer;
    QHash<QString, Freshness> m_freshness;
    bool m_repairing = false;
    QSet<QString> m_fullNext; ///< Accounts whose next refresh is a full one.
    QSet<QString> m_again;    ///< Accounts that were asked for while their refresh was running.
    QSet<QString> m_scheduled;
    QTimer m_scheduleTimer;
    QHash<QString, int> m_calls;                 ///< Requests to an account since its last refresh began.
    QHash<QString, QDateTime> m_refundsLookedAt; ///< Of the last refresh that was more than Depth::Incremental.
    QHash<QString, QDateTime> m_nextAt;          ///< When the interval may refresh an account again.
    QHash<QString, QDateTime> m_backoffUntil;    ///< Until when the provider asked to be left alone (429).
    QHash<QString, int> m_failures;              ///< Of an account, in a row, without an answer.
    QHash<QString, QDeadlineTimer> m_retryAt;    ///< When one of these is tried again.
    QTimer m_retryTimer;
};

} // namespace tilldeck::desk
