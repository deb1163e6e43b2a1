// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_payment.h"

#include "desk/account_of_intent.h"
#include "desk/ask_transaction.h"
#include "desk/older_copy.h"
#include "desk/refund_elsewhere.h"
#include "desk/refund_end.h"
#include "desk/refund_text.h"
#include "desk/refunded_payment.h"
#include "desk/refuse_keys.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"
#include "ledger/left_to_refund.h"
#include "ledger/random_id.h"
#include "money/format.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

/// Returns the payment as the provider answers right before it is to be refunded, and takes the answer into the ledger.
/// Errors: why the provider cannot be asked, in a sentence that says that nothing was sent; those of refundedPayment();
/// Rejected where the answer is about another payment than the one that is @p shown (isAnotherPayment()), where it
/// lacks what the provider said before (isOlderCopy(), and whatItLacks() of the row unless it @p isMeant all the same),
/// and where less than @p left can be given back by now.
http::Task<checkout::Result<RefundedPayment>> paymentRightBefore(QPointer<Desk> desk, ProviderHandle provider,
                                                                 RefundedPayment known, money::Money left,
                                                                 checkout::Transaction shown, bool isMeant)
{
    const QString accountId = known.record.accountId;
    const QString id = known.record.transaction.id;
    const bool looksUp = known.can.looksUpTransactions;
    const auto answer = co_await whileOpen(desk, askTransaction(desk, accountId, provider, id, looksUp, shown));
    if (!answer) {
        Error why = answer.error();
        // Of a read: no outcome is open.
        if (checkout::mayHaveTakenEffect(why))
            why.kind = ErrorKind::Rejected;
        why.sentence = RefundText::tr("%1 Before a refund, the provider is asked what was given back so far. "
                                      "Nothing was sent.",
                                      "why it could not be asked")
                           .arg(why.sentence);
        co_return std::unexpected(why);
    }
    auto payment = co_await refundedPayment(desk, accountId, id);
    if (!payment)
        co_return payment;
    const checkout::Transaction &now = payment->record.transaction;
    const money::Money leftNow = ledger::leftToRefund(now.mostRefundable(), payment->reported, payment->refunds);
    std::vector<Intent> own = payment->refunds;
    std::erase_if(own,
                  [&](const Intent &refund) { return !isSurelyOf(desk->accounts(), refund.accountId, accountId); });
    QString lacking = whatItLacks(*answer, own, known.can.providerName);
    if (lacking.isEmpty() && !isMeant)
        lacking = whatItLacks(*answer, now, known.can.providerName);
    if (!lacking.isEmpty())
        co_return std::unexpected(Error(ErrorKind::Rejected, RefundText::tr("%1 Nothing was sent. Try again later.",
                                                                            "what the answer lacks, in a sentence")
                                                                 .arg(lacking)));
    if (leftNow.currency() == left.currency() && leftNow.minorUnits() >= left.minorUnits())
        co_return payment;
    co_return std::unexpected(
        Error(ErrorKind::Rejected,
              RefundText::tr("More of this payment was given back or asked for in the meantime: %1 can still be given "
                             "back. Nothing was sent. Look at its refunds first.",
                             "an amount")
                  .arg(money::format(leftNow, QLocale()))));
}

/// Returns how long ago @p at was, in words.
QString agoInWords(const QDateTime &at, const QDateTime &now)
{
    constexpr qint64 minute = 60;
    const qint64 seconds = at.secsTo(now);
    if (seconds < 2)
        return RefundText::tr("a moment ago");
    if (seconds < minute)
        return RefundText::tr("%n second(s) ago", nullptr, static_cast<int>(seconds));
    if (seconds < 60 * minute)
        return RefundText::tr("%n minute(s) ago", nullptr, static_cast<int>(seconds / minute));
    return RefundText::tr("on %1", "day and time").arg(QLocale().toString(at.toLocalTime(), QLocale::ShortFormat));
}

/// Returns what is known of @p same, a refund of the account or of one that may be the same, which this one may repeat,
/// and that this one was not sent.
QString whyNotOnceMore(const Desk &desk, const QString &accountId, const Intent &same)
{
    const QString amount = same.amount ? money::format(*same.amount, QLocale()) : QString();
    const QString ago = agoInWords(same.openedAt, desk.now());
    if (same.state == Intent::State::Confirmed)
        return RefundText::tr("%1 was given back %2. Nothing was sent now.", "an amount, 20 seconds ago")
            .arg(amount, ago);
    if (same.failedByTotal)
        return RefundText::tr("%1 was asked for %2. %3 counts it no longer, and does not say that it failed: the "
                              "customer may have that money. Nothing was sent now.",
                              "an amount, 20 seconds ago, provider")
            .arg(amount, ago, desk.capabilities(accountId).providerName);
    if (same.state == Intent::State::Accepted)
        return RefundText::tr(
                   "%1 was asked for %2, and %3 has not said yet that it gave it back. Nothing was sent now.",
                   "an amount, 20 seconds ago, provider")
            .arg(amount, ago, desk.capabilities(accountId).providerName);
    return RefundText::tr("The same refund was sent %1, and whether it was made is not known. Nothing was sent now.",
                          "20 seconds ago")
        .arg(ago);
}

/// Returns the refusal of a refund that may repeat another one, with that one. @p left is leftToRefund().
http::Task<RefundOutcome> refuseRepeat(QPointer<Desk> desk, QString accountId, QString transactionId,
                                       money::Money amount, money::Money left, ledger::TwoClocks now)
{
    const auto refunds = co_await whileOpen(desk, desk->journal().refundsOf(accountId, transactionId));
    if (!refunds)
        co_return rejectedRefund(refunds.error());
    if (const auto other = ledger::repeatedRefund(*refunds, amount, left, now)) {
        RefundOutcome outcome = rejectedRefund(Error(ErrorKind::Rejected, whyNotOnceMore(*desk, accountId, *other)));
        outcome.same = other;
        co_return outcome;
    }
    co_return rejectedRefund(
        Error(ErrorKind::Rejected, RefundText::tr("The outcome of an earlier refund became known just now. Look at the "
                                                  "payment, then try again.")));
}

