// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/creation_end.h"

#include "desk/charge_of_another.h"
#include "desk/close_intent.h"
#include "desk/creation_fit.h"
#include "desk/keep_tokens_out.h"
#include "desk/session_owner.h"
#include "desk/use_case_log.h"

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
    // The other creation has the session: of this one, only that it made nothing is left to write.
    const IntentEnd nothing(bareRow(earlier.accountId, intentId), Intent::State::Rejected, note);
    // The row first: an intent that is cut off in between comes back as unknown, a row without one never would.
    const auto removed = co_await whileOpen(desk, writeRow(desk, nothing));
    if (!removed)
        co_return outcome;
    auto closing = desk->journal().close(intentId, Intent::State::Confirmed, earlier.session.id, note, {},
                                         Intent::Remark::Earlier);
    const auto closed = co_await closing;
    if (!closed && desk)
        desk->keepUnwritten(nothing);
    co_return outcome;
}

/// Ends a creation whose session could not be written to the ledger for the reason @p why: the journal has its id, the
/// answer is written when that works again, and the caller hands it to the merchant at once.
http::Task<CreateOutcome> leaveNotKept(QPointer<Desk> desk, SessionRecord record, Error why)
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
    auto kept = keptInJournal(desk->accounts(), record.accountId, record.session);
    auto closing =
        desk->journal().close(record.intentId, Intent::State::Unknown, record.session.id, note, std::move(kept));
    co_await closing;
    co_return outcome;
}

/// Keeps a creation without an answer that can be trusted as one of unknown outcome.
http::Task<CreateOutcome> leaveCreationUnknown(QPointer<Desk> desk, SessionRecord record, Error error)
{
    record.state = SessionRecord::State::OutcomeUnknown;
    CreateOutcome outcome(CreateOutcome::End::Unknown);
    outcome.error = error;
    outcome.record = record;
    const IntentEnd end(record, Intent::State::Unknown, error.sentence);
    // The journal first: it is what survives.
    co_await closeIntent(desk, end);
    const auto kept = co_await writeRow(desk, end);
    if (kept)
        outcome.record = *kept;
    co_return outcome;
}

/// How far behind its clock a provider may stamp what it answers with: the hours of a time zone.
constexpr qint64 lateStampSeconds = 86'400;

/// Returns whether @p amount is what was quoted, but for a rounding or a rate that moved since.
bool isNearQuote(const std::optional<money::Money> &amount, const Intent &own)
{
    constexpr qint64 parts = 100;
    if (!amount || !own.quote || own.quote->customerPays.currency() != amount->currency())
        return false;
    const qint64 quoted = own.quote->customerPays.minorUnits();
    const qint64 least = quoted - quoted / parts;
    return amount->minorUnits() >= least && amount->minorUnits() - quoted <= quoted / parts;
}

/// Returns in what @p session, with which the provider answered @p own, is another one than was asked for, in a
/// sentence; empty where it may be it. It came as the answer, so a stamp of the same day says nothing against it, nor
/// does a rounding where the reference was drawn for this creation alone.
QString contradictionOfAnswer(const Desk &desk, checkout::Session session, Intent own)
{
    const CreationTime time(own, desk.providerTime(own.accountId), desk.now());
    if (!time.isBefore(session.createdAt.addSecs(lateStampSeconds)))
        session.createdAt = QDateTime();
    const bool takesReference = desk.capabilities(own.accountId, own.draft.flow).takes(checkout::Field::Reference);
    if (takesReference && own.draft.reference.isEmpty() && isNearQuote(session.amount, own)) {
        session.amount.reset();
        session.fees.reset();
    }
    return contradictionOf(session, own, time);
}

