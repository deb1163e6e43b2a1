// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/question_abandoned.h"

#include "desk/account_of_intent.h"
#include "desk/creation_fit.h"
#include "desk/reconcile_text.h"
#include "desk/repair_creations.h"
#include "desk/session_owner.h"
#include "desk/while_open.h"

#include <algorithm>
#include <iterator>

namespace tilldeck::desk {

using checkout::Session;
using ledger::Intent;

namespace {

/// How many days after a creation was closed as not created its session is looked for in what is listed.
constexpr int daysUntilForgotten = 30;

/// Returns those of @p sessions that @p intent may have made and that the merchant did not know of.
std::vector<Session> fittingOf(const Desk &desk, const Intent &intent, const std::vector<Session> &sessions)
{
    const CreationTime time(intent, desk.providerTime(intent.accountId), desk.now());
    const QStringList known = intent.listedBefore.value_or(QStringList());
    std::vector<Session> fitting;
    std::ranges::copy_if(sessions, std::back_inserter(fitting), [&](const Session &session) {
        const Fit fits = fit(session, intent, time);
        return !known.contains(session.id) && (fits == Fit::Yes || fits == Fit::Perhaps) &&
               time.isOfItsDay(session.createdAt);
    });
    return fitting;
}

/// Makes @p intent a question because of @p fitting.
http::Task<checkout::Result<void>> question(QPointer<Desk> desk, Intent intent, std::vector<Session> fitting)
{
    QStringList ids;
    for (const Session &session : fitting)
        ids << session.id;
    const QString provider = desk->capabilities(intent.accountId).providerName;
    const QString note =
        ReconcileText::tr("%1 lists %2, which fits this one, after it was decided as not created.", "provider, ID")
            .arg(provider, ids.front());
    const auto questioned = co_await whileOpen(desk, desk->journal().questionCreation(intent.id, ids, note));
    if (!questioned)
        co_return std::unexpected(questioned.error());
    if (!*questioned)
        co_return checkout::Result<void>();
    intent.state = Intent::State::Unknown;
    const ledger::SessionRecord unknown = rowFor(intent, ledger::SessionRecord());
    const auto row = co_await whileOpen(desk, desk->ledger().put(unknown));
    if (!row)
        co_return std::unexpected(row.error());
    co_return checkout::Result<void>();
}

} // namespace

http::Task<checkout::Result<void>> questionAbandoned(QPointer<Desk> desk, QString accountId,
                                                     std::vector<Session> sessions)
{
    if (sessions.empty())
        co_return checkout::Result<void>();
    const QDateTime since = desk->now().addDays(-daysUntilForgotten);
    const auto abandoned = co_await whileOpen(desk, desk->journal().abandonedCreations(accountId, since));
    if (!abandoned)
        co_return std::unexpected(abandoned.error());
    for (const Intent &closed : *abandoned) {
        const Intent intent = underConnected(desk->accounts(), closed, accountId);
        const auto fitting = fittingOf(*desk, intent, sessions);
        if (fitting.empty())
            continue;
        const auto free = co_await whileOpen(desk, sessionsOfNobodyElse(desk, intent, fitting));
        if (!free)
            co_return std::unexpected(free.error());
        if (free->empty())
            continue;
        const auto questioned = co_await whileOpen(desk, question(desk, intent, *free));
        if (!questioned)
            co_return std::unexpected(questioned.error());
    }
    co_return checkout::Result<void>();
}

} // namespace tilldeck::desk
