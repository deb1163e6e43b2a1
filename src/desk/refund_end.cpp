// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_end.h"

#include "desk/ask_transaction.h"
#include "desk/close_refund.h"
#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "desk/refund_totals.h"
#include "desk/refused_again.h"
#include "desk/while_open.h"
#include "money/format.h"

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

/// The most bytes that journal and ledger write after the answer: some pages with their indexes, in both logs.
constexpr qint64 roomForRefund = qint64(256) * 1024;

/// Returns the end of a refund that the provider has taken, where the journal could not write it for the reason @p why.
RefundOutcome refundNotKept(const Intent &intent, const checkout::Refund &made, const Error &why)
{
    const QString plain = money::format(made.amount, QLocale());
    const QString amount =
        made.id.isEmpty() ? plain : RefundText::tr("%1 (%2)", "an amount, ID of the refund").arg(plain, made.id);
    RefundOutcome outcome(RefundOutcome::End::NotKept);
    outcome.intentId = intent.id;
    outcome.refund = made;
    // The sentence of the journal may ask to try again, which would make another refund.
    outcome.error =
        Error(ErrorKind::Storage,
              made.status == checkout::RefundStatus::Succeeded
                  ? RefundText::tr("%1 was given back, but this computer could not keep that. Do not refund it again.")
                        .arg(amount)
                  : RefundText::tr("%1 was asked for, but this computer could not keep that. Do not refund it again.")
                        .arg(amount));
    outcome.error->details = why.details;
    return outcome;
}

/// Keeps that the provider has taken the refund: given back only where it says so.
http::Task<RefundOutcome> keepTakenRefund(QPointer<Desk> desk, ProviderHandle provider, Intent intent,
                                          checkout::Refund made, bool looksUp, Sending sending)
{
    const bool isGivenBack = made.status == checkout::RefundStatus::Succeeded;
    intent.state = isGivenBack ? Intent::State::Confirmed : Intent::State::Accepted;
    intent.sessionId = made.id;
    const QString word = isGivenBack ? QString() : made.rawStatus;
    if (made.amount != intent.amount)
        intent.reported = made.amount;
    UnwrittenRefund end(intent.state, made.id, word);
    end.reported = intent.reported;
    const auto closed = co_await closeRefund(desk, intent.id, end);
    if (!closed)
        co_return refundNotKept(intent, made, closed.error());
    RefundOutcome outcome = outcomeOfTaken(intent, made);
    if (!desk)
        co_return outcome;
    noteRefundStep(*desk, intent, isGivenBack ? RefundStep::GivenBack : RefundStep::Asked);
    // Before the list shows the provider's total, which may count it.
    const auto read = co_await whileOpen(desk, desk->readAskedRefunds());
    if (!read)
        co_return outcome;
    // The list shows what the provider reports, so it is asked; what was confirmed here counts until then.
    const auto answer = co_await askTransaction(desk, intent.accountId, provider, intent.transactionId, looksUp);
    // Since the first request another one of the amount may have been made elsewhere, which the total holds.
    if (desk && answer && sending == Sending::First)
        co_await noteIfCounted(desk, intent, *answer);
    if (!desk)
        co_return outcome;
    const auto stored = co_await desk->journal().intent(intent.id);
    if (!stored || !stored->has_value())
        co_return outcome;
    outcome = outcomeOfTaken(**stored, made);
    co_return outcome;
}

/// Keeps that the provider refused the refund, or tried it and failed: then @p entryId is that of its entry.
http::Task<RefundOutcome> rejectRefund(QPointer<Desk> desk, Intent intent, QString entryId, Error error)
{
    const UnwrittenRefund end(Intent::State::Rejected, entryId, error.sentence);
    co_await closeRefund(desk, intent.id, end);
    if (desk)
        noteRefundStep(*desk, intent, RefundStep::Refused);
    co_return rejectedRefund(std::move(error));
}

/// Returns that the provider answered @p intent with @p made, a refund that was known before it was sent, so that
/// nothing new may have been made; nothing where it was not known.
http::Task<std::optional<Error>> whyKnownBefore(QPointer<Desk> desk, Intent intent, checkout::Refund made)
{
    if (made.id.isEmpty())
        co_return std::optional<Error>();
    const auto known = co_await whileOpen(desk, desk->journal().refundWithId(intent.accountId, made.id, intent.id));
    const bool isKnown =
        (known && known->has_value()) || (intent.listedBefore && intent.listedBefore->contains(made.id));
    if (!isKnown || !desk)
        co_return std::optional<Error>();
    co_return std::optional(
        Error(ErrorKind::UnknownOutcome,
              RefundText::tr("%1 answered with the refund “%2”, which was made before this one was sent. So it is not "
                             "known whether this one was made.",
                             "provider, ID")
                  .arg(desk->capabilities(intent.accountId).providerName, made.id)));
}

http::Task<RefundOutcome> leaveRefundUnknown(QPointer<Desk> desk, QString intentId, Error error)
{
    RefundOutcome outcome(RefundOutcome::End::Unknown);
    outcome.intentId = intentId;
    outcome.error = error;
    const UnwrittenRefund end(Intent::State::Unknown, QString(), error.sentence);
    // Where the desk is closed, the intent stays open in the journal and comes back as unknown at the next start.
    co_await closeRefund(desk, intentId, end);
    // Before the list shows the provider's total, which may count it.
    if (desk)
        co_await desk->readAskedRefunds();
    co_return outcome;
}

} // namespace

RefundOutcome rejectedRefund(Error error)
{
    RefundOutcome outcome(RefundOutcome::End::Rejected);
    outcome.error = std::move(error);
    return outcome;
}

http::Task<checkout::Result<ReadyRefund>> prepareRefund(QPointer<Desk> desk, ProviderHandle provider,
                                                        providers::RefundRequest wanted, QString key, bool looksUp)
{
    auto preparing = provider->prepareRefund(wanted, key);
    const auto write = co_await whileOpen(desk, std::move(preparing));
    if (!write)
        co_return std::unexpected(write.error());
    auto room = ledger::DiskReserve::take(desk->dataDirectory(), roomForRefund);
    if (!room)
        co_return std::unexpected(room.error());
    co_return ReadyRefund(provider, *write, std::move(*room), looksUp);
}

http::Task<RefundOutcome> sendRefund(QPointer<Desk> desk, ReadyRefund ready, Intent intent, Sending sending)
{
    auto answer = co_await whileOpen(desk, ready.write.send());
    ready.room.reset();
    std::optional<Error> failure;
    if (answer)
        failure = co_await whyKnownBefore(desk, intent, *answer);
    QString entryId;
    bool mayBeMade = failure.has_value();
    if (!answer) {
        failure = answer.error();
        mayBeMade = mayHaveTakenEffect(*failure, sending);
        if (desk && sending == Sending::Again)
            failure = refusedAgain(*failure, desk->capabilities(intent.accountId).providerName);
    } else if (!failure && answer->status == checkout::RefundStatus::Failed) {
        failure = Error(ErrorKind::Rejected, RefundText::tr("The provider could not give the money back."));
        entryId = answer->id;
    }
    if (!failure) {
        RefundOutcome outcome =
            co_await keepTakenRefund(desk, ready.provider, intent, std::move(*answer), ready.looksUp, sending);
        co_return outcome;
    }
    auto ending =
        mayBeMade ? leaveRefundUnknown(desk, intent.id, *failure) : rejectRefund(desk, intent, entryId, *failure);
    RefundOutcome outcome = co_await ending;
    co_return outcome;
}

} // namespace tilldeck::desk
