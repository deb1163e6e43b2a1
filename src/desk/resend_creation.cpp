// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/resend_creation.h"

#include "checkout/pricing.h"
#include "desk/creation_end.h"
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

struct ResendCreationText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ResendCreation)
};

constexpr std::chrono::hours keyLifetime{1};

http::Task<CreateOutcome> doResendCreation(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const auto found = co_await whileOpen(desk, desk->journal().intentOf(accountId, Intent::Kind::Create, intentId));
    if (!found)
        co_return rejectedCreation(found.error());
    const Intent &first = *found;
    // Only the account that it was sent to knows its key.
    if (first.accountId != accountId || !canResend(*desk, accountId, first.draft.flow, first.openedAt))
        co_return rejectedCreation(
            Error(ErrorKind::Rejected,
                  ResendCreationText::tr("This creation cannot be sent again under its key: the provider may not know "
                                         "the key any more. Look for the session instead.")));
    const auto listed = co_await whileOpen(desk, desk->ledger().sessionByIntent(intentId));
    if (!listed)
        co_return rejectedCreation(listed.error());
    SessionRecord record = listed->value_or(SessionRecord());
    const checkout::SessionDraft sent = checkout::priced(first.draft, record.quote);
    const auto ready = co_await prepareCreation(desk, accountId, sent, intentId);
    if (!ready)
        co_return rejectedCreation(ready.error());
    if (ready->write.bodyHash() != first.bodyHash)
        co_return rejectedCreation(
            Error(ErrorKind::Rejected,
                  ResendCreationText::tr("The request would not be the same any more, so it was not sent again. Look "
                                         "for the session instead.")));

    const QDateTime deadline = desk->now().addSecs(creationLifetime.count());
    const auto reopened = co_await whileOpen(desk, desk->journal().reopen(accountId, intentId, deadline));
    if (!reopened)
        co_return rejectedCreation(reopened.error());
    qCInfo(deskLog).noquote() << "resendCreation" << accountId << "sends again under intent" << intentId;
    record.accountId = accountId;
    record.intentId = intentId;
    record.draft = first.draft;
    record.state = SessionRecord::State::Creating;
    if (!record.createdAt.isValid())
        record.createdAt = first.openedAt;
    CreateOutcome outcome = co_await sendCreation(desk, *ready, std::move(record), Sending::Again);
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
