// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refresh_session.h"

#include "desk/add_to_timeline.h"
#include "desk/list_transactions.h"
#include "desk/record_answer.h"
#include "desk/refuse_keys.h"
#include "desk/settle_not_asked.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using ledger::SessionRecord;

namespace {

http::Task<checkout::Result<SessionRecord>> doRefreshSession(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    const auto provider = co_await whileOpen(desk, desk->provider(accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    if (const auto refused = refusedKey(*desk, sessionId, AskedFor::Session))
        co_return std::unexpected(*refused);
    const ProviderHandle &asked = *provider;
    const auto known = co_await whileOpen(desk, desk->ledger().session(accountId, sessionId));
    if (!known)
        co_return std::unexpected(known.error());
    checkout::Session session;
    session.id = sessionId;
    if (known->has_value())
        session = (*known)->session;
    if (!desk->capabilities(accountId, session.flow).looksUpSessions) {
        const bool wasAsked = session.status != checkout::SessionStatus::NotAsked;
        const Depth depth = wasAsked ? Depth::Incremental : Depth::Full;
        const auto listed = co_await whileOpen(desk, listTransactions(desk, accountId, asked, depth));
        if (!listed)
            co_return std::unexpected(listed.error());
        if (!wasAsked && listed->isWhole) {
            const auto settled = co_await whileOpen(desk, settleNotAsked(desk, accountId));
            if (!settled)
                co_return std::unexpected(settled.error());
        }
        auto row = co_await addToTimeline(desk, accountId, sessionId, ledger::TimelineEvent::Kind::Checked);
        co_return row;
    }
    const QDateTime askedAt = desk->now();
    const auto answer = co_await whileOpen(desk, asked->session(session));
    if (!answer)
        co_return std::unexpected(answer.error());
    auto row = co_await recordAnswer(desk, accountId, *answer, askedAt, ledger::TimelineEvent::Kind::Checked);
    co_return row;
}

} // namespace

http::Task<checkout::Result<SessionRecord>> refreshSession(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    const UseCaseLog log("refreshSession", accountId);
    return log.ending(doRefreshSession(std::move(desk), std::move(accountId), std::move(sessionId)));
}

} // namespace tilldeck::desk
