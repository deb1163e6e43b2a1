// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace tilldeck::desk {

/// News: lists are read until a page brings nothing new. Whole: to their end, for what changed further down.
enum class Depth { News, Whole };

/// How current an account's data is.
struct Freshness
{
    QDateTime updatedAt; ///< UTC: the last refresh that worked; invalid: none in this run.
    bool running = false;
    std::optional<checkout::Error> error; ///< Of the last try.
};

/// Brings sessions and payments of accounts up to date in the ledger: the provider's lists where it has them, else each
/// open session by its id. Runs when asked and by itself at an interval while it is started; by itself it uses at most
/// half of Capabilities::callsPerHour, and after a 429 it waits as long as the provider asks (a minute where that does
/// not say).
class Refresher : public QObject
{
    Q_OBJECT

public:
    Refresher(Desk &desk, CatalogCache &catalogs, QObject *parent = nullptr);

    void setAccounts(const QStringList &accountIds); ///< Those refreshed by the interval.
    void start(std::chrono::milliseconds interval);
    /// Also what changed further down the lists; the interval brings news only. Never waits for its turn.
    void refreshNow(const QString &accountId);
    /// Something happened at the provider: brings it within a second. Many in a row are one refresh.
    void bringNews(const QString &accountId);
    Freshness freshness(const QString &accountId) const { return m_freshness.value(accountId); }

Q_SIGNALS:
    void freshnessChanged(const QString &accountId);

private:
    void beginDue();
    void begin(const QString &accountId);
    void plan(const QString &accountId);
    http::Task<void> run(QString accountId);

    QPointer<Desk> m_desk;
    QPointer<CatalogCache> m_catalogs;
    QStringList m_accountIds;
    QTimer m_timer;
    QHash<QString, Freshness> m_freshness;
    QSet<QString> m_whole; ///< Accounts whose next refresh reads everything.
    QSet<QString> m_again; ///< Asked for while theirs was running.
    QSet<QString> m_news;
    QTimer m_newsTimer;
    QHash<QString, int> m_calls;         ///< That left for an account since its last refresh began.
    QHash<QString, QDateTime> m_nextAt;  ///< By itself not before.
    QHash<QString, QDateTime> m_leaveTo; ///< The provider asked to be left alone until then.
};

/// Refreshes one account now and answers when it is done; what Refresher and the command line share. CATALOG gives the
/// names that sessions made elsewhere are listed under.
http::Task<checkout::Result<void>> refreshAccount(QPointer<Desk> desk, QString accountId, checkout::Catalog catalog,
                                                  Depth depth);

/// Asks the provider about one session and writes its answer to the ledger.
http::Task<checkout::Result<ledger::SessionRecord>> refreshSession(QPointer<Desk> desk, QString accountId,
                                                                   QString sessionId);

/// Ends an open session early and writes the answer to the ledger.
http::Task<checkout::Result<ledger::SessionRecord>> expireSession(QPointer<Desk> desk, QString accountId,
                                                                  QString sessionId);

} // namespace tilldeck::desk