/// Returns why @p session, with which @p provider answered, cannot be what @p record asked for, in sentences; empty
/// where it may be, and where that could not be read.
http::Task<checkout::Result<QString>> whyDoubtful(QPointer<Desk> desk, ProviderHandle provider, SessionRecord record,
                                                  checkout::Session session)
{
    const auto stored = co_await whileOpen(desk, desk->journal().intent(record.intentId));
    if (!stored)
        co_return std::unexpected(stored.error());
    if (!*stored)
        co_return QString();
    const Intent &own = **stored;
    const QString contradiction = contradictionOfAnswer(*desk, session, own);
    if (!contradiction.isEmpty())
        co_return CreationEndText::tr("The provider answered with another session: %1 It is not known whether the one "
                                      "that was asked for was made: look in its dashboard.",
                                      "in what it is another one")
            .arg(contradiction);
    const std::vector<checkout::Session> sessions{session};
    const auto before = co_await whileOpen(desk, listedBefore(desk, own, sessions));
    if (!before)
        co_return std::unexpected(before.error());
    if (!before->isEmpty())
        co_return CreationEndText::tr("The provider answered with %1, which was listed before this was sent. It is not "
                                      "known whether another one was made: look in its dashboard.",
                                      "ID")
            .arg(session.id);
    auto another = co_await whileOpen(desk, whyChargeOfAnother(desk, provider, record, session));
    co_return another;
}

/// Says what the session is that a provider answered with.
struct Answered
{
    std::optional<SessionRecord> ofAnother; ///< The row of another creation, where that has it.
    QString whyDoubtful;                    ///< In sentences: it cannot be what was asked for. Empty where it may be.
};

