// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/create_session.h"

#include "checkout/pricing.h"
#include "checkout/validate.h"
#include "desk/closed_error.h"
#include "desk/labels.h"
#include "desk/quote_problem.h"
#include "desk/use_case_log.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;
using ledger::SessionRecord;

namespace {

struct CreateSessionText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::CreateSession)
};

/// How long an answer is waited for; HttpClient's own deadline is shorter.
constexpr std::chrono::seconds creationLifetime{60};

CreateOutcome rejectedCreation(Error error)
{
    CreateOutcome outcome(CreateOutcome::End::Rejected);
    outcome.error = std::move(error);
    return outcome;
}

SessionRecord newRecord(const Intent &intent, const checkout::Catalog &catalog,
                        const std::optional<money::Money> &previewed, const std::optional<checkout::Quote> &quote)
{
    SessionRecord record;
    record.accountId = intent.accountId;
    record.intentId = intent.id;
    record.state = SessionRecord::State::Creating;
    record.draft = intent.draft;
    record.customerLabel = customerLabel(intent.draft, catalog);
    record.itemsLabel = itemsLabel(intent.draft, catalog);
    record.amount = previewed;
    record.quote = quote;
    record.createdAt = intent.openedAt;
    return record;
}

/// Closes a creation that the provider answered with what another creation had made, as it does for a reference that
/// was used before: that row stays as it is, and this creation gets none.
http::Task<CreateOutcome> confirmEarlier(QPointer<Desk> desk, QString intentId, SessionRecord earlier)
{
    const QString note =
        CreateSessionText::tr("This reference belongs to a charge made earlier; nothing new was charged.");
    CreateOutcome outcome(CreateOutcome::End::Confirmed);
    outcome.record = earlier;
    outcome.error = Error(ErrorKind::Rejected, note);
    outcome.error->problems.emplace_back(checkout::Field::Reference, note);
    // The row first: an intent that is cut off in between comes back as unknown, a row without one never would.
    co_await desk->ledger().removeByIntent(intentId);
    if (desk)
        co_await desk->journal().close(intentId, Intent::State::Confirmed, earlier.session.id, note);
    co_return outcome;
}

