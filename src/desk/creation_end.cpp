// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/creation_end.h"

#include "desk/charge_of_another.h"
#include "desk/creation_fit.h"
#include "desk/keep_tokens_out.h"
#include "desk/refused_again.h"
#include "desk/session_owner.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;
using ledger::SessionRecord;

namespace {

struct CreationEndText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::CreationEnd)
};

/// The most bytes that ledger and journal write after the answer, beside what the body makes them write: some tens of
/// pages with their indexes, in the log of the ledger and in the journal's own.
constexpr qint64 roomForAnswer = qint64(512) * 1024;

/// Returns the row of an intent that made nothing.
SessionRecord bareRow(const QString &accountId, const QString &intentId)
{
    SessionRecord record;
    record.accountId = accountId;
    record.intentId = intentId;
    return record;
}

/// Keeps how a creation ended for repairCreations(), because ledger or journal could not write it.
void writeLater(const QPointer<Desk> &desk, const SessionRecord &record, Intent::State end, const QString &note)
{
    if (desk)
        desk->keepUnwritten(UnwrittenEnd(record, end, note));
}

/// Closes a creation that the provider answered with what another creation had made, as it does for a reference that
/// was used before: that row stays as it is, and this creation gets none.
http::Task<CreateOutcome> confirmEarlier(QPointer<Desk> desk, QString intentId, SessionRecord earlier)
{
    const QString note =
        CreationEndText::tr("This reference belongs to a charge made earlier; nothing new was charged.");
    CreateOutcome outcome(CreateOutcome::End::Confirmed);
    outcome.record = earlier;
    outcome.error = Error(ErrorKind::Rejected, note);
    outcome.error->problems.emplace_back(checkout::Field::Reference, note);
    // The row first: an intent that is cut off in between comes back as unknown, a row without one never would.
    auto ended = co_await whileOpen(desk, desk->ledger().removeByIntent(intentId));
    if (ended) {
        auto closing = desk->journal().close(intentId, Intent::State::Confirmed, earlier.session.id, note);
        ended = co_await whileOpen(desk, std::move(closing));
    }
    // The other creation has the session: of this one, only that it made nothing is left to write.
    if (!ended)
        writeLater(desk, bareRow(earlier.accountId, intentId), Intent::State::Rejected, note);
    co_return outcome;
}

/// Ends a creation whose session could not be written to the ledger for the reason @p why: the journal has its id, the
/// answer is written when that works again, and the caller hands it to the merchant at once.
http::Task<CreateOutcome> keepLater(QPointer<Desk> desk, SessionRecord record, Error why)
{
    const QString note =
        CreationEndText::tr("Created as %1, but this computer could not keep it.").arg(record.session.id);
    CreateOutcome outcome(CreateOutcome::End::NotKept);
    outcome.record = record;
    // The sentence of the ledger may ask to try again, which would make another session.
    outcome.error = Error(ErrorKind::Storage, note);
    outcome.error->details = why.details;
    if (!desk)
        co_return outcome;
    writeLater(desk, record, Intent::State::Confirmed, QString());
    auto kept = keptInJournal(desk->accounts(), record.accountId, record.session);
    auto closing =
        desk->journal().close(record.intentId, Intent::State::Unknown, record.session.id, note, std::move(kept));
    co_await closing;
    co_return outcome;
}

/// Keeps a creation without an answer that can be trusted as one of unknown outcome.
http::Task<CreateOutcome> leaveCreationUnknown(QPointer<Desk> desk, SessionRecord record, Error error)
{
    CreateOutcome outcome(CreateOutcome::End::Unknown);
    outcome.error = error;
    outcome.record = record;
    // The intent stays open in the journal and comes back as unknown at the next start.
    if (!desk)
        co_return outcome;
    record.state = SessionRecord::State::OutcomeUnknown;
    outcome.record = record;
    // The journal first: it is what survives.
    const auto closed =
        co_await desk->journal().close(record.intentId, Intent::State::Unknown, QString(), error.sentence);
    if (!desk)
        co_return outcome;
    const auto kept = co_await desk->ledger().put(record);
    if (kept)
        outcome.record = *kept;
    if (!closed || !kept)
        writeLater(desk, record, Intent::State::Unknown, error.sentence);
    co_return outcome;
}

