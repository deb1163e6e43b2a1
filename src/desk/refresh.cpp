// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refresh.h"

#include "desk/labels.h"

#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::SessionRecord;
using ledger::TransactionRecord;

namespace {

/// Pages read at most in one refresh; the rest follows with the next one.
constexpr int mostPages = 20;
/// Open sessions asked for one by one in one refresh, where the provider has no list.
constexpr int mostLookUps = 50;

Error closed()
{
    return Error(ErrorKind::Cancelled, QString());
}

SessionRecord recordOf(const QString &accountId, const checkout::Session &session, const checkout::Catalog &catalog,
                       const QDateTime &now)
{
    SessionRecord record;
    record.accountId = accountId;
    record.session = session;
    record.draft = session.contents;
    record.customerLabel = customerLabel(session.contents, catalog);
    record.itemsLabel = itemsLabel(session.contents, catalog, session.paidTier.value_or(0));
    record.amount = checkout::amountOf(session);
    record.createdAt = session.createdAt.isValid() ? session.createdAt : now;
    record.checkedAt = now;
    return record;
}

bool listEnds(const Error &error)
{
    return error.kind == ErrorKind::Unsupported;
}

/// Asks for each session that the ledger has as open. Answers the first error that speaks of the whole account.
http::Task<checkout::Result<void>> lookUpOpen(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                              checkout::Catalog catalog)
{
    ledger::SessionFilter filter;
    filter.accountIds = {accountId};
    filter.status = ledger::SessionFilter::Status::Open;
    filter.now = desk->now();
    const auto open = co_await desk->ledger().sessions(filter, ledger::PageKey(), mostLookUps);
    if (!open)
        co_return std::unexpected(open.error());
    for (const SessionRecord &row : open->rows) {
        if (row.session.id.isEmpty())
            continue;
        const QString id = row.session.id;
        auto answer = co_await provider->session(id);
        if (!desk)
            co_return std::unexpected(closed());
        if (!answer) {
            if (answer.error().kind == ErrorKind::NotFound)
                continue;
            co_return std::unexpected(answer.error());
        }
        std::vector<SessionRecord> records{recordOf(accountId, *answer, catalog, desk->now())};
        const auto merged = co_await desk->ledger().merge(accountId, std::move(records));
        if (!merged)
            co_return std::unexpected(merged.error());
    }
    co_return checkout::Result<void>();
}

/// Reads the provider's list of sessions, newest first, until a page brings nothing new.
http::Task<checkout::Result<void>> listSessions(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                checkout::Catalog catalog)
{
    int offset = 0;
    for (int page = 0; page < mostPages; ++page) {
        auto answer = co_await provider->sessions(offset);
        if (!desk)
            co_return std::unexpected(closed());
        if (!answer)
            co_return std::unexpected(answer.error());
        std::vector<SessionRecord> records;
        for (const checkout::Session &session : answer->items)
            records.push_back(recordOf(accountId, session, catalog, desk->now()));
        const auto merged = co_await desk->ledger().merge(accountId, std::move(records));
        if (!desk)
            co_return std::unexpected(closed());
        if (!merged)
            co_return std::unexpected(merged.error());
        if (!answer->more || answer->items.empty() || *merged == 0)
            break;
        offset += static_cast<int>(answer->items.size());
    }
    co_return checkout::Result<void>();
}

http::Task<checkout::Result<void>> listTransactions(QPointer<Desk> desk, QString accountId, ProviderHandle provider)
{
    int offset = 0;
    for (int page = 0; page < mostPages; ++page) {
        auto answer = co_await provider->transactions(offset);
        if (!desk)
            co_return std::unexpected(closed());
        if (!answer) {
            if (listEnds(answer.error()))
                break;
            co_return std::unexpected(answer.error());
        }
        std::vector<TransactionRecord> records;
        for (const checkout::Transaction &transaction : answer->items) {
            TransactionRecord record(0, accountId, transaction);
            const auto session = co_await desk->ledger().session(accountId, transaction.sessionId);
            if (!desk)
                co_return std::unexpected(closed());
            if (session && session->has_value()) {
                record.customerLabel = (*session)->customerLabel;
                record.itemsLabel = (*session)->itemsLabel;
            }
            if (record.customerLabel.isEmpty())
                record.customerLabel = transaction.customerId;
            records.push_back(std::move(record));
        }
        const auto merged = co_await desk->ledger().mergeTransactions(accountId, std::move(records));
        if (!desk)
            co_return std::unexpected(closed());
        if (!merged)
            co_return std::unexpected(merged.error());
        if (!answer->more || answer->items.empty() || *merged == 0)
            break;
        offset += static_cast<int>(answer->items.size());
    }
    co_return checkout::Result<void>();
}

/// Writes the provider's word on one session to the ledger and answers the row.
http::Task<checkout::Result<SessionRecord>> keep(QPointer<Desk> desk, QString accountId, checkout::Session session,
                                                 ledger::TimelineEvent::Kind kind)
{
    const QString id = session.id;
    const auto known = co_await desk->ledger().session(accountId, id);
    if (!desk)
        co_return std::unexpected(closed());
    std::vector<SessionRecord> records{recordOf(accountId, session, {}, desk->now())};
    if (known && known->has_value()) {
        // Without a catalog these are bare ids; the names in the list are better.
        records.front().customerLabel.clear();
        records.front().itemsLabel.clear();
    }
    const auto merged = co_await desk->ledger().merge(accountId, std::move(records));
    if (!desk)
        co_return std::unexpected(closed());
    if (!merged)
        co_return std::unexpected(merged.error());
    ledger::TimelineEvent event;
    event.kind = kind;
    event.word = session.rawStatus;
    event.at = desk->now();
    co_await desk->ledger().addEvent(accountId, id, event);
    if (!desk)
        co_return std::unexpected(closed());
    auto row = co_await desk->ledger().session(accountId, id);
    if (!row)
        co_return std::unexpected(row.error());
    if (!row->has_value())
        co_return std::unexpected(
            Error(ErrorKind::Storage, Desk::tr("This session is not in the list on this computer.")));
    co_return SessionRecord(**row);
}

} // namespace

