// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/abandon_creation.h"

#include "desk/account_of_intent.h"
#include "desk/ask_provider_time.h"
#include "desk/creation_fit.h"
#include "desk/reconcile_creation.h"
#include "desk/reconcile_text.h"
#include "desk/resend_creation.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;
using ledger::Intent;

namespace {

/// The most sessions that a sentence names.
constexpr qsizetype mostNamed = 3;

std::unexpected<Error> unproven(const QString &why)
{
    return std::unexpected(Error(ErrorKind::UnknownOutcome, why));
}

/// Returns why no answer about @p intent would prove anything: it was sent by another account or with another key than
/// those at hand.
http::Task<Result<void>> checkSender(QPointer<Desk> desk, QString accountId, Intent intent)
{
    if (!desk->accounts().byId(intent.accountId) && !isSurelyOf(desk->accounts(), intent.accountId, accountId))
        co_return unproven(
            ReconcileText::tr("The account that sent it is not connected any more, and this one may be another. "
                              "Nothing here shows that it was not created."));
    const checkout::Capabilities can = desk->capabilities(accountId, intent.draft.flow);
    if (intent.keyMark.isEmpty() || can.account.accountId)
        co_return Result<void>();
    const auto provider = co_await whileOpen(desk, desk->provider(accountId));
    if (!provider && provider.error().isWithoutKey)
        co_return std::unexpected(provider.error());
    if (!provider || isOfOtherKey(can, provider->key(), intent))
        co_return unproven(
            ReconcileText::tr("It was sent with another key than the account has now. What this key shows says "
                              "nothing about it. If you create it again, there may be two."));
    co_return Result<void>();
}

QStringList idsOf(const std::vector<checkout::Session> &sessions)
{
    QStringList ids;
    for (const checkout::Session &session : sessions)
        ids << session.id;
    return ids;
}

QString named(const QStringList &ids)
{
    const QString names = ids.first(std::min(ids.size(), mostNamed)).join(ReconcileText::tr(", ", "between IDs"));
    return ids.size() > mostNamed ? ReconcileText::tr("%1 and others", "IDs").arg(names) : names;
}

/// Returns why what @p looked found does not show that no session was made, as far as the provider can be asked.
Result<void> checkFinding(const Reconciliation &looked, const QString &provider)
{
    switch (looked.finding) {
    case Reconciliation::Finding::Found:
        return std::unexpected(
            Error(ErrorKind::Rejected,
                  ReconcileText::tr("%1 lists it as %2, so it was created. It is in the list of sessions now.",
                                    "provider, ID")
                      .arg(provider, looked.record->session.id)));
    case Reconciliation::Finding::WithoutUrl:
        return std::unexpected(Error(ErrorKind::Rejected, withoutUrlSentence(looked, provider)));
    case Reconciliation::Finding::Ambiguous:
        return unproven(
            ReconcileText::tr("%1 lists what may be this one: %2. If you create it again, there may be two.",
                              "provider, IDs")
                .arg(provider, named(idsOf(looked.candidates))));
    case Reconciliation::Finding::CannotTell:
        return unproven(ReconcileText::tr("%1 If you create it again, there may be two.", "why it is not known")
                            .arg(cannotTellSentence(looked, provider)));
    case Reconciliation::Finding::NotListed:
        break;
    }
    return {};
}

std::unexpected<Error> couldNotBeAsked(const QString &provider, const Error &why)
{
    return unproven(ReconcileText::tr("%1 could not be asked whether it was created: %2 If you create it again, there "
                                      "may be two.",
                                      "provider, why")
                        .arg(provider, why.sentence));
}

/// Returns why @p intent is not closed at a provider that has no list of sessions, unless it can be reached and the
/// same request would tell nothing any more.
http::Task<Result<void>> checkWithoutList(QPointer<Desk> desk, QString accountId, Intent intent)
{
    const auto asked = co_await askProviderTime(desk, accountId);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!asked && asked.error().isWithoutKey)
        co_return std::unexpected(asked.error());
    const QDateTime until = mayAppearUntil(intent, desk->providerTime(accountId), desk->now());
    if (until.isValid())
        co_return unproven(mayStillAppearSentence(until));
    const QString provider = desk->capabilities(accountId, intent.draft.flow).providerName;
    const bool wasReached = asked || asked.error().kind == ErrorKind::Malformed; // it may not say its time
    if (!wasReached)
        co_return couldNotBeAsked(provider, asked.error());
    if (!canResend(*desk, intent))
        co_return Result<void>();
    co_return unproven(ReconcileText::tr("%1 offers no list of sessions. Send it again instead: under the same "
                                         "idempotency key, %1 answers with the session that was made, if one was. If "
                                         "you create it anew, there may be two.")
                           .arg(provider));
}

