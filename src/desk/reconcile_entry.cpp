// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reconcile_entry.h"

#include "desk/creation_fit.h"
#include "desk/note_tried.h"
#include "desk/reconcile_text.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

struct ReconcileEntryText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ReconcileEntry)
};

/// Returns why there is nothing to look up about @p intent; nothing when there is.
std::optional<Error> nothingToLookUp(const Intent &intent)
{
    switch (intent.state) {
    case Intent::State::Unknown:
    case Intent::State::Confirmed:
        return std::nullopt;
    case Intent::State::Open:
        return Error(ErrorKind::UnknownOutcome, ReconcileEntryText::tr("This is still under way."));
    case Intent::State::Planned:
        return Error(ErrorKind::Rejected, ReconcileEntryText::tr("This was not sent yet."));
    default:
        return Error(ErrorKind::Rejected, ReconcileEntryText::tr("This was closed as not made."));
    }
}

/// Keeps what a look-up showed, unless it settles the write.
void noteFinding(Desk &desk, const QString &accountId, const QString &intentId, const EntryFinding &finding)
{
    using Finding = EntryFinding::Finding;
    if (finding.finding == Finding::Made || finding.finding == Finding::NotMade)
        return;
    const LookUpAnswer answer = finding.finding == Finding::NotListed   ? LookUpAnswer::NotListed
                                : finding.finding == Finding::Ambiguous ? LookUpAnswer::Ambiguous
                                                                        : LookUpAnswer::CannotTell;
    noteTried(desk, accountId, intentId, ledger::TimelineEvent::Kind::LookedUp, lookUpWord(answer));
}

/// Returns @p found, or, with @p chosen, that this one of its candidates was made.
checkout::Result<EntryFinding> asChosen(const EntryFinding &found, const QString &chosen)
{
    if (chosen.isEmpty() || found.finding == EntryFinding::Finding::Made)
        return found;
    if (std::ranges::find(found.candidates, chosen, &EntryCandidate::id) == found.candidates.end())
        return std::unexpected(Error(ErrorKind::NotFound, ReconcileEntryText::tr("“%1” is none of those that fit. Look "
                                                                                 "it up again.")
                                                              .arg(chosen)));
    return EntryFinding(EntryFinding::Finding::Made, chosen);
}

/// Returns whether @p intent makes an entry of which the provider takes a second one. A code is a unique text.
bool canBeTwice(const Intent &intent)
{
    const auto *route = std::get_if<checkout::ProcessorRoute>(&intent.entry);
    return intent.kind == Intent::Kind::Coupon ||
           (intent.kind == Intent::Kind::Route && (!route || route->id.isEmpty()));
}

/// Returns entryIntent(), of which nobody awaits an answer any more where its program was killed a moment ago.
http::Task<checkout::Result<Intent>> endedEntry(QPointer<Desk> desk, QString accountId, QString intentId)
{
    co_await desk->journal().closeOrphaned();
    if (!desk)
        co_return std::unexpected(closedError());
    auto intent = co_await entryIntent(desk, accountId, intentId);
    co_return intent;
}

http::Task<checkout::Result<EntryFinding>> doReconcileEntry(QPointer<Desk> desk, QString accountId, QString intentId,
                                                            QString chosen)
{
    const auto intent = co_await whileOpen(desk, endedEntry(desk, accountId, intentId));
    if (!intent)
        co_return std::unexpected(intent.error());
    if (const auto why = nothingToLookUp(*intent))
        co_return std::unexpected(*why);
    if (intent->state == Intent::State::Confirmed)
        co_return EntryFinding(EntryFinding::Finding::Made, intent->sessionId);
    std::vector<Intent> asked{*intent};
    const auto found = co_await whileOpen(desk, findEntries(desk, accountId, std::move(asked)));
    if (!found) {
        if (desk)
            noteFailedLookUp(*desk, accountId, intentId, found.error());
        co_return std::unexpected(found.error());
    }
    const auto settled = asChosen(found->front(), chosen);
    if (!settled)
        co_return std::unexpected(settled.error());
    const EntryFinding &finding = *settled;
    noteFinding(*desk, accountId, intentId, finding);
    if (const auto end = endAfter(finding)) {
        const QString note = *end == Intent::State::Rejected ? notMadeSentence(*intent, finding) : QString();
        const auto closed = co_await desk->journal().close(intentId, *end, finding.id, note);
        if (!closed)
            co_return std::unexpected(closed.error());
    }
    co_return EntryFinding(finding);
}

