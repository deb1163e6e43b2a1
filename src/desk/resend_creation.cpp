// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/resend_creation.h"

#include "checkout/pricing.h"
#include "desk/closed_error.h"
#include "desk/creation_end.h"
#include "desk/note_tried.h"
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

struct ResendCreationText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ResendCreation)
};

constexpr std::chrono::hours keyLifetime{1};

http::Task<CreateOutcome> doResendCreation(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const auto found = co_await desk->journal().intentOf(accountId, Intent::Kind::Create, intentId);
    if (!found)
        co_return rejectedCreation(found.error());
    if (!desk)
        co_return rejectedCreation(closedError());
    const Intent &first = *found;
    if (!canResend(*desk, accountId, first.draft.flow, first.openedAt))
        co_return rejectedCreation(
            Error(ErrorKind::Rejected,
                  ResendCreationText::tr("This creation cannot be sent again under its key: the provider may not know "
                                         "the key any more. Look for the session instead.")));
    const auto listed = co_await desk->ledger().sessionByIntent(intentId);
    if (!listed)
        co_return rejectedCreation(listed.error());
    if (!desk)
        co_return rejectedCreation(closedError());
    SessionRecord record = listed->value_or(SessionRecord());
    auto provider = co_await desk->writer(accountId);
    if (!provider)
        co_return rejectedCreation(provider.error());
    if (!desk)
        co_return rejectedCreation(closedError());
    const ProviderHandle &asked = *provider;
    const checkout::SessionDraft sent = checkout::priced(first.draft, record.quote);
    const auto body = asked->encodeCreate(sent);
    if (!body)
        co_return rejectedCreation(body.error());
    if (QCryptographicHash::hash(*body, QCryptographicHash::Sha256) != first.bodyHash)
        co_return rejectedCreation(
            Error(ErrorKind::Rejected,
                  ResendCreationText::tr("The request would not be the same any more, so it was not sent again. Look "
                                         "for the session instead.")));
    auto room = takeRoomForAnswer(*desk, *body);
    if (!room)
        co_return rejectedCreation(room.error());

    const QDateTime deadline = desk->now().addSecs(creationLifetime.count());
    const auto reopened = co_await desk->journal().reopen(accountId, intentId, deadline);
    if (!reopened)
        co_return rejectedCreation(reopened.error());
    if (!desk)
        co_return rejectedCreation(closedError());
    qCInfo(deskLog).noquote() << "resendCreation" << accountId << "sends again under intent" << intentId;
    noteTried(*desk, accountId, intentId, ledger::TimelineEvent::Kind::SentAgain);
    record.accountId = accountId;
    record.intentId = intentId;
    record.draft = first.draft;
    record.state = SessionRecord::State::Creating;
    if (!record.createdAt.isValid())
        record.createdAt = first.openedAt;
    const auto shown = co_await desk->ledger().put(record);
    if (!desk)
        co_return rejectedCreation(closedError());
    if (!shown) {
        CreateOutcome outcome = co_await leaveCreationUnknown(desk, std::move(record), shown.error());
        co_return outcome;
    }
    auto answer = co_await asked->createSession(sent, intentId);
    room->reset();
    if (!desk) {
        CreateOutcome outcome(CreateOutcome::End::Unknown);
        outcome.record = record;
        outcome.error = closedError();
        co_return outcome;
    }
    if (answer) {
        CreateOutcome outcome = co_await confirmCreation(desk, std::move(record), std::move(*answer));
        co_return outcome;
    }
    CreateOutcome outcome = co_await leaveCreationUnknown(desk, std::move(record), answer.error());
    co_return outcome;
}

} // namespace

bool canResend(const Desk &desk, const QString &accountId, const QString &flow, const QDateTime &openedAt)
{
    return desk.capabilities(accountId, flow).honoursIdempotencyKey &&
           openedAt.secsTo(desk.now()) < std::chrono::seconds(keyLifetime).count();
}

http::Task<CreateOutcome> resendCreation(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const UseCaseLog log("resendCreation", intentId);
    return log.ending(doResendCreation(std::move(desk), std::move(accountId), std::move(intentId)), loggedCreation);
}

} // namespace tilldeck::desk
