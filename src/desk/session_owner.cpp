// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/session_owner.h"

#include "desk/while_open.h"

namespace tilldeck::desk {

using checkout::Result;
using ledger::Intent;
using ledger::SessionRecord;

http::Task<Result<std::optional<SessionRecord>>> rowOfAnother(QPointer<Desk> desk, Intent intent, QString sessionId)
{
    const QStringList others = desk->accounts().othersThan(intent.accountId);
    const std::vector<accounts::Account> connected = desk->accounts().accounts();
    for (const accounts::Account &account : connected) {
        if (others.contains(account.id))
            continue;
        const auto row = co_await whileOpen(desk, desk->ledger().session(account.id, sessionId));
        if (!row)
            co_return std::unexpected(row.error());
        // A row without an intent was listed by a refresh: it may be this one's.
        if (row->has_value() && !(*row)->intentId.isEmpty() && (*row)->intentId != intent.id)
            co_return Result<std::optional<SessionRecord>>(*row);
    }
    co_return Result<std::optional<SessionRecord>>();
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
