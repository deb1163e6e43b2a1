// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reconcile_creation.h"

#include "desk/account_of_intent.h"
#include "desk/adopt_session.h"
#include "desk/creation_candidates.h"
#include "desk/creation_fit.h"
#include "desk/known_rows.h"
#include "desk/reconcile_note.h"
#include "desk/reconcile_text.h"
#include "desk/referenced_charges.h"
#include "desk/resend_creation.h"
#include "desk/session_owner.h"
#include "desk/stored_sentence.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;
using ledger::SessionRecord;

namespace {

/// Returns the session that the merchant chose, or says that it is none of those that fit.
checkout::Result<checkout::Session> chosenOf(const std::vector<checkout::Session> &fitting, const QString &chosen)
{
    const auto found = std::ranges::find(fitting, chosen, &checkout::Session::id);
    if (found != fitting.end())
        return *found;
    return std::unexpected(
        Error(ErrorKind::InvalidInput, ReconcileText::tr("%1 is none of the sessions that fit this creation. Look it "
                                                         "up, then choose one of those that are named.")
                                           .arg(chosen)));
}

/// Closes a creation whose charge the merchant says is that of another creation with the same reference, which has its
/// row: this one leaves the list.
http::Task<checkout::Result<SessionRecord>> yieldTo(QPointer<Desk> desk, QString intentId, SessionRecord row)
{
    const auto removed = co_await whileOpen(desk, desk->ledger().removeByIntent(intentId));
    if (!removed)
        co_return std::unexpected(removed.error());
    const QString note = ReconcileText::tr("The charge of this reference is already in the list.");
    auto closing =
        desk->journal().close(intentId, Intent::State::Confirmed, row.session.id, note, {}, Intent::Remark::Earlier);
    const auto closed = co_await closing;
    if (!closed)
        co_return std::unexpected(closed.error());
    co_return row;
}

/// Says whose list was read for a creation.
struct Asked
{
    bool isOwn = true;         ///< That of the account that sent it, and of no other.
    bool isOfOtherKey = false; ///< Read with another key than the one that it was sent with.