/// Returns why @p session, with which the provider answered, cannot be what @p record asked for, in sentences: it
/// contradicts that, or was listed before. Empty where it may be.
http::Task<QString> whyNotTheAnswer(QPointer<Desk> desk, SessionRecord record, checkout::Session session)
{
    const auto stored = co_await whileOpen(desk, desk->journal().intent(record.intentId));
    if (!desk || !stored || !*stored)
        co_return QString();
    const Intent &own = **stored;
    const std::vector<checkout::Session> answered{session};
    const auto before = co_await whileOpen(desk, listedBefore(desk, own, answered));
    if (!desk)
        co_return QString();
    const CreationTime time(own, desk->providerTime(own.accountId), desk->now());
    const QString contradiction = contradictionOf(session, own, time);
    if (!contradiction.isEmpty())
        co_return CreationEndText::tr("The provider answered with another session: %1 It is not known whether the one "
                                      "that was asked for was made: look in its dashboard.",
                                      "in what it is another one")
            .arg(contradiction);
    if (before && !before->isEmpty())
        co_return CreationEndText::tr("The provider answered with %1, which was listed before this was sent. It is not "
                                      "known whether another one was made: look in its dashboard.",
                                      "ID")
            .arg(session.id);
    co_return QString();
}

/// Returns the end of a creation whose answer arrived when the desk was closed: the next start deals with it.
CreateOutcome cutOff(const SessionRecord &record)
{
    CreateOutcome outcome(CreateOutcome::End::Unknown);
    outcome.record = record;
    outcome.error = closedError();
    return outcome;
}

/// Writes the session that the provider answered with to the ledger, and then closes the intent.
http::Task<CreateOutcome> confirmCreation(QPointer<Desk> desk, SessionRecord record, checkout::Session session)
{
    Intent own;
    own.id = record.intentId;
    own.accountId = record.accountId;
    // A row without an intent, or with this one, is this session: it was listed, or found by another program, before
    // its creation was answered.
    const auto found = co_await rowOfAnother(desk, own, session.id);
    if (!desk)
        co_return cutOff(record);
    // The journal has those of accounts that are not connected any more, which have no rows.
    const auto made = co_await whileOpen(desk, desk->journal().sessionsMade(own.accountId, own.id));
    if (!desk)
        co_return cutOff(record);
    const SessionRecord listed = found ? found->value_or(SessionRecord()) : SessionRecord();
    const bool isAnothers = !listed.intentId.isEmpty();
    const bool isOfNoList = !isAnothers && made && made->contains(session.id);
    const bool namesReference =
        desk->capabilities(record.accountId, record.draft.flow).takes(checkout::Field::Reference) &&
        !record.draft.reference.isEmpty();
    if (isAnothers && namesReference) {
        CreateOutcome outcome = co_await confirmEarlier(desk, record.intentId, listed);
        co_return outcome;
    }
    // A look-up may have given it to another creation of the same contents: that one keeps it, and a look-up of this
    // one finds the other session, if there is one.
    if (isOfNoList || isAnothers) {
        const QString note =
            CreationEndText::tr("The provider answered with %1, the session of an earlier creation. It "
                                "is not known whether another one was made: look in its dashboard.")
                .arg(session.id);
        const Error doubtful(ErrorKind::UnknownOutcome, note);
        CreateOutcome outcome = co_await leaveCreationUnknown(desk, record, doubtful);
        co_return outcome;
    }
    if (!desk)
        co_return cutOff(record);
    const QString why = co_await whyNotTheAnswer(desk, record, session);
    if (!desk)
        co_return cutOff(record);
    if (!why.isEmpty()) {
        const Error doubtful(ErrorKind::UnknownOutcome, why);
        CreateOutcome outcome = co_await leaveCreationUnknown(desk, record, doubtful);
        co_return outcome;
    }
    const QString intentId = record.intentId;
    record.state = SessionRecord::State::Known;
    record.session = std::move(session);
    record.checkedAt = desk->now();
    if (const auto amount = checkout::amountOf(record.session))
        record.amount = amount;
    CreateOutcome outcome(CreateOutcome::End::Confirmed);
    outcome.record = record;

    const auto kept = co_await desk->ledger().put(record);
    if (!kept) {
        CreateOutcome unkept = co_await keepLater(desk, std::move(record), kept.error());
        co_return unkept;
    }
    outcome.record = *kept;
    if (!desk)
        co_return outcome;
    auto handedOut = keptInJournal(desk->accounts(), record.accountId, record.session);
    auto closing =
        desk->journal().close(intentId, Intent::State::Confirmed, record.session.id, QString(), std::move(handedOut));
    const auto closed = co_await closing;
    // The session is in the list: the merchant has nothing to do about the journal.
    if (!closed)
        writeLater(desk, outcome.record, Intent::State::Confirmed, QString());
    if (desk) {
        ledger::TimelineEvent event;
        event.kind = ledger::TimelineEvent::Kind::Created;
        event.at = outcome.record.createdAt;
        desk->ledger().addEvent(outcome.record.accountId, outcome.record.session.id, event);
    }
    co_return outcome;
}

