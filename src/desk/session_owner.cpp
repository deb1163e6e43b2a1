// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/session_owner.h"

#include "desk/while_open.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Result;
using ledger::Intent;
using ledger::SessionRecord;

namespace {

/// Returns the rows of the session in the list of the account and of those that may be the same at the provider.
http::Task<Result<std::vector<SessionRecord>>> rowsAtTheShop(QPointer<Desk> desk, Intent intent, QString sessionId)
{
    std::vector<SessionRecord> rows;
    const QStringList others = desk->accounts().othersThan(intent.accountId);
    const std::vector<accounts::Account> connected = desk->accounts().accounts();
    for (const accounts::Account &account : connected) {
        if (others.contains(account.id))
            continue;
        const auto row = co_await whileOpen(desk, desk->ledger().session(account.id, sessionId));
        if (!row)
            co_return std::unexpected(row.error());
        if (row->has_value())
            rows.push_back(**row);
    }
    co_return std::move(rows);
}

} // namespace

http::Task<Result<std::optional<SessionRecord>>> rowOfAnother(QPointer<Desk> desk, Intent intent, QString sessionId)
{
    const auto rows = co_await whileOpen(desk, rowsAtTheShop(desk, intent, sessionId));
    if (!rows)
        co_return std::unexpected(rows.error());
    // A row without an intent was listed by a refresh: it may be this one's.
    for (const SessionRecord &row : *rows) {
        if (!row.intentId.isEmpty() && row.intentId != intent.id)
            co_return Result<std::optional<SessionRecord>>(row);
    }
    co_return Result<std::optional<SessionRecord>>();
}

http::Task<Result<QSet<QString>>> listedBefore(QPointer<Desk> desk, Intent intent,
                                               std::vector<checkout::Session> sessions)
{
    QSet<QString> before;
    // The row of a creation is written before it is sent.
    const auto own = co_await whileOpen(desk, desk->ledger().sessionByIntent(intent.id));
    if (!own)
        co_return std::unexpected(own.error());
    for (const checkout::Session &session : sessions) {
        if (!own->has_value())
            break;
        const auto rows = co_await whileOpen(desk, rowsAtTheShop(desk, intent, session.id));
        if (!rows)
            co_return std::unexpected(rows.error());
        if (std::ranges::any_of(*rows, [&own](const SessionRecord &row) { return row.key < (*own)->key; }))
            before.insert(session.id);
    }
    co_return std::move(before);
}

http::Task<Result<std::vector<checkout::Session>>> sessionsOfNobodyElse(QPointer<Desk> desk, Intent intent,
                                                                        std::vector<checkout::Session> sessions)
{
    // The journal has those of accounts that are removed, too.
    const auto made = co_await whileOpen(desk, desk->journal().sessionsMade(intent.accountId, intent.id));
    if (!made)
        co_return std::unexpected(made.error());
    std::vector<checkout::Session> left;
    left.reserve(sessions.size());
    for (const checkout::Session &session : sessions) {
        if (made->contains(session.id))
            continue;
        const auto row = co_await whileOpen(desk, rowOfAnother(desk, intent, session.id));
        if (!row)
            co_return std::unexpected(row.error());
        if (!row->has_value())
            left.push_back(session);
    }
    co_return std::move(left);
}

} // namespace tilldeck::desk
