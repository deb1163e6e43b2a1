// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/resend_creation.h"

#include "checkout/pricing.h"
#include "desk/account_of_intent.h"
#include "desk/creation_end.h"
#include "desk/key_memory.h"
#include "desk/note_tried.h"
#include "desk/open_outcomes.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"
#include "ledger/intent_text.h"

#include <QCoreApplication>

#include <utility>

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

/// Returns why no creation of this kind is sent again, in a sentence; empty when the age of the key decides.
QString whyNeverResent(const checkout::Capabilities &can)
{
    return can.honoursIdempotencyKey
               ? QString()
               : ResendCreationText::tr(
                     "%1 does not promise to take a repeated request only once, so there could be two sessions.")
                     .arg(can.providerName);
}

QString whyKeyIsAnothers(const checkout::Capabilities &can)
{
    return ResendCreationText::tr(
               "It was sent by another account than this one, or by one that is not connected any "
               "more and may be another. %1 remembers an idempotency key in the account that sent it, so there "
               "could be two sessions.")
        .arg(can.providerName);
}

CreateOutcome notSentAgain(const Desk &desk, const Intent &creation, const QString &why)
{
    QString where = whyNotLookedUp(desk.capabilities(creation.accountId, creation.draft.flow), creation);
    if (where.isEmpty())
        where = ResendCreationText::tr("Look for the session instead.");
    return rejectedCreation(
        Error(ErrorKind::Rejected,
              ResendCreationText::tr("%1 Nothing was sent again. %2", "the reason, where to look").arg(why, where)));
}

http::Task<CreateOutcome> doResendCreation(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const auto found = co_await whileOpen(desk, desk->journal().intentOf(accountId, Intent::Kind::Create, intentId));
    if (!found)
        co_return rejectedCreation(found.error());
    Intent first = *found;
    const QString own = std::exchange(first.accountId, accountId);
    if (!isSurelyOf(desk->accounts(), own, accountId))
        co_return notSentAgain(*desk, first, whyKeyIsAnothers(desk->capabilities(accountId, first.draft.flow)));
    const auto listed = co_await whileOpen(desk, desk->ledger().sessionByIntent(intentId));
    if (!listed)
        co_return rejectedCreation(listed.error());
    SessionRecord record = listed->value_or(SessionRecord());
    if (!record.quote) // Its ledger was lost.
        record.quote = first.quote;
    const checkout::SessionDraft sent = checkout::priced(first.draft, record.quote);
    auto ready = co_await prepareCreation(desk, accountId, sent, intentId);
    if (!ready)
        co_return rejectedCreation(ready.error());
    if (ready->write.bodyHash() != first.bodyHash)
        co_return notSentAgain(*desk, first, ResendCreationText::tr("The request would not be the same any more."));
    if (!ledger::isMarkOf(first.keyMark, ready->provider.key()))
        co_return notSentAgain(*desk, first, ledger::whyNotWithThisKey());
    const QString never = whyNeverResent(desk->capabilities(accountId, first.draft.flow));
    if (!never.isEmpty())
        co_return notSentAgain(*desk, first, never);
    const auto why = co_await whileOpen(desk, askWhyKeyForgotten(desk, first));
    if (!why)
        co_return rejectedCreation(why.error());
    if (!why->isEmpty())
        co_return notSentAgain(*desk, first, *why);

    const QDateTime deadline = desk->now().addSecs(writeLifetime.count());
    auto reopening = desk->journal().reopen(accountId, Intent::Kind::Create, intentId, deadline, ready->provider.key());
    const auto reopened = co_await whileOpen(desk, std::move(reopening));
    if (!reopened)
        co_return rejectedCreation(reopened.error());
    qCInfo(deskLog).noquote() << "resendCreation" << accountId << "sends again under intent" << intentId;
    noteTried(*desk, accountId, intentId, ledger::TimelineEvent::Kind::SentAgain);
    record.accountId = accountId;
    record.intentId = intentId;
    record.draft = first.draft;
    record.state = SessionRecord::State::Creating;
    if (!record.createdAt.isValid())
        record.createdAt = first.openedAt;
    CreateOutcome outcome = co_await sendCreation(desk, std::move(*ready), std::move(record), Sending::Again);
    if (outcome.end == CreateOutcome::End::Unknown)
        outcome.sent = *reopened;
    co_return outcome;
}

} // namespace

QString whyNotResent(const Desk &desk, const Intent &creation)
{
    const QString never = whyNeverResent(desk.capabilities(creation.accountId, creation.draft.flow));
    return never.isEmpty() ? whyKeyForgotten(desk, creation) : never;
}

bool canResend(const Desk &desk, const Intent &creation)
{
    return whyNotResent(desk, creation).isEmpty();
}

bool isSentAgainFirst(const Desk &desk, const Intent &creation)
{
    return creation.sessionId.isEmpty() && canResend(desk, creation) &&
           !desk.capabilities(creation.accountId, creation.draft.flow).listsSessions;
}

http::Task<CreateOutcome> resendCreation(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const UseCaseLog log("resendCreation", intentId);
    return log.ending(doResendCreation(std::move(desk), std::move(accountId), std::move(intentId)), loggedCreation);
}

} // namespace tilldeck::desk
