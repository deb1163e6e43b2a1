// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/look_after_refusal.h"

#include "checkout/draft_fields.h"
#include "desk/question_abandoned.h"
#include "desk/while_open.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::ErrorKind;
using ledger::Intent;

namespace {

constexpr qint64 windowSeconds = 3600;

/// Returns whether a list that failed with @p error says nothing for good, so that nobody is made to wait for it.
bool saysNothing(const checkout::Error &error)
{
    return error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::Malformed;
}

bool isRefusedLike(const Intent &intent, const checkout::SessionDraft &draft)
{
    return intent.state == Intent::State::Rejected &&
           checkout::withoutLocalFields(intent.draft) == checkout::withoutLocalFields(draft);
}

http::Task<checkout::Result<void>> lookAtCharges(QPointer<Desk> desk, ProviderHandle provider, QString accountId)
{
    auto listed = co_await whileOpen(desk, provider->transactions(0));
    if (!listed)
        co_return std::unexpected(listed.error());
    auto questioned = co_await questionAbandonedCharges(desk, accountId, std::move(listed->items));
    co_return questioned;
}

http::Task<checkout::Result<void>> lookAtSessions(QPointer<Desk> desk, ProviderHandle provider, QString accountId)
{
    auto listed = co_await whileOpen(desk, provider->sessions(0));
    if (!listed)
        co_return std::unexpected(listed.error());
    auto questioned = co_await questionAbandoned(desk, accountId, std::move(listed->items));
    co_return questioned;
}

} // namespace

http::Task<checkout::Result<void>> lookAfterRefusal(QPointer<Desk> desk, ProviderHandle provider, QString accountId,
                                                    checkout::SessionDraft draft)
{
    const QDateTime since = desk->now().addSecs(-windowSeconds);
    const auto closed = co_await whileOpen(desk, desk->journal().creationsNotMade(accountId, since, since));
    if (!closed)
        co_return std::unexpected(closed.error());
    if (std::ranges::none_of(*closed, [&](const Intent &intent) { return isRefusedLike(intent, draft); }))
        co_return checkout::Result<void>();
    const bool isCharge = desk->capabilities(accountId, draft.flow).takes(checkout::Field::Reference);
    auto looking = isCharge ? lookAtCharges(desk, provider, accountId) : lookAtSessions(desk, provider, accountId);
    auto looked = co_await looking;
    if (!looked && saysNothing(looked.error()))
        co_return checkout::Result<void>();
    co_return looked;
}

} // namespace tilldeck::desk
