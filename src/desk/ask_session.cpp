// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refresh_parts.h"

#include "desk/refresh_text.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::SessionRecord;
using EventKind = ledger::TimelineEvent::Kind;

namespace {

/// Notes that the provider was asked, and answers the row as it is now.
http::Task<checkout::Result<SessionRecord>> noted(QPointer<Desk> desk, QString accountId, QString id, EventKind kind)
{
    auto row = co_await desk->ledger().session(accountId, id);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!row)
        co_return std::unexpected(row.error());
    if (!row->has_value())
        co_return std::unexpected(
            Error(ErrorKind::Storage, RefreshText::tr("This session is not in the list on this computer.")));
    ledger::TimelineEvent event;
    event.kind = kind;
    event.word = (*row)->session.rawStatus;
    event.at = desk->now();
    co_await desk->ledger().addEvent(accountId, id, event);
    co_return SessionRecord(**row);
}

/// Asks about one session, or ends it, and writes the provider's word to the ledger.
http::Task<checkout::Result<SessionRecord>> ask(QPointer<Desk> desk, QString accountId, QString sessionId,
                                                EventKind kind)
{
    auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    if (!desk)
        co_return std::unexpected(closedError());
    const ProviderHandle &asked = *provider;
    const auto known = co_await desk->ledger().session(accountId, sessionId);
    if (!desk)
        co_return std::unexpected(closedError());
    checkout::Session session;
    session.id = sessionId;
    const bool isListed = known && known->has_value();
    if (isListed)
        session = (*known)->session;

    const bool expires = kind == EventKind::ExpiredByMerchant;
    if (!expires && !desk->capabilities(accountId, session.flow).looksUpSessions) {
        const auto listed = co_await listTransactions(desk, accountId, asked, Depth::Incremental);
        if (!desk)
            co_return std::unexpected(closedError());
        if (!listed)
            co_return std::unexpected(listed.error());
        auto row = co_await noted(desk, accountId, sessionId, kind);
        co_return row;
    }

    const QDateTime before = desk->now();
    auto asking = expires ? asked->expireSession(sessionId) : asked->session(session);
    auto answer = co_await asking;
    if (!desk)
        co_return std::unexpected(closedError());
    if (!answer)
        co_return std::unexpected(answer.error());
    std::vector<SessionRecord> records{recordOf(accountId, *answer, {}, before)};
    if (isListed) {
        // Without a catalog these are bare ids; the names in the list are better.
        records.front().customerLabel.clear();
        records.front().itemsLabel.clear();
    }
    const auto merged = co_await desk->ledger().merge(accountId, std::move(records));
    if (!desk)
        co_return std::unexpected(closedError());
    if (!merged)
        co_return std::unexpected(merged.error());
    auto row = co_await noted(desk, accountId, answer->id, kind);
    co_return row;
}

} // namespace

http::Task<checkout::Result<SessionRecord>> refreshSession(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    return ask(std::move(desk), std::move(accountId), std::move(sessionId), EventKind::Checked);
}

http::Task<checkout::Result<SessionRecord>> expireSession(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    return ask(std::move(desk), std::move(accountId), std::move(sessionId), EventKind::ExpiredByMerchant);
}

} // namespace tilldeck::desk
