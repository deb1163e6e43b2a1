// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/send_planned.h"

#include "checkout/draft_fields.h"
#include "checkout/pricing.h"
#include "desk/ask_provider_time.h"
#include "desk/close_intent.h"
#include "desk/creation_end.h"
#include "desk/keep_tokens_out.h"
#include "desk/labels.h"
#include "desk/question_listed_rows.h"
#include "desk/quote_problem.h"
#include "desk/request_quote.h"
#include "desk/use_case_log.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;
using ledger::SessionRecord;
using RowEnd = PlannedEnd::End;

namespace {

struct SendPlannedText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::SendPlanned)
};

/// Returns @p error with what the provider says of the fields and in its own words.
QString noteOfRow(const Error &error)
{
    QString note = error.sentence;
    for (const checkout::Problem &problem : error.problems) {
        if (problem.sentence != error.sentence)
            note = SendPlannedText::tr("%1 %2: %3", "sentence, field, sentence")
                       .arg(note, checkout::labelOf(problem.field), problem.sentence);
    }
    return error.details.isEmpty()
               ? note
               : SendPlannedText::tr("%1 Details: “%2”", "sentence, the provider's own words").arg(note, error.details);
}

PlannedEnd unsentEnd(Error error)
{
    PlannedEnd end;
    end.note = error.sentence;
    end.error = std::move(error);
    return end;
}

/// Ends a row whose request could not be made, or whose quote was refused: nothing was sent that creates.
http::Task<PlannedEnd> endUnsent(QPointer<Desk> desk, Intent row, Error error)
{
    const bool isOfRow = error.kind == ErrorKind::InvalidInput || error.kind == ErrorKind::Rejected;
    if (!isOfRow)
        co_return unsentEnd(std::move(error));
    PlannedEnd end;
    end.end = RowEnd::Refused;
    end.note = noteOfRow(error);
    auto closing = desk->journal().closePlanned(row.id, Intent::State::Rejected, {}, end.note);
    const auto closed = co_await whileOpen(desk, std::move(closing));
    if (!closed)
        co_return unsentEnd(closed.error());
    co_return PlannedEnd(end);
}

/// Ends a row that the ledger shows as sent, although the journal has it as planned.
http::Task<PlannedEnd> endSentBefore(QPointer<Desk> desk, SessionRecord listed)
{
    const bool isMade = listed.state == SessionRecord::State::Known && !listed.session.id.isEmpty();
    PlannedEnd end;
    end.end = isMade ? RowEnd::Created : RowEnd::Unknown;
    end.note = isMade ? SendPlannedText::tr("It was created before, as the list of sessions shows.")
                      : SendPlannedText::tr("It was sent before, as the list of sessions shows, and its outcome is "
                                            "unknown.");
    if (!isMade)
        listed.state = SessionRecord::State::OutcomeUnknown;
    end.record = listed;
    const auto state = isMade ? Intent::State::Confirmed : Intent::State::Unknown;
    // Another program may have opened it a moment ago, and the row is of that.
    auto handedOut = keptInJournal(desk->accounts(), listed.accountId, listed.session);
    auto closing =
        desk->journal().closePlanned(listed.intentId, state, listed.session.id, end.note, std::move(handedOut));
    const auto closed = co_await whileOpen(desk, std::move(closing));
    if (!closed)
        co_return unsentEnd(closed.error());
    if (!isMade)
        co_await writeRow(desk, IntentEnd(listed, state, end.note));
    co_return PlannedEnd(end);
}

SessionRecord rowRecord(const Intent &row, const QString &accountId, const checkout::Catalog &catalog,
                        const QDateTime &now)
{
    SessionRecord record;
    record.accountId = accountId;
    record.intentId = row.id;
    record.state = SessionRecord::State::Creating;
    record.draft = row.draft;
    record.customerLabel = customerLabel(row.draft, catalog);
    record.itemsLabel = itemsLabel(row.draft, catalog);
    record.quote = row.quote;
    const checkout::Preview local = checkout::priceLocally(row.draft, catalog, now);
    if (row.quote)
        record.amount = row.quote->customerPays;
    else if (!local.tiers.empty() && local.tiers.front().customerPays)
        record.amount = local.tiers.front().customerPays->amount;
    record.createdAt = row.openedAt;
    return record;
}

