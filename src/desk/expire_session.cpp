// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/expire_session.h"

#include "desk/record_answer.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using ledger::SessionRecord;

namespace {

http::Task<checkout::Result<SessionRecord>> doExpireSession(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    const auto provider = co_await whileOpen(desk, desk->writer(accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    const auto write = (*provider)->prepareExpiry(sessionId);
    const auto answer = co_await whileOpen(desk, providers::send(write));
    if (!answer)
        co_return std::unexpected(answer.error());
    // What was asked for meanwhile may not have seen the end yet: this answer is the newer one, whenever that arrives.
    auto row =
        co_await recordAnswer(desk, accountId, *answer, desk->now(), ledger::TimelineEvent::Kind::ExpiredByMerchant);
    co_return row;
}

} // namespace

http::Task<checkout::Result<SessionRecord>> expireSession(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    const UseCaseLog log("expireSession", accountId);
    return log.ending(doExpireSession(std::move(desk), std::move(accountId), std::move(sessionId)));
}

} // namespace tilldeck::desk