http::Task<RefundOutcome> doRefundPayment(QPointer<Desk> desk, QString accountId, QString transactionId,
                                          money::Money amount, QString reason, ledger::Journal::Repeat repeat,
                                          std::optional<checkout::Transaction> shown)
{
    // First: what the payment says is no word of files that are not whole.
    const auto provider = co_await whileOpen(desk, desk->writer(accountId));
    if (!provider)
        co_return rejectedRefund(provider.error());
    if (const auto refused = refusedKeyIn(*desk, {reason}))
        co_return rejectedRefund(*refused);
    const auto known = co_await whileOpen(desk, refundedPayment(desk, accountId, transactionId));
    if (!known)
        co_return rejectedRefund(known.error());
    const checkout::Transaction &transaction = known->record.transaction;
    if (shown && isAnotherPayment(*shown, transaction))
        co_return rejectedRefund(
            Error(ErrorKind::Rejected,
                  RefundText::tr("By now, this ID is that of another payment than the one that is shown. Nothing was "
                                 "sent.")));
    // Before it is prepared, which knows only what the provider says; the journal looks once more.
    const money::Money left = ledger::leftToRefund(transaction.mostRefundable(), known->reported, known->refunds);
    if (const QString why = ledger::whyNotRefunded(amount, left); !why.isEmpty())
        co_return rejectedRefund(Error(ErrorKind::InvalidInput, why));
    const ledger::TwoClocks wantedAt{desk->now(), desk->providerTime(accountId)};
    const bool isRepeat = ledger::repeatedRefund(known->refunds, amount, left, wantedAt).has_value();
    // Before the provider is asked, whose answer may hold the other one; the journal looks once more.
    if (isRepeat && repeat == ledger::Journal::Repeat::Refuse) {
        RefundOutcome outcome = co_await refuseRepeat(desk, accountId, transactionId, amount, left, wantedAt);
        co_return outcome;
    }
    const QString key = ledger::randomId();
    providers::RefundRequest wanted(transaction, amount);
    wanted.reason = reason;
    // Before the intent: its time begins when everything is ready to be sent.
    auto ready = co_await whileOpen(desk, prepareRefund(desk, *provider, wanted, key));
    if (!ready)
        co_return rejectedRefund(ready.error());

    const checkout::Transaction before = shown.value_or(transaction);
    const auto payment = co_await whileOpen(
        desk, paymentRightBefore(desk, *provider, *known, left, before, repeat == ledger::Journal::Repeat::Allow));
    if (!payment) {
        // The answer may have made an equal one a question that was closed as not made.
        RefundOutcome outcome = rejectedRefund(payment.error());
        if (repeat == ledger::Journal::Repeat::Allow || !desk)
            co_return outcome;
        RefundOutcome same = co_await refuseRepeat(desk, accountId, transactionId, amount, left, wantedAt);
        if (same.same)
            co_return same;
        co_return outcome;
    }

    const QDateTime now = desk->now();
    const QDateTime deadline = now.addSecs(writeLifetime.count());
    const QDateTime providerNow = desk->providerTime(accountId);
    const auto elsewhere =
        equalRefundElsewhere(payment->record.transaction, payment->refunds, amount, {now, providerNow});
    if (elsewhere && repeat == ledger::Journal::Repeat::Refuse) {
        const QString provider = known->can.providerName;
        RefundOutcome outcome = rejectedRefund(
            Error(ErrorKind::Rejected,
                  RefundText::tr("%1 lists a refund of %2 that was not sent from here, made %3. "
                                 "Nothing was sent now.",
                                 "provider, an amount, 20 seconds ago")
                      .arg(provider, money::format(amount, QLocale()), agoInWords(elsewhere->openedAt, now))));
        outcome.same = elsewhere;
        co_return outcome;
    }
    auto beginning = desk->journal().beginRefund(key, accountId, ready->write.bodyHash(), transactionId, amount,
                                                 payment->record.transaction.mostRefundable(), payment->reported, now,
                                                 deadline, providerNow, repeat, reason, ready->provider.key());
    const auto begun = co_await whileOpen(desk, std::move(beginning));
    if (!begun && begun.error().kind == ErrorKind::UnknownOutcome) {
        const ledger::TwoClocks begunAt{now, providerNow};
        RefundOutcome outcome = co_await refuseRepeat(desk, accountId, transactionId, amount, left, begunAt);
        co_return outcome;
    }
    if (!begun)
        co_return rejectedRefund(begun.error());

    qCInfo(deskLog).noquote() << "refundPayment" << accountId << "sends under intent" << key;
    RefundOutcome outcome = co_await sendRefund(desk, std::move(*ready), *begun, Sending::First);
    co_return outcome;
}

} // namespace

http::Task<RefundOutcome> refundPayment(QPointer<Desk> desk, QString accountId, QString transactionId,
                                        money::Money amount, QString reason, ledger::Journal::Repeat repeat,
                                        std::optional<checkout::Transaction> shown)
{
    const UseCaseLog log("refundPayment", accountId);
    return log.ending(doRefundPayment(std::move(desk), std::move(accountId), std::move(transactionId), amount,
                                      std::move(reason), repeat, std::move(shown)),
                      loggedRefund);
}

} // namespace tilldeck::desk
