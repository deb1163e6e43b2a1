// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/close_intent.h"

#include "desk/keep_tokens_out.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using checkout::Result;
using ledger::Intent;
using ledger::SessionRecord;

namespace {

/// Returns whether the journal says more than @p end of an intent that is @p stored there: the provider has answered
/// about it, or somebody has decided. That something was made is true whatever was decided.
bool isOvertaken(const IntentEnd &end, Intent::State stored)
{
    // That nothing was made may be told of the request that is open, and of no later one.
    if (end.state == Intent::State::Planned && end.kind == Intent::Kind::Create)
        return stored != Intent::State::Open;
    if (stored == Intent::State::Open || stored == Intent::State::Unknown)
        return false;
    if (end.kind != Intent::Kind::Refund)
        return end.state != Intent::State::Confirmed;
    const bool isTaken = end.state == Intent::State::Accepted || end.state == Intent::State::Confirmed;
    return !isTaken || stored != Intent::State::Abandoned;
}

/// Writes @p end to the journal. What the provider says of the amount comes first: it is true whatever the end.
http::Task<Result<void>> writeToJournal(QPointer<Desk> desk, IntentEnd end)
{
    const SessionRecord &record = end.record;
    if (end.reported) {
        const auto reported = co_await whileOpen(desk, desk->journal().setReported(record.intentId, *end.reported));
        if (!reported)
            co_return std::unexpected(reported.error());
    }
    auto handedOut = keptInJournal(desk->accounts(), record.accountId, record.session);
    auto closing = desk->journal().close(record.intentId, end.state, record.session.id, end.note, std::move(handedOut));
    const auto closed = co_await closing;
    co_return Result<void>(closed);
}

/// Brings the row of a creation into line with @p end.
http::Task<Result<SessionRecord>> writeToLedger(QPointer<Desk> desk, IntentEnd end)
{
    if (end.state == Intent::State::Rejected || end.state == Intent::State::Planned) {
        const auto removed = co_await desk->ledger().removeByIntent(end.record.intentId);
        if (!removed)
            co_return std::unexpected(removed.error());
        co_return SessionRecord(end.record);
    }
    auto kept = co_await desk->ledger().put(end.record);
    co_return std::move(kept);
}

/// Awaits @p writing, a part of @p end, which is kept for later where it fails.
template <class T> http::Task<Result<T>> orKeep(QPointer<Desk> desk, IntentEnd end, http::Task<Result<T>> writing)
{
    auto written = co_await writing;
    if (!written && desk)
        desk->keepUnwritten(end);
    co_return std::move(written);
}

/// Writes the end of an intent that could not be written before.
http::Task<void> writeEnd(QPointer<Desk> desk, QString intentId)
{
    const auto intent = co_await whileOpen(desk, desk->journal().intent(intentId));
    if (!intent || !desk->unwritten().contains(intentId))
        co_return;
    const IntentEnd end = desk->unwritten().value(intentId);
    if (*intent && !isOvertaken(end, (*intent)->state)) {
        if (end.kind == Intent::Kind::Create) {
            const auto row = co_await whileOpen(desk, writeToLedger(desk, end));
            if (!row)
                co_return;
        }
        const auto closed = co_await whileOpen(desk, writeToJournal(desk, end));
        if (!closed)
            co_return;
    }
    desk->forgetUnwritten(intentId);
    qCInfo(deskLog).noquote() << "writeEnds wrote the end of" << intentId;
}

} // namespace

http::Task<Result<void>> closeIntent(QPointer<Desk> desk, IntentEnd end)
{
    if (!desk)
        co_return std::unexpected(closedError());
    auto closed = co_await orKeep(desk, end, writeToJournal(desk, end));
    co_return closed;
}

http::Task<Result<SessionRecord>> writeRow(QPointer<Desk> desk, IntentEnd end)
{
    if (!desk)
        co_return std::unexpected(closedError());
    auto row = co_await orKeep(desk, end, writeToLedger(desk, end));
    co_return std::move(row);
}

http::Task<void> writeEnds(QPointer<Desk> desk)
{
    const QStringList ids = desk->unwritten().keys();
    for (const QString &id : ids) {
        const auto tried = co_await whileOpen(desk, writeEnd(desk, id));
        if (!tried)
            co_return;
    }
}

http::Task<Result<Intent>> storedRefund(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const auto written = co_await whileOpen(desk, writeEnds(desk));
    if (!written)
        co_return std::unexpected(written.error());
    auto stored = co_await desk->journal().intentOf(accountId, Intent::Kind::Refund, intentId);
    co_return std::move(stored);
}

} // namespace tilldeck::desk