http::Task<checkout::Result<void>> doAbandonEntry(QPointer<Desk> desk, QString accountId, QString intentId,
                                                  EarlyAbandon early)
{
    const auto intent = co_await whileOpen(desk, endedEntry(desk, accountId, intentId));
    if (!intent)
        co_return std::unexpected(intent.error());
    const QDateTime until = mayAppearUntil(*intent, desk->providerTime(accountId), desk->now());
    if (early == EarlyAbandon::Refuse && intent->state == Intent::State::Unknown && canBeTwice(*intent) &&
        until.isValid())
        co_return std::unexpected(Error(ErrorKind::UnknownOutcome, mayStillAppearSentence(until)));
    const QString note = ReconcileEntryText::tr("The merchant decided: not made.");
    auto abandoned = co_await desk->journal().abandon(accountId, intent->kind, intentId, note);
    co_return abandoned;
}

} // namespace

http::Task<checkout::Result<Intent>> entryIntent(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const auto found = co_await whileOpen(desk, desk->journal().intent(intentId));
    if (!found)
        co_return std::unexpected(found.error());
    const bool isEntry = found->has_value() && !desk->accounts().othersThan(accountId).contains((*found)->accountId) &&
                         (*found)->kind != Intent::Kind::Create && (*found)->kind != Intent::Kind::Refund;
    if (!isEntry)
        co_return std::unexpected(
            Error(ErrorKind::NotFound, ReconcileEntryText::tr("No coupon, promotion code or route with this ID was "
                                                              "sent by this account.")));
    co_return Intent(**found);
}

http::Task<checkout::Result<std::vector<EntryFinding>>> findEntries(QPointer<Desk> desk, QString accountId,
                                                                    std::vector<Intent> intents)
{
    const auto provider = co_await whileOpen(desk, desk->provider(accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const auto catalog = co_await whileOpen(desk, asked->catalog());
    if (!catalog)
        co_return std::unexpected(catalog.error());
    std::vector<EntryFinding> findings;
    findings.reserve(intents.size());
    for (const Intent &intent : intents) {
        std::vector<Intent> confirmed;
        if (intent.kind != Intent::Kind::PromotionCode) {
            // Read after the answer: what was confirmed meanwhile has its entry in it.
            auto known = co_await whileOpen(desk, desk->journal().confirmed(intent.kind));
            if (!known)
                co_return std::unexpected(known.error());
            confirmed = std::move(*known);
            const QStringList others = desk->accounts().othersThan(accountId);
            std::erase_if(confirmed, [&others](const Intent &one) { return others.contains(one.accountId); });
        }
        const CreationTime time(intent, desk->providerTime(accountId), desk->now());
        findings.push_back(findEntry(*catalog, intent, confirmed, time));
    }
    co_return std::move(findings);
}

std::optional<Intent::State> endAfter(const EntryFinding &finding)
{
    switch (finding.finding) {
    case EntryFinding::Finding::Made:
        return Intent::State::Confirmed;
    case EntryFinding::Finding::NotMade:
        return Intent::State::Rejected;
    case EntryFinding::Finding::NotListed:
    case EntryFinding::Finding::Ambiguous:
    case EntryFinding::Finding::CannotTell:
        break;
    }
    return std::nullopt;
}

QString notMadeSentence(const Intent &intent, const EntryFinding &finding)
{
    if (finding.stoodBefore)
        return ReconcileEntryText::tr("The provider had this code before it was sent.");
    switch (intent.kind) {
    case Intent::Kind::PromotionCode:
        return ReconcileEntryText::tr("The provider has this code with other terms, so it was there before.");
    case Intent::Kind::DeactivateCode:
    case Intent::Kind::DeactivateCoupon:
        return ReconcileEntryText::tr("It can still be used. Switch it off again.");
    default:
        return ReconcileEntryText::tr("The provider has the route with other contents. Save it again if you still "
                                      "want the change.");
    }
}

http::Task<checkout::Result<EntryFinding>> reconcileEntry(QPointer<Desk> desk, QString accountId, QString intentId,
                                                          QString chosen)
{
    const UseCaseLog log("reconcileEntry", intentId);
    return log.ending(doReconcileEntry(std::move(desk), std::move(accountId), std::move(intentId), std::move(chosen)));
}

http::Task<checkout::Result<void>> abandonEntry(QPointer<Desk> desk, QString accountId, QString intentId,
                                                EarlyAbandon early)
{
    const UseCaseLog log("abandonEntry", intentId);
    return log.ending(doAbandonEntry(std::move(desk), std::move(accountId), std::move(intentId), early));
}

} // namespace tilldeck::desk