    /// Returns whether what is like a creation is it. Else its own reference alone says so, or the merchant.
    bool provesByLikeness() const { return isOwn && !isOfOtherKey; }
};

/// Returns that no session fits @p intent of those that were read, which were all when the list was @p complete and
/// none of its rows @p unread.
Reconciliation noneIn(const Desk &desk, const Intent &intent, bool complete, int unread)
{
    const bool isWhole = complete && unread == 0;
    Reconciliation none(isWhole ? Reconciliation::Finding::NotListed : Reconciliation::Finding::CannotTell);
    none.isCut = !isWhole;
    none.unread = unread;
    if (isWhole)
        none.mayAppearUntil = mayAppearUntil(intent, desk.providerTime(intent.accountId), desk.now());
    return none;
}

/// Returns whether @p charge, which @p intent made, can be handed out once it is sent again with @p key, and not
/// before: its customer can still pay it.
bool isHandedOutByResending(const Desk &desk, const Intent &intent, const checkout::Session &charge,
                            const ledger::KeyMark &key)
{
    using checkout::SessionStatus;
    const bool isOver = charge.status == SessionStatus::Completed || charge.status == SessionStatus::Expired;
    return !isOver && charge.url.isEmpty() && ledger::isMarkOf(intent.keyMark, key) && isSentAgainFirst(desk, intent);
}

http::Task<checkout::Result<Reconciliation>> reconcileByReference(QPointer<Desk> desk, ProviderHandle provider,
                                                                  Intent intent, checkout::Capabilities can,
                                                                  QString chosen, Asked whose, Unproven unproven)
{
    const auto known = co_await whileOpen(desk, newestPayment(desk, intent.accountId));
    if (!known)
        co_return std::unexpected(known.error());
    auto found = co_await whileOpen(desk, findReference(desk, provider, intent, std::move(can)));
    if (!found && (found.error().kind != ErrorKind::Unsupported || !chosen.isEmpty()))
        co_return std::unexpected(found.error());
    if (!found)
        co_return Reconciliation(Reconciliation::Finding::CannotTell);
    if (found->charges.empty() && !chosen.isEmpty())
        co_return std::unexpected(chosenOf({}, chosen).error());
    if (found->charges.empty())
        co_return besideKnown(noneIn(*desk, intent, found->complete, found->unread), *known,
                              ReadList{found->seen, {}, {}, found->complete}, intent.openedAt);
    // One that was drawn for this creation is no other's.
    const bool isDrawn = intent.draft.reference.isEmpty() && found->areNamed;
    const bool mayBeAnothers = !isDrawn && (found->isOther || !found->areNamed || !whose.provesByLikeness());
    if ((found->charges.size() > 1 || mayBeAnothers) && chosen.isEmpty()) {
        Reconciliation several(Reconciliation::Finding::Ambiguous);
        several.candidates = std::move(found->charges);
        co_return several;
    }
    const auto picked = chosenOf(found->charges, chosen.isEmpty() ? found->charges.front().id : chosen);
    if (!picked)
        co_return std::unexpected(picked.error());
    const checkout::Session &charge = *picked;
    const auto anothers = co_await whileOpen(desk, rowOfAnother(desk, intent, charge.id));
    if (!anothers)
        co_return std::unexpected(anothers.error());
    const bool keepsUrl = unproven == Unproven::Refuse && !anothers->has_value() && whose.isOwn;
    if (keepsUrl && isHandedOutByResending(*desk, intent, charge, provider.key())) {
        Reconciliation sendable(Reconciliation::Finding::WithoutUrl);
        sendable.candidates = {charge};
        co_return sendable;
    }
    const FoundBy foundBy = chosen.isEmpty() ? FoundBy::LookUp : FoundBy::Merchant;
    auto resolving =
        anothers->has_value() ? yieldTo(desk, intent.id, **anothers) : adoptSession(desk, intent, charge, foundBy);
    auto row = co_await resolving;
    if (!row)
        co_return std::unexpected(row.error());
    Reconciliation result(Reconciliation::Finding::Found);
    result.record = *row;
    co_return result;
}

/// Returns @p looked as the list that was @p asked for shows it: what another's does not list may have been created.
checkout::Result<Reconciliation> asShownTo(const Asked &asked, checkout::Result<Reconciliation> looked)
{
    using Finding = Reconciliation::Finding;
    if (!looked || (looked->finding != Finding::NotListed && looked->finding != Finding::CannotTell))
        return looked;
    const bool wasListed = looked->finding == Finding::NotListed;
    looked->isOfAnother = !asked.isOwn;
    looked->isOfOtherKey = asked.isOwn && asked.isOfOtherKey && wasListed;
    if (looked->isOfAnother || looked->isOfOtherKey) {
        looked->finding = Finding::CannotTell;
        looked->mayAppearUntil = QDateTime();
    }
    return looked;
}

std::vector<checkout::Session> only(std::vector<checkout::Session> sessions, const QString &id)
{
    std::erase_if(sessions, [&id](const checkout::Session &session) { return session.id != id; });
    return sessions;
}

/// Returns the creation of @p unresolved beside @p intent that may have made one of @p sessions; one that is under way
/// before others.
std::optional<Intent> rivalOf(Desk &desk, const Intent &intent, const std::vector<checkout::Session> &sessions,
                              const std::vector<Intent> &unresolved)
{
    const QStringList others = desk.accounts().othersThan(intent.accountId);
    const QString flow = desk.capabilities(intent.accountId, intent.draft.flow).flow;
    std::optional<Intent> rival;
    for (const Intent &other : unresolved) {
        if (other.id == intent.id || others.contains(other.accountId) ||
            desk.capabilities(other.accountId, other.draft.flow).flow != flow)
            continue;
        const CreationTime time(other, desk.providerTime(other.accountId), desk.now());
        const auto mayBeIts = [&](const checkout::Session &session) {
            return fit(session, other, time) != Fit::No && !contradictsFields(session, other);
        };
        if (std::ranges::any_of(sessions, mayBeIts) && (!rival || other.state == Intent::State::Open))
            rival = other;
    }
    return rival;
}

/// Gives a creation its session.
http::Task<checkout::Result<Reconciliation>> foundAs(QPointer<Desk> desk, Intent intent, checkout::Session session,
                                                     FoundBy foundBy)
{
    auto adopted = co_await adoptAlone(desk, intent, session, foundBy);
    if (!adopted)
        co_return std::unexpected(adopted.error());
    Reconciliation result(Reconciliation::Finding::Found);
    result.record = *adopted;
    co_return result;
}

/// Gives a creation the session @p chosen, which no list shows as one that fits; one that contradicts what was asked
/// for only where that is allowed.
http::Task<checkout::Result<Reconciliation>> reconcileById(QPointer<Desk> desk, ProviderHandle provider, Intent intent,
                                                           QString chosen, Unproven unproven)
{
    checkout::Session known;
    known.id = chosen;
    known.flow = intent.draft.flow;
    const std::vector<checkout::Session> named{known};
    const auto free = co_await whileOpen(desk, sessionsOfNobodyElse(desk, intent, named));
    if (!free)
        co_return std::unexpected(free.error());
    if (free->empty())
        co_return std::unexpected(
            Error(ErrorKind::InvalidInput, ReconcileText::tr("%1 is the session of another creation. Enter the ID of "
                                                             "the one that was asked for.")
                                               .arg(chosen)));
    const auto session = co_await whileOpen(desk, provider->session(known));
    if (!session)
        co_return std::unexpected(session.error());
    const CreationTime time(intent, desk->providerTime(intent.accountId), desk->now());
    const QString doubt = doubtAbout(*session, intent, time);
    if (!doubt.isEmpty() && unproven == Unproven::Refuse) {
        Reconciliation another(Reconciliation::Finding::Ambiguous);
        another.candidates = {*session};
        another.doubt = doubt;
        co_return another;
    }
    auto found = co_await foundAs(desk, intent, *session, FoundBy::Merchant);
    co_return found;
}

http::Task<checkout::Result<Reconciliation>> doReconcileCreation(QPointer<Desk> desk, QString accountId,
                                                                 QString intentId, QString chosen, Unproven unproven)
{
    const auto found = co_await whileOpen(desk, desk->journal().intentOf(accountId, Intent::Kind::Create, intentId));
    if (!found)
        co_return std::unexpected(found.error());
    const Intent intent = underConnected(desk->accounts(), *found, accountId);
    // Whoever began it is still waiting for the answer and writes what it says.
    if (intent.state == Intent::State::Open)
        co_return std::unexpected(
            Error(ErrorKind::UnknownOutcome,
                  ReconcileText::tr("This session is still being created. Wait for the answer, then look again.")));
    if (intent.state == Intent::State::Rejected)
        co_return std::unexpected(Error(ErrorKind::Rejected, inPresentLanguage(intent.note)));
    if (!chosen.isEmpty() && !intent.sessionId.isEmpty() && chosen != intent.sessionId)
        co_return std::unexpected(
            Error(ErrorKind::InvalidInput,
                  ReconcileText::tr("This session was created as %1, not as %2.").arg(intent.sessionId, chosen)));

    auto provider = co_await whileOpen(desk, desk->provider(intent.accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const checkout::Capabilities can = desk->capabilities(intent.accountId, intent.draft.flow);
    const bool isOwn = !mayBeOfAnother(desk->accounts(), can, asked, *found, intent.accountId);
    const Asked whose{isOwn, isOfOtherKey(can, asked.key(), *found)};
    if (can.takes(checkout::Field::Reference) && (intent.sessionId.isEmpty() || !can.looksUpSessions)) {
        const auto result = co_await reconcileByReference(desk, asked, intent, can, chosen, whose, unproven);
        co_return asShownTo(whose, result);
    }
    if (!intent.sessionId.isEmpty()) {
        const auto anothers = co_await whileOpen(desk, rowOfAnother(desk, intent, intent.sessionId));
        if (!anothers)
            co_return std::unexpected(anothers.error());
        if (anothers->has_value())
            co_return std::unexpected(
                Error(ErrorKind::UnknownOutcome,
                      ReconcileText::tr("%1 is in the list as the session of another creation. It is not known whether "
                                        "this one made one: look in the provider's dashboard.")
                          .arg(intent.sessionId)));
        // The provider did answer; only keeping it failed.
        checkout::Session known;
        known.id = intent.sessionId;
        known.flow = can.flow;
        auto answer = co_await whileOpen(desk, asked->session(known));
        if (!answer)
            co_return std::unexpected(answer.error());
        auto adopted = co_await adoptSession(desk, intent, std::move(*answer));
        if (!adopted)
            co_return std::unexpected(adopted.error());
        Reconciliation result(Reconciliation::Finding::Found);
        result.record = *adopted;
        co_return result;
    }

    const auto known = co_await whileOpen(desk, newestSessions(desk, intent.accountId));
    if (!known)
        co_return std::unexpected(known.error());
    const auto fitting = co_await whileOpen(desk, candidatesOf(desk, asked, intent, *known));
    if (!fitting) {
        if (fitting.error().kind == ErrorKind::Unsupported && !chosen.isEmpty() && can.looksUpSessions) {
            const auto named = co_await reconcileById(desk, asked, intent, chosen, unproven);
            co_return named;
        }
        if (fitting.error().kind == ErrorKind::Unsupported)
            co_return Reconciliation(Reconciliation::Finding::CannotTell);
        co_return std::unexpected(fitting.error());
    }
    const std::vector<checkout::Session> all = fitting->all();
    if (all.empty() && chosen.isEmpty() && fitting->complete && !fitting->unlike.empty()) {
        Reconciliation result(Reconciliation::Finding::Ambiguous);
        result.candidates = fitting->unlike;
        co_return result;
    }
    if (all.empty() && chosen.isEmpty()) {
        const Reconciliation none = noneIn(*desk, intent, fitting->complete, fitting->unread);
        auto comparing = besideKnownSessions(desk, asked, intent, none, *known, fitting->list);
        const auto looked = co_await whileOpen(desk, std::move(comparing));
        co_return asShownTo(whose, looked);
    }
    // Another creation may be the one that this session belongs to.
    const auto unresolved = co_await whileOpen(desk, desk->journal().unresolved(Intent::Kind::Create));
    if (!unresolved)
        co_return std::unexpected(unresolved.error());
    QString likeliest = chosen;
    if (chosen.isEmpty() && fitting->isOne())
        likeliest = fitting->sure.front().id;
    const auto rival = rivalOf(*desk, intent, likeliest.isEmpty() ? all : only(all, likeliest), *unresolved);
    if (rival && rival->state == Intent::State::Open)
        co_return std::unexpected(Error(
            ErrorKind::UnknownOutcome,
            ReconcileText::tr("A session like it is being created at this moment. Wait for that answer, then look "
                              "again.")));
    if (chosen.isEmpty() && (!whose.provesByLikeness() || rival || !fitting->isOne())) {
        Reconciliation result(Reconciliation::Finding::Ambiguous);
        result.candidates = fitting->named();
        co_return result;
    }
    const auto picked = chosenOf(all, chosen.isEmpty() ? fitting->sure.front().id : chosen);
    if (!picked && can.looksUpSessions) {
        const auto named = co_await reconcileById(desk, asked, intent, chosen, unproven);
        co_return named;
    }
    if (!picked)
        co_return std::unexpected(picked.error());
    const FoundBy foundBy = chosen.isEmpty() ? FoundBy::LookUp : FoundBy::Merchant;
    auto result = co_await foundAs(desk, intent, *picked, foundBy);
    co_return result;
}

http::Task<checkout::Result<Reconciliation>> reconcileAndNote(QPointer<Desk> desk, QString accountId, QString intentId,
                                                              QString chosen, Unproven unproven)
{
    auto result = co_await doReconcileCreation(desk, accountId, intentId, chosen, unproven);
    if (desk)
        noteLookUp(*desk, accountId, intentId, result);
    co_return result;
}

} // namespace

http::Task<checkout::Result<Reconciliation>> reconcileCreation(QPointer<Desk> desk, QString accountId, QString intentId,
                                                               QString chosen, Unproven unproven)
{
    const UseCaseLog log("reconcileCreation", intentId);
    return log.ending(
        reconcileAndNote(std::move(desk), std::move(accountId), std::move(intentId), std::move(chosen), unproven),
        loggedFinding);
}

} // namespace tilldeck::desk
