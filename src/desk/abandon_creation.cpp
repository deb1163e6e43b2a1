// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/abandon_creation.h"

#include "desk/account_of_intent.h"
#include "desk/creation_fit.h"
#include "desk/reconcile_text.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

http::Task<checkout::Result<void>> doAbandonCreation(QPointer<Desk> desk, QString accountId, QString intentId,
                                                     EarlyAbandon early)
{
    const QString note = ReconcileText::tr("The merchant decided: not created, or of no matter.");
    if (early == EarlyAbandon::Refuse) {
        const auto intent =
            co_await whileOpen(desk, desk->journal().intentOf(accountId, Intent::Kind::Create, intentId));
        if (!intent)
            co_return std::unexpected(intent.error());
        const bool isOfAnother =
            !desk->accounts().byId(intent->accountId) && !isSurelyOf(desk->accounts(), intent->accountId, accountId);
        if (intent->state == Intent::State::Unknown && isOfAnother)
            co_return std::unexpected(Error(
                ErrorKind::UnknownOutcome,
                ReconcileText::tr("The account that sent it is not connected any more, and this one may be another. "
                                  "Nothing here shows that it was not created.")));
        const checkout::Capabilities can = desk->capabilities(accountId, intent->draft.flow);
        if (intent->state == Intent::State::Unknown && !intent->keyMark.isEmpty() && !can.account.accountId) {
            const auto provider = co_await whileOpen(desk, desk->provider(accountId));
            if (!desk)
                co_return std::unexpected(closedError());
            if (!provider || isOfOtherKey(can, provider->key(), *intent))
                co_return std::unexpected(Error(
                    ErrorKind::UnknownOutcome,
                    ReconcileText::tr("It was sent with another key than the account has now. What this key shows says "
                                      "nothing about it. If you create it again, there may be two.")));
        }
        const QDateTime until = mayAppearUntil(*intent, desk->providerTime(accountId), desk->now());
        if (intent->state == Intent::State::Unknown && until.isValid())
            co_return std::unexpected(Error(ErrorKind::UnknownOutcome, mayStillAppearSentence(until)));
    }
    const auto abandoned =
        co_await whileOpen(desk, desk->journal().abandon(accountId, Intent::Kind::Create, intentId, note));
    if (!abandoned)
        co_return std::unexpected(abandoned.error());
    auto removed = co_await desk->ledger().removeByIntent(intentId);
    co_return removed;
}

} // namespace

http::Task<checkout::Result<void>> abandonCreation(QPointer<Desk> desk, QString accountId, QString intentId,
                                                   EarlyAbandon early)
{
    const UseCaseLog log("abandonCreation", intentId);
    return log.ending(doAbandonCreation(std::move(desk), std::move(accountId), std::move(intentId), early));
}

} // namespace tilldeck::desk
