// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/question_abandoned.h"

#include "desk/account_of_intent.h"
#include "desk/creation_fit.h"
#include "desk/reconcile_text.h"
#include "desk/referenced_charges.h"
#include "desk/repair_creations.h"
#include "desk/session_owner.h"
#include "desk/while_open.h"

#include <utility>
#include <vector>

namespace tilldeck::desk {

using checkout::Session;
using ledger::Intent;

namespace {

/// How many days after a creation was closed as not created its session is looked for in what is listed.
constexpr int daysUntilForgotten = 30;
/// The same for one that the provider refused: its answer may come from a copy that lagged behind.
constexpr int daysAfterRefusal = 1;

/// Holds what a provider lists, a part of which may be what a creation made.
struct Listed
{
    std::vector<Session> sessions;
    std::vector<checkout::Transaction> payments;
};

/// Returns whether what was stamped @p createdAt is from the very request of @p intent, which was refused. That is
/// mostly true, and what is alike and of another moment is what somebody else made.
bool isOfItsRequest(const QDateTime &createdAt, const Intent &intent, const CreationTime &time)
{
    constexpr qint64 slackSeconds = 10;
    if (!intent.providerOpenedAt.isValid() || !intent.providerEndedAt.isValid())
        return time.fit(createdAt) == Fit::Yes;
    return createdAt.isValid() && createdAt >= intent.providerOpenedAt.addSecs(-slackSeconds) &&
           createdAt <= intent.providerEndedAt.addSecs(slackSeconds);
}

/// Returns whether @p session is one that a look-up of @p intent would have named: what is of its very time may be
/// written otherwise, or be under a merged customer or with a row for shipping.
bool mayBeMade(const Session &session, const Intent &intent, const CreationTime &time)
{
    const Fit fits = fit(session, intent, time);
    const bool isIt = fits == Fit::Yes || fits == Fit::Perhaps;
    if (intent.state == Intent::State::Rejected)
        return isIt && isOfItsRequest(exactStamp(session), intent, time);
    if (isIt)
        return time.isOfItsDay(session.createdAt);
    return fits == Fit::Different ? mayBeRewritten(session, intent, time) : time.fit(exactStamp(session)) == Fit::Yes;
}

bool mayBeMade(const checkout::Transaction &payment, const Intent &intent, const CreationTime &time)
{
    const bool isNamed = payment.reference == referenceOf(intent);
    if (intent.state == Intent::State::Rejected)
        return isNamed && mayBeChargeOf(payment, intent) && isOfItsRequest(payment.createdAt, intent, time);
    return isNamed ? mayBeChargeOf(payment, intent) && time.isOfItsDay(payment.createdAt)
                   : mayBeWithoutReference(payment, intent, time);
}

/// Returns what of @p listed @p intent may have made and the merchant did not know of.
std::vector<Session> fittingOf(const Desk &desk, const Intent &intent, const Listed &listed)
{
    const CreationTime time(intent, desk.providerTime(intent.accountId), desk.now());
    const bool hasReference = desk.capabilities(intent.accountId, intent.draft.flow).takes(checkout::Field::Reference);
    std::vector<Session> fitting;
    for (const Session &session : listed.sessions) {
        if (mayBeMade(session, intent, time))
            fitting.push_back(session);
    }
    for (const checkout::Transaction &payment : listed.payments) {
        if (!hasReference || !mayBeMade(payment, intent, time))
            continue;
        Session charge;
        charge.id = payment.sessionId.isEmpty() ? payment.id : payment.sessionId;
        fitting.push_back(std::move(charge));
    }
    const QStringList known = intent.listedBefore.value_or(QStringList());
    std::erase_if(fitting, [&known](const Session &session) { return known.contains(session.id); });
    return fitting;
}

/// Returns why a creation of this state is a question, in a sentence without the provider's name and the ID of what it
/// lists.
QString whyQuestion(Intent::State state)
{
    switch (state) {
    case Intent::State::Rejected:
        return ReconcileText::tr("%1 refused this one, and now lists %2, which fits it.", "provider, ID");
    case Intent::State::Planned:
        return ReconcileText::tr("%1 lists %2, which fits this one, and nothing that was created here is known to be "
                                 "it.",
                                 "provider, ID");
    default:
        return ReconcileText::tr("%1 lists %2, which fits this one, after it was decided as not created.",
                                 "provider, ID");
    }
}

http::Task<checkout::Result<void>> questionBy(QPointer<Desk> desk, QString accountId, Listed listed)
{
    if (listed.sessions.empty() && listed.payments.empty())
        co_return checkout::Result<void>();
    const QDateTime since = desk->now().addDays(-daysUntilForgotten);
    const QDateTime refusedSince = desk->now().addDays(-daysAfterRefusal);
    const auto notMade = co_await whileOpen(desk, desk->journal().creationsNotMade(accountId, since, refusedSince));
    if (!notMade)
        co_return std::unexpected(notMade.error());
    for (const Intent &closed : *notMade) {
        const Intent intent = underConnected(desk->accounts(), closed, accountId);
        const auto fitting = fittingOf(*desk, intent, listed);
        if (fitting.empty())
            continue;
        const auto free = co_await whileOpen(desk, sessionsOfNobodyElse(desk, intent, fitting));
        if (!free)
            co_return std::unexpected(free.error());
        if (free->empty())
            continue;
        const auto questioned = co_await whileOpen(desk, questionCreation(desk, intent, *free));
        if (!questioned)
            co_return std::unexpected(questioned.error());
    }
    co_return checkout::Result<void>();
}

} // namespace

http::Task<checkout::Result<std::optional<Intent>>> questionCreation(QPointer<Desk> desk, Intent intent,
                                                                     std::vector<Session> fitting)
{
    QStringList ids;
    for (const Session &session : fitting)
        ids << session.id;
    const QString provider = desk->capabilities(intent.accountId).providerName;
    intent.note = whyQuestion(intent.state).arg(provider, ids.front());
    std::optional<Intent> none;
    const auto questioned = co_await whileOpen(desk, desk->journal().questionCreation(intent.id, ids, intent.note));
    if (!questioned)
        co_return std::unexpected(questioned.error());
    if (!*questioned)
        co_return none;
    intent.state = Intent::State::Unknown;
    const ledger::SessionRecord unknown = rowFor(intent, ledger::SessionRecord());
    const auto row = co_await whileOpen(desk, desk->ledger().put(unknown));
    if (!row)
        co_return std::unexpected(row.error());
    co_return std::optional<Intent>(intent);
}

http::Task<checkout::Result<void>> questionAbandoned(QPointer<Desk> desk, QString accountId,
                                                     std::vector<Session> sessions)
{
    Listed listed;
    listed.sessions = std::move(sessions);
    auto questioned = co_await questionBy(std::move(desk), std::move(accountId), std::move(listed));
    co_return questioned;
}

http::Task<checkout::Result<void>> questionAbandonedCharges(QPointer<Desk> desk, QString accountId,
                                                            std::vector<checkout::Transaction> payments)
{
    Listed listed;
    listed.payments = std::move(payments);
    auto questioned = co_await questionBy(std::move(desk), std::move(accountId), std::move(listed));
    co_return questioned;
}

} // namespace tilldeck::desk