/// Returns what @p session is that the provider answered with to @p record. What cannot be read makes nothing doubtful;
/// the only error is that @p desk was closed meanwhile.
http::Task<checkout::Result<Answered>> judgeAnswer(QPointer<Desk> desk, ProviderHandle provider, SessionRecord record,
                                                   checkout::Session session)
{
    Answered answered;
    Intent own;
    own.id = record.intentId;
    own.accountId = record.accountId;
    // A row without an intent, or with this one, is this session: it was listed, or found by another program, before
    // its creation was answered.
    const std::optional<SessionRecord> nobodys;
    const auto owner = co_await whileOpenOr(desk, nobodys, rowOfAnother(desk, own, session.id));
    if (!owner)
        co_return std::unexpected(owner.error());
    answered.ofAnother = *owner;
    // The journal has those of accounts that are not connected any more, which have no rows.
    auto asking = desk->journal().isMadeByAnother(own.accountId, own.id, session.id);
    const auto made = co_await whileOpenOr(desk, false, std::move(asking));
    if (!made)
        co_return std::unexpected(made.error());
    // A look-up may have given it to another creation of the same contents: that one keeps it, and a look-up of this
    // one finds the other session, if there is one.
    if (answered.ofAnother || *made) {
        answered.whyDoubtful =
            CreationEndText::tr("The provider answered with %1, the session of an earlier creation. It "
                                "is not known whether another one was made: look in its dashboard.")
                .arg(session.id);
        co_return Answered(answered);
    }
    const QString nothing;
    const auto why = co_await whileOpenOr(desk, nothing, whyDoubtful(desk, provider, record, session));
    if (!why)
        co_return std::unexpected(why.error());
    answered.whyDoubtful = *why;
    co_return Answered(answered);
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
http::Task<CreateOutcome> confirmCreation(QPointer<Desk> desk, ProviderHandle provider, SessionRecord record,
                                          checkout::Session session)
{
    const auto answered = co_await whileOpen(desk, judgeAnswer(desk, provider, record, session));
    if (!answered)
        co_return cutOff(record);
    const bool namesReference =
        desk->capabilities(record.accountId, record.draft.flow).takes(checkout::Field::Reference) &&
        !record.draft.reference.isEmpty();
    if (answered->ofAnother && namesReference) {
        CreateOutcome outcome = co_await confirmEarlier(desk, record.intentId, *answered->ofAnother);
        co_return outcome;
    }
    if (!answered->whyDoubtful.isEmpty()) {
        const Error doubtful(ErrorKind::UnknownOutcome, answered->whyDoubtful);
        CreateOutcome outcome = co_await leaveCreationUnknown(desk, record, doubtful);
        co_return outcome;
    }
    record.state = SessionRecord::State::Known;
    record.session = std::move(session);
    record.checkedAt = desk->now();
    if (const auto amount = checkout::amountOf(record.session))
        record.amount = amount;
    CreateOutcome outcome(CreateOutcome::End::Confirmed);
    IntentEnd end(record, Intent::State::Confirmed, QString());
    const auto kept = co_await writeRow(desk, end);
    if (!kept) {
        CreateOutcome unkept = co_await leaveNotKept(desk, std::move(record), kept.error());
        co_return unkept;
    }
    outcome.record = end.record = *kept;
    // The session is in the list: the merchant has nothing to do about the journal.
    co_await closeIntent(desk, end);
    if (desk) {
        ledger::TimelineEvent event;
        event.kind = ledger::TimelineEvent::Kind::Created;
        event.at = outcome.record.createdAt;
        desk->ledger().addEvent(outcome.record.accountId, outcome.record.session.id, event);
    }
    co_return outcome;
}

/// Closes a creation that the provider refused or that was not sent, as Rejected or as Planned again.
http::Task<CreateOutcome> closeUnmade(QPointer<Desk> desk, SessionRecord record, Intent::State state, Error error)
{
    const IntentEnd end(bareRow(record.accountId, record.intentId), state, error.sentence);
    co_await writeRow(desk, end);
    co_await closeIntent(desk, end);
    CreateOutcome outcome = rejectedCreation(std::move(error));
    if (state == Intent::State::Planned)
        outcome.end = CreateOutcome::End::PlannedAgain;
    co_return outcome;
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
    co_return prepareOneOfMany(*desk, *provider, draft, key);
}

checkout::Result<ReadyCreation> prepareOneOfMany(const Desk &desk, const ProviderHandle &provider,
                                                 const checkout::SessionDraft &draft, const QString &key)
{
    return prepareWrite(desk, provider, provider->prepareCreation(draft, key), roomForAnswer);
}

http::Task<CreateOutcome> sendCreation(QPointer<Desk> desk, ReadyCreation ready, SessionRecord record, Sending sending,
                                       IfStopped ifStopped, std::function<void()> answered)
{
    const auto listed = co_await whileOpen(desk, desk->ledger().put(record));
    if (!desk)
        co_return rejectedCreation(listed.error());
    std::optional<WriteFailure> failure;
    if (listed) {
        record = *listed;
        const ProviderHandle provider = ready.provider;
        auto answer = co_await sendWrite(desk, record.accountId, std::move(ready), sending);
        if (answer && answered)
            answered();
        if (answer) {
            CreateOutcome outcome = co_await confirmCreation(desk, provider, std::move(record), std::move(*answer));
            co_return outcome;
        }
        failure = answer.error();
    } else {
        failure.emplace(desk, record.accountId, listed.error(), sending);
    }
    const bool isStopped = stopsTheRest(failure->error) || failure->error.kind == ErrorKind::Storage;
    const bool isPlannedAgain =
        isStopped && (ifStopped == IfStopped::PlanAgain ||
                      (ifStopped == IfStopped::PlanAgainUnlessAnswered && failure->error.httpStatus == 0));
    const auto unmade = isPlannedAgain ? Intent::State::Planned : Intent::State::Rejected;
    auto ending = failure->mayBeMade ? leaveCreationUnknown(desk, record, failure->error)
                                     : closeUnmade(desk, record, unmade, failure->error);
    CreateOutcome outcome = co_await ending;
    co_return outcome;
}

QString loggedCreation(const CreateOutcome &outcome)
{
    using End = CreateOutcome::End;
    const QLatin1StringView end = outcome.end == End::Confirmed      ? "confirmed"_L1
                                  : outcome.end == End::NotKept      ? "not kept"_L1
                                  : outcome.end == End::Rejected     ? "rejected"_L1
                                  : outcome.end == End::Repeated     ? "repeated"_L1
                                  : outcome.end == End::PlannedAgain ? "planned again"_L1
                                                                     : "unknown"_L1;
    const QString &intent = outcome.record.intentId;
    return end + (intent.isEmpty() ? QString() : ", intent "_L1 + intent) +
           (outcome.error ? ", "_L1 + loggedError(*outcome.error) : QString());
}

} // namespace tilldeck::desk
