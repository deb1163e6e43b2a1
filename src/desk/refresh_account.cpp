// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refresh.h"

#include "desk/labels.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::SessionRecord;
using ledger::TransactionRecord;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RefreshAccount)
};

/// Pages read at most in one refresh; the rest follows with the next one.
constexpr int mostPages = 20;
/// Sessions asked for one by one in one refresh; those that waited longest come first.
constexpr int mostLookUps = 50;

/// ASKED is the moment before the request: the answer may be older than anything that happened since.
SessionRecord recordOf(const QString &accountId, const checkout::Session &session, const checkout::Catalog &catalog,
                       const QDateTime &asked)
{
    SessionRecord record;
    record.accountId = accountId;
    record.session = session;
    record.draft = session.contents;
    record.customerLabel = customerLabel(session.contents, catalog);
    record.itemsLabel = itemsLabel(session.contents, catalog, session.paidTier.value_or(0));
    record.amount = checkout::amountOf(session);
    record.createdAt = session.createdAt.isValid() ? session.createdAt : asked;
    record.checkedAt = asked;
    return record;
}

/// Whether to go on without this call: the provider does not have it, or one answer of it could not be read.
bool goesOn(const Error &error)
{
    return error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::Malformed;
}

/// Reads the provider's list of sessions, newest first. Answers the ids it gave.
http::Task<checkout::Result<QSet<QString>>>
listSessions(QPointer<Desk> desk, QString accountId, ProviderHandle provider, checkout::Catalog catalog, Depth depth)
{
    QSet<QString> seen;
    int offset = 0;
    for (int page = 0; page < mostPages; ++page) {
        const QDateTime asked = desk->now();
        auto answer = co_await provider->sessions(offset);
        if (!desk)
            co_return std::unexpected(closedError());
        if (!answer)
            co_return std::unexpected(answer.error());
        std::vector<SessionRecord> records;
        for (const checkout::Session &session : answer->items) {
            records.push_back(recordOf(accountId, session, catalog, asked));
            seen.insert(session.id);
        }
        const auto merged = co_await desk->ledger().merge(accountId, std::move(records));
        if (!desk)
            co_return std::unexpected(closedError());
        if (!merged)
            co_return std::unexpected(merged.error());
        const bool nothingNew = depth == Depth::News && *merged == 0;
        if (!answer->more || answer->items.empty() || nothingNew)
            break;
        offset += static_cast<int>(answer->items.size());
    }
    co_return seen;
}

/// Asks for each session that the ledger does not know the end of and that the list did not give: also one whose time
/// is over here, for it may have been paid before.
http::Task<checkout::Result<void>> lookUpUnsettled(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                   checkout::Catalog catalog, QSet<QString> seen)
{
    const auto unsettled = co_await desk->ledger().unsettled(accountId, mostLookUps);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!unsettled)
        co_return std::unexpected(unsettled.error());
    std::optional<Error> unreadable;
    for (const SessionRecord &row : *unsettled) {
        const QString id = row.session.id;
        if (seen.contains(id))
            continue;
        const QDateTime asked = desk->now();
        auto answer = co_await provider->session(row.session);
        if (!desk)
            co_return std::unexpected(closedError());
        if (!answer) {
            if (answer.error().kind == ErrorKind::NotFound)
                continue;
            if (!goesOn(answer.error()))
                co_return std::unexpected(answer.error());
            unreadable = answer.error();
            continue;
        }
        std::vector<SessionRecord> records{recordOf(accountId, *answer, catalog, asked)};
        const auto merged = co_await desk->ledger().merge(accountId, std::move(records));
        if (!desk)
            co_return std::unexpected(closedError());
        if (!merged)
            co_return std::unexpected(merged.error());
    }
    if (unreadable)
        co_return std::unexpected(*unreadable);
    co_return checkout::Result<void>();
}

/// A payment tells what its session took, where the session itself does not.
http::Task<void> tellSession(QPointer<Desk> desk, SessionRecord session, checkout::Transaction transaction)
{
    const bool paid = transaction.status == checkout::TransactionStatus::Succeeded;
    if (!paid || !session.session.attempts.empty() || session.amount == transaction.amount)
        co_return;
    checkout::PaymentAttempt taken;
    taken.tier = transaction.tier.value_or(session.session.paidTier.value_or(0));
    taken.processorRouteId = transaction.processorRouteId;
    taken.succeeded = true;
    taken.amount = transaction.amount;
    taken.at = transaction.createdAt;
    session.session.attempts.push_back(taken);
    session.amount = transaction.amount;
    co_await desk->ledger().put(session);
}

