// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/adopt_session.h"

#include "desk/close_intent.h"
#include "desk/keep_tokens_out.h"
#include "desk/reconcile_text.h"
#include "desk/while_open.h"

#include <utility>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;
using ledger::SessionRecord;

QString foundByWord(FoundBy by)
{
    return by == FoundBy::Merchant ? u"named"_s : u"found"_s;
}

std::optional<FoundBy> foundByFrom(const QString &word)
{
    for (const FoundBy by : {FoundBy::LookUp, FoundBy::Merchant}) {
        if (word == foundByWord(by))
            return by;
    }
    return std::nullopt;
}

http::Task<checkout::Result<SessionRecord>> adoptSession(QPointer<Desk> desk, Intent intent, checkout::Session session,
                                                         FoundBy by)
{
    const auto listed = co_await whileOpen(desk, desk->ledger().sessionByIntent(intent.id));
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
    const IntentEnd end(record, Intent::State::Confirmed, QString());
    const auto kept = co_await whileOpen(desk, writeRow(desk, end));
    if (!kept)
        co_return std::unexpected(kept.error());
    auto handedOut = keptInJournal(desk->accounts(), intent.accountId, session);
    auto closing =
        desk->journal().close(intent.id, Intent::State::Confirmed, session.id, QString(), std::move(handedOut));
    const auto closed = co_await closing;
    if (!closed)
        co_return std::unexpected(closed.error());
    if (desk) {
        ledger::TimelineEvent event;
        event.kind = ledger::TimelineEvent::Kind::Resolved;
        event.rawStatus = foundByWord(by);
        event.at = desk->now();
        desk->ledger().addEvent(intent.accountId, session.id, event);
    }
    co_return SessionRecord(*kept);
}

http::Task<checkout::Result<SessionRecord>> adoptAlone(QPointer<Desk> desk, Intent intent, checkout::Session session,
                                                       FoundBy by)
{
    const auto isOfThis =
        co_await whileOpen(desk, desk->journal().confirmAlone(intent.accountId, intent.id, session.id));
    if (!isOfThis)
        co_return std::unexpected(isOfThis.error());
    if (!*isOfThis)
        co_return std::unexpected(Error(
            ErrorKind::UnknownOutcome,
            ReconcileText::tr("%1 was taken for another creation of the same contents at this moment. Look again.")
                .arg(session.id)));
    auto adopted = co_await adoptSession(desk, intent, session, by);
    co_return adopted;
}

} // namespace tilldeck::desk