/// Closes a creation that the provider refused or that was not sent.
http::Task<CreateOutcome> rejectCreation(QPointer<Desk> desk, QString accountId, QString intentId, Error error)
{
    const auto removed = co_await desk->ledger().removeByIntent(intentId);
    if (!desk)
        co_return rejectedCreation(std::move(error));
    const auto closed = co_await desk->journal().close(intentId, Intent::State::Rejected, QString(), error.sentence);
    if (!removed || !closed)
        writeLater(desk, bareRow(accountId, intentId), Intent::State::Rejected, error.sentence);
    co_return rejectedCreation(std::move(error));
}

} // namespace

CreateOutcome rejectedCreation(Error error)
{
    CreateOutcome outcome(CreateOutcome::End::Rejected);
    outcome.error = std::move(error);
    return outcome;
}

http::Task<checkout::Result<ReadyCreation>> prepareCreation(QPointer<Desk> desk, QString accountId,
                                                            checkout::SessionDraft draft, QString key)
{
    const auto provider = co_await whileOpen(desk, desk->writer(accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    const auto write = (*provider)->prepareCreation(draft, key);
    if (!write)
        co_return std::unexpected(write.error());
    // The body stands in the draft of the row, and an update writes it again.
    auto room = ledger::DiskReserve::take(desk->dataDirectory(), roomForAnswer + 4 * write->body().size());
    if (!room)
        co_return std::unexpected(room.error());
    co_return ReadyCreation(*provider, *write, std::move(*room));
}

http::Task<CreateOutcome> sendCreation(QPointer<Desk> desk, ReadyCreation ready, SessionRecord record, Sending sending)
{
    const auto listed = co_await whileOpen(desk, desk->ledger().put(record));
    if (!desk)
        co_return rejectedCreation(listed.error());
    std::optional<Error> failure;
    if (listed) {
        record = *listed;
        auto answer = co_await whileOpen(desk, ready.write.send());
        ready.room.reset();
        QString another;
        if (answer)
            another = co_await whyChargeOfAnother(desk, ready.provider, record, *answer);
        if (answer && another.isEmpty()) {
            CreateOutcome outcome = co_await confirmCreation(desk, std::move(record), std::move(*answer));
            co_return outcome;
        }
        failure = answer ? Error(ErrorKind::UnknownOutcome, another) : answer.error();
    } else {
        failure = listed.error();
    }
    const bool mayExist = mayHaveTakenEffect(*failure, sending);
    if (desk && sending == Sending::Again)
        failure = refusedAgain(*failure, desk->capabilities(record.accountId).providerName);
    auto ending = mayExist ? leaveCreationUnknown(desk, record, *failure)
                           : rejectCreation(desk, record.accountId, record.intentId, *failure);
    CreateOutcome outcome = co_await ending;
    co_return outcome;
}

QString loggedCreation(const CreateOutcome &outcome)
{
    using End = CreateOutcome::End;
    const QLatin1StringView end = outcome.end == End::Confirmed  ? "confirmed"_L1
                                  : outcome.end == End::NotKept  ? "not kept"_L1
                                  : outcome.end == End::Rejected ? "rejected"_L1
                                  : outcome.end == End::Repeated ? "repeated"_L1
                                                                 : "unknown"_L1;
    const QString &intent = outcome.record.intentId;
    return end + (intent.isEmpty() ? QString() : ", intent "_L1 + intent) +
           (outcome.error ? ", "_L1 + loggedError(*outcome.error) : QString());
}

} // namespace tilldeck::desk