http::Task<checkout::Result<void>> listTransactions(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                    Depth depth)
{
    int offset = 0;
    for (int page = 0; page < mostPages; ++page) {
        auto answer = co_await provider->transactions(offset);
        if (!desk)
            co_return std::unexpected(closedError());
        if (!answer)
            co_return std::unexpected(answer.error());
        std::vector<TransactionRecord> records;
        for (const checkout::Transaction &transaction : answer->items) {
            TransactionRecord record(0, accountId, transaction);
            const auto session = co_await desk->ledger().session(accountId, transaction.sessionId);
            if (!desk)
                co_return std::unexpected(closedError());
            if (session && session->has_value()) {
                record.customerLabel = (*session)->customerLabel;
                record.itemsLabel = (*session)->itemsLabel;
                co_await tellSession(desk, **session, transaction);
                if (!desk)
                    co_return std::unexpected(closedError());
            }
            if (record.customerLabel.isEmpty())
                record.customerLabel = transaction.customerId;
            records.push_back(std::move(record));
        }
        const auto merged = co_await desk->ledger().mergeTransactions(accountId, std::move(records));
        if (!desk)
            co_return std::unexpected(closedError());
        if (!merged)
            co_return std::unexpected(merged.error());
        const bool nothingNew = depth == Depth::News && *merged == 0;
        if (!answer->more || answer->items.empty() || nothingNew)
            break;
        offset += static_cast<int>(answer->items.size());
    }
    co_return checkout::Result<void>();
}

/// Writes the provider's word on one session to the ledger and answers the row.
http::Task<checkout::Result<SessionRecord>> keep(QPointer<Desk> desk, QString accountId, checkout::Session session,
                                                 ledger::TimelineEvent::Kind kind, QDateTime asked)
{
    const QString id = session.id;
    const auto known = co_await desk->ledger().session(accountId, id);
    if (!desk)
        co_return std::unexpected(closedError());
    std::vector<SessionRecord> records{recordOf(accountId, session, {}, asked)};
    if (known && known->has_value()) {
        // Without a catalog these are bare ids; the names in the list are better.
        records.front().customerLabel.clear();
        records.front().itemsLabel.clear();
    }
    const auto merged = co_await desk->ledger().merge(accountId, std::move(records));
    if (!desk)
        co_return std::unexpected(closedError());
    if (!merged)
        co_return std::unexpected(merged.error());
    ledger::TimelineEvent event;
    event.kind = kind;
    event.word = session.rawStatus;
    event.at = desk->now();
    co_await desk->ledger().addEvent(accountId, id, event);
    if (!desk)
        co_return std::unexpected(closedError());
    auto row = co_await desk->ledger().session(accountId, id);
    if (!row)
        co_return std::unexpected(row.error());
    if (!row->has_value())
        co_return std::unexpected(
            Error(ErrorKind::Storage, Words::tr("This session is not in the list on this computer.")));
    co_return SessionRecord(**row);
}

} // namespace

http::Task<checkout::Result<void>> refreshAccount(QPointer<Desk> desk, QString accountId, checkout::Catalog catalog,
                                                  Depth depth)
{
    auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    // One answer that cannot be read does not keep the rest from arriving; it is told at the end.
    std::optional<Error> unreadable;
    const auto remember = [&unreadable](const Error &error) {
        if (error.kind == ErrorKind::Malformed && !unreadable)
            unreadable = error;
    };

    auto listed = co_await listSessions(desk, accountId, asked, catalog, depth);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!listed && !goesOn(listed.error()))
        co_return std::unexpected(listed.error());
    if (!listed)
        remember(listed.error());
    auto lookedUp =
        co_await lookUpUnsettled(desk, accountId, asked, std::move(catalog), listed.value_or(QSet<QString>()));
    if (!desk)
        co_return std::unexpected(closedError());
    if (!lookedUp && !goesOn(lookedUp.error()))
        co_return std::unexpected(lookedUp.error());
    if (!lookedUp)
        remember(lookedUp.error());
    auto paid = co_await listTransactions(desk, accountId, asked, depth);
    if (!paid && paid.error().kind != ErrorKind::Unsupported)
        co_return std::unexpected(paid.error());
    if (unreadable)
        co_return std::unexpected(*unreadable);
    co_return checkout::Result<void>();
}

http::Task<checkout::Result<SessionRecord>> refreshSession(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const QDateTime before = desk->now();
    checkout::Session known;
    known.id = sessionId;
    auto answer = co_await asked->session(known);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!answer)
        co_return std::unexpected(answer.error());
    auto row = co_await keep(desk, accountId, std::move(*answer), ledger::TimelineEvent::Kind::Checked, before);
    co_return row;
}

http::Task<checkout::Result<SessionRecord>> expireSession(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const QDateTime before = desk->now();
    auto answer = co_await asked->expireSession(sessionId);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!answer)
        co_return std::unexpected(answer.error());
    auto row =
        co_await keep(desk, accountId, std::move(*answer), ledger::TimelineEvent::Kind::ExpiredByMerchant, before);
    co_return row;
}

} // namespace tilldeck::desk
