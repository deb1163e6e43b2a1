// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_end.h"

#include "desk/ask_transaction.h"
#include "desk/close_intent.h"
#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "desk/refund_totals.h"
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
                                          checkout::Refund made, Sending sending)
{
    const bool isGivenBack = made.status == checkout::RefundStatus::Succeeded;
    intent.state = isGivenBack ? Intent::State::Confirmed : Intent::State::Accepted;
    intent.sessionId = made.id;
    const QString word = isGivenBack ? QString() : made.rawStatus;
    if (made.amount != intent.amount)
        intent.reported = made.amount;
    IntentEnd end(intent.kind, intent.id, intent.state, made.id, word);
    end.reported = intent.reported;
    const auto closed = co_await closeIntent(desk, end);
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
    const bool looksUp = desk->capabilities(intent.accountId).looksUpTransactions;
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
    const IntentEnd end(intent.kind, intent.id, Intent::State::Rejected, entryId, error.sentence);
    co_await closeIntent(desk, end);
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

http::Task<RefundOutcome> leaveRefundUnknown(QPointer<Desk> desk, Intent intent, Error error)
{
    RefundOutcome outcome(RefundOutcome::End::Unknown);
    outcome.intentId = intent.id;
    outcome.error = error;
    const IntentEnd end(intent.kind, intent.id, Intent::State::Unknown, QString(), error.sentence);
    co_await closeIntent(desk, end);
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
                                                        providers::RefundRequest wanted, QString key)
{
    auto preparing = provider->prepareRefund(wanted, key);
    auto write = co_await whileOpen(desk, std::move(preparing));
    if (!write)
        co_return std::unexpected(write.error());
    co_return prepareWrite(*desk, provider, std::move(write), roomForRefund);
}

http::Task<RefundOutcome> sendRefund(QPointer<Desk> desk, ReadyRefund ready, Intent intent, Sending sending)
{
    const ProviderHandle provider = ready.provider;
    auto answer = co_await sendWrite(desk, intent.accountId, std::move(ready), sending);
    std::optional<Error> doubt;
    if (answer)
        doubt = co_await whyKnownBefore(desk, intent, *answer);
    else if (answer.error().mayBeMade)
        doubt = answer.error().error;
    if (doubt) {
        RefundOutcome outcome = co_await leaveRefundUnknown(desk, intent, *doubt);
        co_return outcome;
    }
    const bool isFailed = answer && answer->status == checkout::RefundStatus::Failed;
    if (answer && !isFailed) {
        RefundOutcome outcome = co_await keepTakenRefund(desk, provider, intent, std::move(*answer), sending);
        co_return outcome;
    }
    const QString entryId = isFailed ? answer->id : QString();
    const Error why = isFailed
                          ? Error(ErrorKind::Rejected, RefundText::tr("The provider could not give the money back."))
                          : answer.error().error;
    RefundOutcome outcome = co_await rejectRefund(desk, intent, entryId, why);
    co_return outcome;
}

} // namespace tilldeck::desk
