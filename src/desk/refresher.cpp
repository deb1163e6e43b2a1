// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refresher.h"

#include "desk/refresh_account.h"
#include "desk/repair_creations.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using namespace std::chrono_literals;

namespace {

constexpr auto schedulePause = 500ms;
constexpr auto pauseAfterLimit = 1min;
constexpr auto pauseOfRefundLooks = 1h;
constexpr std::chrono::seconds firstRetry = 2s, lastRetry = 32s; // each waits for twice as long as the one before

/// Returns how long to pause after @p calls, so that half of the provider's limit stays free.
std::chrono::milliseconds pauseAfter(int calls, std::optional<int> callsPerHour)
{
    return callsPerHour ? calls * std::chrono::milliseconds(1h) / std::max(1, *callsPerHour / 2) : 0ms;
}

} // namespace

Refresher::Refresher(Desk &desk, CatalogCache &catalogs, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
    , m_catalogs(&catalogs)
{
    connect(&m_timer, &QTimer::timeout, this, &Refresher::beginDue);
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &Refresher::beginDue);
    connect(&desk.keys(), &accounts::KeyStore::entered, this, [this](const QString &accountId) {
        m_failures.remove(accountId);
        m_retryAt.remove(accountId);
        if (m_timer.isActive() && m_accountIds.contains(accountId))
            begin(accountId);
    });
    m_scheduleTimer.setSingleShot(true);
    m_scheduleTimer.setInterval(schedulePause);
    connect(&m_scheduleTimer, &QTimer::timeout, this, [this] {
        for (const QString &accountId : std::exchange(m_scheduled, {})) {
            if (m_desk && m_backoffUntil.value(accountId) <= m_desk->now())
                begin(accountId);
        }
    });
    connect(&desk.http(), &http::HttpClient::exchanged, this, [this](const http::Exchange &exchange) {
        const QString server = QUrl(exchange.url).authority();
        for (auto calls = m_calls.begin(); calls != m_calls.end(); ++calls) {
            const auto account = m_desk ? m_desk->accounts().byId(calls.key()) : std::nullopt;
            if (account && m_freshness.value(calls.key()).running && QUrl(account->baseUrl).authority() == server)
                ++*calls;
        }
    });
}

void Refresher::setAccounts(const QStringList &accountIds)
{
    m_accountIds = accountIds;
}

void Refresher::start(std::chrono::milliseconds interval)
{
    m_timer.start(interval);
    beginDue();
}

void Refresher::refreshNow(const QString &accountId)
{
    m_fullNext.insert(accountId);
    begin(accountId);
}

void Refresher::scheduleRefresh(const QString &accountId)
{
    m_scheduled.insert(accountId);
    if (!m_scheduleTimer.isActive())
        m_scheduleTimer.start();
}

void Refresher::beginDue()
{
    const auto waits = [this](const QString &id) {
        const auto retry = m_retryAt.constFind(id);
        return retry != m_retryAt.constEnd() && !retry->hasExpired();
    };
    // Nothing is looked at while every account waits for half a minute at most.
    if (m_accountIds.isEmpty() || !std::ranges::all_of(m_accountIds, waits))
        repair();
    for (const QString &accountId : std::as_const(m_accountIds)) {
        if (m_desk && !m_freshness.value(accountId).running && !waits(accountId) &&
            m_nextAt.value(accountId) <= m_desk->now())
            begin(accountId);
    }
}

/// Tries an account again whose provider did not answer, or which has no key.
void Refresher::retryLater(const QString &accountId)
{
    const int failures = m_failures[accountId]++;
    const std::chrono::milliseconds wait =
        std::min<std::chrono::milliseconds>(firstRetry * (1 << std::min(failures, 8)), lastRetry);
    m_retryAt[accountId] = QDeadlineTimer(wait);
    if (m_timer.isActive() && (!m_retryTimer.isActive() || m_retryTimer.remainingTimeAsDuration() > wait))
        m_retryTimer.start(wait);
}

/// Repairs the rows of creations, once at a time: a locked ledger makes it wait longer than the interval.
http::Task<void> Refresher::repair()
{
    const QPointer<Refresher> self(this);
    if (!m_desk || m_repairing)
        co_return;
    m_repairing = true;
    co_await repairCreations(m_desk);
    if (self)
        m_repairing = false;
}

void Refresher::begin(const QString &accountId)
{
    if (m_freshness.value(accountId).running)
        m_again.insert(accountId);
    else
        run(accountId);
}

/// Returns whether it is time to look for refunds that failed further down in the list than anything is new.
bool Refresher::isRefundLookDue(const QString &accountId) const
{
    const QDateTime last = m_refundsLookedAt.value(accountId);
    return !last.isValid() || last.msecsTo(m_desk->now()) >= std::chrono::milliseconds(pauseOfRefundLooks).count();
}

/// Decides when this account may be refreshed by itself again.
void Refresher::plan(const QString &accountId)
{
    const QDateTime now = m_desk->now();
    const auto &error = m_freshness[accountId].error;
    const bool limited = error && error->kind == ErrorKind::RateLimited;
    const auto asked = limited ? error->retryAfter.value_or(pauseAfterLimit) : 0ms;
    const auto pause = pauseAfter(m_calls.value(accountId), m_desk->capabilities(accountId).callsPerHour);
    m_backoffUntil[accountId] = now.addMSecs(std::min<std::chrono::milliseconds>(asked, 24h).count());
    m_nextAt[accountId] = std::max(m_backoffUntil.value(accountId), now.addMSecs(pause.count()));
}

http::Task<void> Refresher::run(QString accountId)
{
    const QPointer<Refresher> self(this);
    if (!m_desk || !m_catalogs)
        co_return;
    m_retryAt.remove(accountId);
    m_freshness[accountId].running = true;
    m_calls[accountId] = 0;
    emit freshnessChanged(accountId);
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
    const bool full = m_fullNext.remove(accountId) || !m_freshness.value(accountId).updatedAt.isValid();
    const Depth depth = full ? Depth::Full : isRefundLookDue(accountId) ? Depth::Refunds : Depth::Incremental;
    const QDateTime began = m_desk->now();
    const auto done = co_await refreshAccount(desk, accountId, std::move(catalog), depth);
    if (!self || !m_desk)
        co_return;
    Freshness &freshness = m_freshness[accountId];
    freshness.running = false;
    freshness.error = done ? std::optional<Error>() : std::optional<Error>(done.error());
    // Also after a failure: what can be read of the list is read at each refresh.
    if (depth != Depth::Incremental)
        m_refundsLookedAt[accountId] = began;
    if (done) {
        freshness.updatedAt = m_desk->now();
        freshness.unread.follow(done->unread, depth);
    }
    // An incremental refresh ends where nothing is new, so only a full one says that all was read.
    if (done && (full || !done->cut.isEmpty()))
        freshness.cut = done->cut;
    if (done && !full && !done->cut.isEmpty())
        m_fullNext.insert(accountId);
    plan(accountId);
    if (!done && (done.error().kind == ErrorKind::Offline || done.error().kind == ErrorKind::Unauthorised))
        retryLater(accountId);
    else
        m_failures.remove(accountId);
    emit freshnessChanged(accountId);
    if (self && m_again.remove(accountId))
        begin(accountId);
}

} // namespace tilldeck::desk

#include "moc_refresher.cpp"