/// Looks @p intent up. Returns why nothing shows that it was not created.
http::Task<Result<void>> checkByLookUp(QPointer<Desk> desk, QString accountId, Intent intent)
{
    const checkout::Capabilities can = desk->capabilities(accountId, intent.draft.flow);
    if (!can.listsSessions && !can.takes(checkout::Field::Reference) && intent.sessionId.isEmpty()) {
        auto without = co_await checkWithoutList(desk, accountId, intent);
        co_return without;
    }
    const auto looked = co_await whileOpen(desk, reconcileCreation(desk, accountId, intent.id));
    if (!desk)
        co_return std::unexpected(closedError());
    if (looked && looked->finding == Reconciliation::Finding::Ambiguous) {
        // The merchant knows of them from now on.
        const auto noted = co_await whileOpen(desk, desk->journal().noteTold(intent.id, idsOf(looked->candidates)));
        if (!noted)
            co_return std::unexpected(noted.error());
    }
    // A list that cannot be asked for at all says less than that it is too early.
    const bool hasNoList =
        looked && looked->finding == Reconciliation::Finding::CannotTell && !looked->hasUncertainList();
    const bool hasNoAnswer = !looked && looked.error().kind != ErrorKind::UnknownOutcome;
    const QDateTime until = mayAppearUntil(intent, desk->providerTime(accountId), desk->now());
    if ((hasNoList || hasNoAnswer) && until.isValid())
        co_return unproven(mayStillAppearSentence(until));
    if (looked)
        co_return checkFinding(*looked, can.providerName);
    if (!hasNoAnswer)
        co_return std::unexpected(looked.error());
    co_return couldNotBeAsked(can.providerName, looked.error());
}

/// Returns why @p intent is not closed without a word of the merchant who knows it.
http::Task<Result<void>> checkNotCreated(QPointer<Desk> desk, QString accountId, Intent intent)
{
    const auto sender = co_await whileOpen(desk, checkSender(desk, accountId, intent));
    if (!sender)
        co_return std::unexpected(sender.error());
    const auto shown = co_await whileOpen(desk, checkByLookUp(desk, accountId, intent));
    if (!shown)
        co_return std::unexpected(shown.error());
    const QDateTime until = mayAppearUntil(intent, desk->providerTime(accountId), desk->now());
    if (until.isValid())
        co_return unproven(mayStillAppearSentence(until));
    co_return Result<void>();
}

http::Task<checkout::Result<void>> doAbandonCreation(QPointer<Desk> desk, QString accountId, QString intentId,
                                                     EarlyAbandon early)
{
    const QString note = ReconcileText::tr("The merchant decided: not created, or of no matter.");
    if (early == EarlyAbandon::Refuse) {
        const auto intent =
            co_await whileOpen(desk, desk->journal().intentOf(accountId, Intent::Kind::Create, intentId));
        if (!intent)
            co_return std::unexpected(intent.error());
        if (intent->state == Intent::State::Unknown) {
            const auto shown = co_await whileOpen(desk, checkNotCreated(desk, accountId, *intent));
            if (!shown)
                co_return std::unexpected(shown.error());
        }
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