http::Task<checkout::Result<void>> refreshAccount(QPointer<Desk> desk, QString accountId, checkout::Catalog catalog)
{
    auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;

    auto listed = co_await listSessions(desk, accountId, asked, catalog);
    if (!desk)
        co_return std::unexpected(closed());
    if (!listed && !listEnds(listed.error()))
        co_return std::unexpected(listed.error());
    // Also after a list: a session that is open here may be further down than the pages that were read.
    auto lookedUp = co_await lookUpOpen(desk, accountId, asked, std::move(catalog));
    if (!desk)
        co_return std::unexpected(closed());
    if (!lookedUp && !listEnds(lookedUp.error()))
        co_return std::unexpected(lookedUp.error());
    auto paid = co_await listTransactions(desk, accountId, asked);
    co_return paid;
}

http::Task<checkout::Result<SessionRecord>> refreshSession(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    auto answer = co_await asked->session(sessionId);
    if (!desk)
        co_return std::unexpected(closed());
    if (!answer)
        co_return std::unexpected(answer.error());
    auto row = co_await keep(desk, accountId, std::move(*answer), ledger::TimelineEvent::Kind::Checked);
    co_return row;
}

http::Task<checkout::Result<SessionRecord>> expireSession(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    auto answer = co_await asked->expireSession(sessionId);
    if (!desk)
        co_return std::unexpected(closed());
    if (!answer)
        co_return std::unexpected(answer.error());
    auto row = co_await keep(desk, accountId, std::move(*answer), ledger::TimelineEvent::Kind::ExpiredByMerchant);
    co_return row;
}

Refresher::Refresher(Desk &desk, CatalogCache &catalogs, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
    , m_catalogs(&catalogs)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        for (const QString &accountId : std::as_const(m_accountIds))
            refreshNow(accountId);
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
        refreshNow(accountId);
}

void Refresher::refreshNow(const QString &accountId)
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
    const auto done = co_await refreshAccount(desk, accountId, std::move(catalog));
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
