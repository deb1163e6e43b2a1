// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/expire_session.h"

#include "desk/record_answer.h"

namespace tilldeck::desk {

using ledger::SessionRecord;

http::Task<checkout::Result<SessionRecord>> expireSession(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    const auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    if (!desk)
        co_return std::unexpected(closedError());
    const ProviderHandle &asked = *provider;
    const QDateTime askedAt = desk->now();
    const auto answer = co_await asked->expireSession(sessionId);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!answer)
        co_return std::unexpected(answer.error());
    auto row = co_await recordAnswer(desk, accountId, *answer, askedAt, ledger::TimelineEvent::Kind::ExpiredByMerchant);
    co_return row;
}

} // namespace tilldeck::desk
