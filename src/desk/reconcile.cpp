// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reconcile.h"

#include "desk/labels.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;
using ledger::SessionRecord;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Reconcile)
};

/// The provider's clock may differ from ours by this much.
constexpr qint64 clockSlackSeconds = 300;
constexpr int mostPages = 20;

enum class Fit { No, Perhaps, Yes };

/// Whether a session that the provider lists is the one that INTENT asked for. Perhaps: the provider tells too little.
Fit fit(const checkout::Session &session, const Intent &intent)
{
    const QDateTime from = intent.openedAt.addSecs(-clockSlackSeconds);
    const QDateTime to = intent.deadlineAt.addSecs(clockSlackSeconds);
    if (session.createdAt.isValid() && (session.createdAt < from || session.createdAt > to))
        return Fit::No;
    const checkout::SessionDraft &is = session.contents;
    const checkout::SessionDraft &asked = intent.draft;
    if (!session.createdAt.isValid() || (is.lineItems.empty() && is.customer.isEmpty()))
        return Fit::Perhaps;
    const bool same = is.customer.id == asked.customer.id && is.lineItems == asked.lineItems &&
                      is.couponId == asked.couponId &&
                      is.promotionCode.compare(asked.promotionCode, Qt::CaseInsensitive) == 0;
    return same ? Fit::Yes : Fit::No;
}

/// A session without a moment of creation cannot be placed; the list is newest first, so an older one ends the search.
bool isBefore(const checkout::Session &session, const Intent &intent)
{
    return session.createdAt.isValid() && session.createdAt < intent.openedAt.addSecs(-clockSlackSeconds);
}

struct Candidates
{
    std::vector<checkout::Session> sure;
    int perhaps = 0;
};

http::Task<checkout::Result<Candidates>> candidates(QPointer<Desk> desk, ProviderHandle provider, Intent intent)
{
    Candidates found;
    int offset = 0;
    for (int page = 0; page < mostPages; ++page) {
        auto answer = co_await provider->sessions(offset);
        if (!desk)
            co_return std::unexpected(Error(ErrorKind::Cancelled, QString()));
        if (!answer)
            co_return std::unexpected(answer.error());
        bool ended = !answer->more || answer->items.empty();
        for (const checkout::Session &session : answer->items) {
            ended = ended || isBefore(session, intent);
            const Fit how = fit(session, intent);
            if (how == Fit::No)
                continue;
            const auto known = co_await desk->ledger().session(intent.accountId, session.id);
            if (!desk)
                co_return std::unexpected(Error(ErrorKind::Cancelled, QString()));
            if (!known)
                co_return std::unexpected(known.error());
            // Sessions that another intent brought are spoken for; those a refresh listed are not.
            if (known->has_value() && !(*known)->intentId.isEmpty())
                continue;
            if (how == Fit::Yes)
                found.sure.push_back(session);
            else
                ++found.perhaps;
        }
        if (ended)
            break;
        offset += static_cast<int>(answer->items.size());
    }
    co_return found;
}

/// The session was created after all: one row in the ledger, and the intent confirmed.
http::Task<checkout::Result<SessionRecord>> adopt(QPointer<Desk> desk, Intent intent, checkout::Session session)
{
    const auto listed = co_await desk->ledger().sessionByIntent(intent.id);
    if (!desk)
        co_return std::unexpected(Error(ErrorKind::Cancelled, QString()));
    if (!listed)
        co_return std::unexpected(listed.error());
    SessionRecord record = listed->value_or(SessionRecord());
    record.accountId = intent.accountId;
    record.intentId = intent.id;
    record.state = SessionRecord::State::Known;
    record.draft = intent.draft;
    record.session = session;
    if (const auto amount = checkout::amountOf(session))
        record.amount = amount;
    if (!record.createdAt.isValid())
        record.createdAt = intent.openedAt;
    record.checkedAt = desk->now();
    auto kept = co_await desk->ledger().put(record);
    if (!desk)
        co_return std::unexpected(Error(ErrorKind::Cancelled, QString()));
    if (!kept)
        co_return std::unexpected(kept.error());
    const auto closed = co_await desk->journal().close(intent.id, Intent::State::Confirmed, session.id, QString());
    if (!closed)
        co_return std::unexpected(closed.error());
    if (desk) {
        ledger::TimelineEvent event;
        event.kind = ledger::TimelineEvent::Kind::Resolved;
        event.at = desk->now();
        desk->ledger().addEvent(intent.accountId, session.id, event);
    }
    co_return SessionRecord(*kept);
}

} // namespace

http::Task<checkout::Result<Reconciliation>> reconcile(QPointer<Desk> desk, QString intentId)
{
    const auto found = co_await desk->journal().intent(intentId);
    if (!desk)
        co_return std::unexpected(Error(ErrorKind::Cancelled, QString()));
    if (!found)
        co_return std::unexpected(found.error());
    if (!found->has_value())
        co_return std::unexpected(
            Error(ErrorKind::NotFound, Words::tr("This creation is not in the journal of this computer.")));
    const Intent &intent = **found;

    auto provider = co_await desk->provider(intent.accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    if (!intent.sessionId.isEmpty()) {
        // The provider did answer; only keeping it failed.
        auto answer = co_await asked->session(intent.sessionId);
        if (!desk)
            co_return std::unexpected(Error(ErrorKind::Cancelled, QString()));
        if (!answer)
            co_return std::unexpected(answer.error());
        auto adopted = co_await adopt(desk, intent, std::move(*answer));
        if (!adopted)
            co_return std::unexpected(adopted.error());
        Reconciliation result(Reconciliation::Finding::Found);
        result.record = *adopted;
        co_return result;
    }

    auto fitting = co_await candidates(desk, asked, intent);
    if (!desk)
        co_return std::unexpected(Error(ErrorKind::Cancelled, QString()));
    if (!fitting) {
        if (fitting.error().kind == ErrorKind::Unsupported)
            co_return Reconciliation(Reconciliation::Finding::CannotTell);
        co_return std::unexpected(fitting.error());
    }
    if (fitting->sure.empty() && fitting->perhaps == 0)
        co_return Reconciliation(Reconciliation::Finding::NotListed);
    if (fitting->sure.size() != 1 || fitting->perhaps > 0) {
        Reconciliation result(Reconciliation::Finding::Ambiguous);
        result.candidates = static_cast<int>(fitting->sure.size()) + fitting->perhaps;
        co_return result;
    }
    auto adopted = co_await adopt(desk, intent, fitting->sure.front());
    if (!adopted)
        co_return std::unexpected(adopted.error());
    Reconciliation result(Reconciliation::Finding::Found);
    result.record = *adopted;
    co_return result;
}

http::Task<checkout::Result<void>> abandon(QPointer<Desk> desk, QString intentId)
{
    const QString note = Words::tr("Settled by the merchant: not created, or of no matter.");
    const auto closed = co_await desk->journal().close(intentId, Intent::State::Abandoned, QString(), note);
    if (!closed)
        co_return std::unexpected(closed.error());
    if (!desk)
        co_return std::unexpected(Error(ErrorKind::Cancelled, QString()));
    auto removed = co_await desk->ledger().removeByIntent(intentId);
    co_return removed;
}

} // namespace tilldeck::desk