/// Writes the session that the provider answered with to the ledger, and then closes the intent.
http::Task<CreateOutcome> confirmCreation(QPointer<Desk> desk, SessionRecord record, checkout::Session session)
{
    const auto earlier = co_await desk->ledger().session(record.accountId, session.id);
    if (!desk) {
        CreateOutcome outcome(CreateOutcome::End::Unknown);
        outcome.record = record;
        outcome.error = closedError();
        co_return outcome;
    }
    // A row without an intent is this session, listed before its creation was answered.
    if (earlier && earlier->has_value() && !(*earlier)->intentId.isEmpty()) {
        CreateOutcome outcome = co_await confirmEarlier(desk, record.intentId, **earlier);
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
    if (!desk)
        co_return outcome;
    if (!kept) {
        outcome.error = kept.error();
        const QString note =
            CreateSessionText::tr("Created as %1, but this computer could not keep it.").arg(record.session.id);
        co_await desk->journal().close(intentId, Intent::State::Unknown, record.session.id, note);
        co_return outcome;
    }
    outcome.record = *kept;
    const auto closed =
        co_await desk->journal().close(intentId, Intent::State::Confirmed, record.session.id, QString());
    if (!closed)
        outcome.error = closed.error();
    if (desk) {
        ledger::TimelineEvent event;
        event.kind = ledger::TimelineEvent::Kind::Created;
        event.at = outcome.record.createdAt;
        desk->ledger().addEvent(outcome.record.accountId, outcome.record.session.id, event);
    }
    co_return outcome;
}

/// Closes a creation that the provider refused or that was not sent.
http::Task<CreateOutcome> reject(QPointer<Desk> desk, QString intentId, Error error)
{
    co_await desk->ledger().removeByIntent(intentId);
    if (desk)
        co_await desk->journal().close(intentId, Intent::State::Rejected, QString(), error.sentence);
    co_return rejectedCreation(std::move(error));
}

/// Keeps a creation without an answer that can be trusted as one of unknown outcome.
http::Task<CreateOutcome> leaveCreationUnknown(QPointer<Desk> desk, SessionRecord record, Error error)
{
    CreateOutcome outcome(CreateOutcome::End::Unknown);
    outcome.error = error;
    record.state = SessionRecord::State::OutcomeUnknown;
    outcome.record = record;
    // The journal first: it is what survives.
    co_await desk->journal().close(record.intentId, Intent::State::Unknown, QString(), error.sentence);
    if (!desk)
        co_return outcome;
    const auto kept = co_await desk->ledger().put(record);
    if (kept)
        outcome.record = *kept;
    co_return outcome;
}

/// Returns how a creation ended, with its intent, for the log.
QString loggedCreation(const CreateOutcome &outcome)
{
    using End = CreateOutcome::End;
    const QLatin1StringView end = outcome.end == End::Confirmed  ? "confirmed"_L1
                                  : outcome.end == End::Rejected ? "rejected"_L1
                                                                 : "unknown"_L1;
    const QString &intent = outcome.record.intentId;
    return end + (intent.isEmpty() ? QString() : ", intent "_L1 + intent) +
           (outcome.error ? ", "_L1 + loggedError(*outcome.error) : QString());
}

http::Task<CreateOutcome> doCreateSession(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                          checkout::Catalog catalog, std::optional<money::Money> previewed,
                                          std::optional<checkout::Quote> quote)
{
    const checkout::Capabilities can = desk->capabilities(accountId, draft.flow);
    std::vector<checkout::Problem> problems = checkout::validate(draft, can, catalog, desk->now());
    if (!can.quoteLifetime)
        quote.reset();
    else if (const QString why = quoteProblem(draft, quote, desk->now()); !why.isEmpty())
        problems.emplace_back(checkout::Field::Quote, why);
    if (!problems.empty()) {
        Error error(ErrorKind::InvalidInput, CreateSessionText::tr("Nothing was sent. Fix what is marked first."));
        error.problems = std::move(problems);
        co_return rejectedCreation(std::move(error));
    }

    auto provider = co_await desk->writer(accountId);
    if (!provider)
        co_return rejectedCreation(provider.error());
    const ProviderHandle &asked = *provider;
    // The merchant's draft is what is kept; what the quote adds is only sent.
    const checkout::SessionDraft sent = checkout::priced(draft, quote);
    const auto body = asked->encodeCreate(sent);
    if (!body)
        co_return rejectedCreation(body.error());
    if (!desk)
        co_return rejectedCreation(closedError());

    const QDateTime now = desk->now();
    const QDateTime deadline = now.addSecs(creationLifetime.count());
    const QByteArray hash = QCryptographicHash::hash(*body, QCryptographicHash::Sha256);
    const auto begun = co_await desk->journal().begin(accountId, hash, draft, now, deadline);
    if (!begun)
        co_return rejectedCreation(begun.error());
    if (!desk)
        co_return rejectedCreation(closedError());
    const Intent &intent = *begun;
    qCInfo(deskLog).noquote() << "createSession" << accountId << "sends under intent" << intent.id;

    SessionRecord record = newRecord(intent, catalog, previewed, quote);
    const auto listed = co_await desk->ledger().put(record);
    if (!desk)
        co_return rejectedCreation(closedError());
    if (!listed) {
        CreateOutcome outcome = co_await reject(desk, intent.id, listed.error());
        co_return outcome;
    }
    record = *listed;

    auto answer = co_await asked->createSession(sent, intent.id);
    if (!desk) {
        // The intent stays open in the journal and comes back as unknown at the next start.
        CreateOutcome outcome(CreateOutcome::End::Unknown);
        outcome.record = record;
        outcome.error = closedError();
        co_return outcome;
    }
    if (answer) {
        CreateOutcome outcome = co_await confirmCreation(desk, std::move(record), std::move(*answer));
        co_return outcome;
    }
    if (checkout::mayHaveTakenEffect(answer.error())) {
        CreateOutcome outcome = co_await leaveCreationUnknown(desk, std::move(record), answer.error());
        co_return outcome;
    }
    CreateOutcome outcome = co_await reject(desk, intent.id, answer.error());
    co_return outcome;
}

} // namespace

http::Task<CreateOutcome> createSession(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                        checkout::Catalog catalog, std::optional<money::Money> previewed,
                                        std::optional<checkout::Quote> quote)
{
    const UseCaseLog log("createSession", accountId);
    return log.ending(doCreateSession(std::move(desk), std::move(accountId), std::move(draft), std::move(catalog),
                                      previewed, std::move(quote)),
                      loggedCreation);
}

} // namespace tilldeck::desk