http::Task<checkout::Result<std::optional<checkout::Quote>>> quoteFor(QPointer<Desk> desk, QString accountId,
                                                                      checkout::SessionDraft draft)
{
    if (!desk->capabilities(accountId, draft.flow).quoteLifetime)
        co_return std::optional<checkout::Quote>();
    const auto quote = co_await whileOpen(desk, requestQuote(desk, accountId, draft));
    if (!quote)
        co_return std::unexpected(quote.error());
    if (const QString why = quoteProblem(draft, *quote, desk->now()); !why.isEmpty())
        co_return std::unexpected(Error(ErrorKind::Rejected, why));
    co_return std::optional<checkout::Quote>(*quote);
}

} // namespace

http::Task<PlannedEnd> sendPlanned(QPointer<Desk> desk, ProviderHandle provider, QString accountId, Intent row,
                                   checkout::Catalog catalog, std::function<void()> answered)
{
    const auto listed = co_await whileOpen(desk, desk->ledger().sessionByIntent(row.id));
    if (!listed)
        co_return unsentEnd(listed.error());
    if (*listed) {
        PlannedEnd end = co_await endSentBefore(desk, **listed);
        co_return end;
    }
    const auto quote = co_await whileOpen(desk, quoteFor(desk, accountId, row.draft));
    if (!quote) {
        PlannedEnd end = co_await endUnsent(desk, row, quote.error());
        co_return end;
    }
    auto ready = prepareOneOfMany(*desk, provider, checkout::priced(row.draft, *quote), row.id);
    if (!ready) {
        PlannedEnd end = co_await endUnsent(desk, row, ready.error());
        co_return end;
    }
    const QDateTime now = desk->now();
    auto opening = desk->journal().openPlanned(row.id, ready->write.bodyHash(), now, now.addSecs(writeLifetime.count()),
                                               desk->providerTime(accountId), ready->provider.key(), *quote);
    const auto opened = co_await whileOpen(desk, std::move(opening));
    if (!opened)
        co_return unsentEnd(opened.error());
    SessionRecord record = rowRecord(*opened, accountId, catalog, now);
    // A provider may have made what it refused. Where it acts once on a key, or lists its sessions, the row is planned
    // again; else it stays refused: nothing would tell before it is sent again.
    const IfStopped ifStopped = secondRow(*desk, accountId, row.draft.flow) == SecondRow::IsNotSeen
                                    ? IfStopped::PlanAgainUnlessAnswered
                                    : IfStopped::PlanAgain;
    auto sending =
        sendCreation(desk, std::move(*ready), std::move(record), Sending::First, ifStopped, std::move(answered));
    CreateOutcome outcome = co_await sending;
    co_return endOfRow(std::move(outcome));
}

QString noteOfEarlier(const QString &note, const QString &sessionId)
{
    return SendPlannedText::tr("%1 It is %2.", "sentence, ID").arg(note, sessionId);
}

PlannedEnd endOfRow(CreateOutcome outcome)
{
    PlannedEnd end;
    if (outcome.end == CreateOutcome::End::Confirmed && outcome.error && outcome.error->kind == ErrorKind::Rejected) {
        end.end = RowEnd::Earlier;
        end.note = noteOfEarlier(outcome.error->sentence, outcome.record.session.id);
        return end;
    }
    if (outcome.error)
        end.note = noteOfRow(*outcome.error);
    end.record = std::move(outcome.record);
    switch (outcome.end) {
    case CreateOutcome::End::Confirmed:
        end.end = RowEnd::Created;
        break;
    case CreateOutcome::End::NotKept:
        end.end = RowEnd::NotKept;
        break;
    case CreateOutcome::End::Rejected:
        end.end = RowEnd::Refused;
        // It is no word on this row alone.
        if (outcome.error && stopsTheRest(*outcome.error))
            end.error = std::move(outcome.error);
        break;
    case CreateOutcome::End::PlannedAgain:
    case CreateOutcome::End::Repeated:
        end.end = RowEnd::NotSent;
        end.error = std::move(outcome.error);
        break;
    case CreateOutcome::End::Unknown:
        end.end = RowEnd::Unknown;
        break;
    }
    return end;
}

} // namespace tilldeck::desk
