// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/match_refund.h"

#include "desk/account_of_intent.h"
#include "desk/close_intent.h"
#include "desk/find_refund.h"
#include "desk/older_copy.h"
#include "desk/refund_decision.h"
#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"
#include "ledger/intent_text.h"
#include "money/format.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using checkout::RefundStatus;
using ledger::Intent;

namespace {

RefundOutcome notMatched(const QString &intentId, Error error)
{
    const bool isRefused = error.kind == ErrorKind::Rejected || error.kind == ErrorKind::NotFound;
    RefundOutcome outcome(isRefused ? RefundOutcome::End::Rejected : RefundOutcome::End::Unknown);
    if (!isRefused)
        outcome.intentId = intentId;
    outcome.error = std::move(error);
    return outcome;
}

/// Returns why no entry is taken for a refund in this state, in a sentence; empty when one is.
QString whyNotMatched(const Intent &refund)
{
    using State = Intent::State;
    if (const QString before = decidedBefore(refund.state); !before.isEmpty())
        return before;
    if (refund.state == State::Unknown || (refund.state == State::Accepted && refund.sessionId.isEmpty()))
        return {};
    const QString why = ledger::whyResolved(Intent::Kind::Refund, refund.state);
    return why.isEmpty() ? RefundText::tr("What became of this refund is known already.") : why;
}

Intent::State stateOfEntry(RefundStatus status)
{
    if (status == RefundStatus::Succeeded)
        return Intent::State::Confirmed;
    return status == RefundStatus::Failed ? Intent::State::Rejected : Intent::State::Accepted;
}

/// Returns that @p entry has another amount than @p refund.
Error isOfAnotherAmount(const Intent &refund, const checkout::Refund &entry, const QString &providerName)
{
    return {ErrorKind::UnknownOutcome,
            RefundText::tr("%1 lists “%2” as a refund of %3, and this one is of %4. So it may be another one.",
                           "provider, ID, two amounts")
                .arg(providerName, entry.id, money::format(entry.amount, QLocale()),
                     refund.amount ? money::format(*refund.amount, QLocale()) : QString())};
}

/// Returns that @p entry failed, and the provider lists @p other, which did not.
Error mayBeTriedAgain(const checkout::Refund &entry, const checkout::Refund &other, const QString &providerName)
{
    return {
        ErrorKind::UnknownOutcome,
        RefundText::tr("%1 lists “%2” as failed, and “%3” of the same amount, which did not fail. It may have tried "
                       "this refund once more.",
                       "provider, two IDs")
            .arg(providerName, entry.id, other.id)};
}

/// Returns what the merchant has to know before @p entry is taken for @p refund, with the entries that it is about;
/// nothing where there is nothing to know.
std::optional<RefundOutcome> doubtedMatch(const checkout::Transaction &payment, const Intent &refund,
                                          const checkout::Refund &entry, const std::vector<Intent> &refunds,
                                          const QString &providerName)
{
    if (refund.amount != entry.amount) {
        RefundOutcome another = notMatched(refund.id, isOfAnotherAmount(refund, entry, providerName));
        another.candidates = {entry};
        return another;
    }
    if (entry.status != RefundStatus::Failed)
        return std::nullopt;
    if (const QString lacking = whatItLacks(payment, refunds, providerName); !lacking.isEmpty())
        return notMatched(refund.id, Error(ErrorKind::UnknownOutcome,
                                           RefundText::tr("%1 So it is not known whether this refund failed.",
                                                          "what the answer lacks, in a sentence")
                                               .arg(lacking)));
    std::vector<checkout::Refund> others = unclaimedEntries(*payment.refunds, refund, refunds);
    std::erase_if(others, [&entry](const checkout::Refund &other) {
        return other.amount != entry.amount || other.status == RefundStatus::Failed;
    });
    if (others.empty())
        return std::nullopt;
    RefundOutcome tried = notMatched(refund.id, mayBeTriedAgain(entry, others.front(), providerName));
    tried.candidates = std::move(others);
    return tried;
}

/// Writes the end of @p refund, which is one of @p entries entries with its id. Errors: why no entry is taken for it by
/// now, and those of Journal::claimRefund().
http::Task<checkout::Result<void>> claimEntry(QPointer<Desk> desk, Intent refund, int entries)
{
    for (;;) {
        const auto refunds =
            co_await whileOpen(desk, desk->journal().refundsOf(refund.accountId, refund.transactionId));
        if (!refunds)
            co_return std::unexpected(refunds.error());
        const auto stored = std::ranges::find(*refunds, refund.id, &Intent::id);
        const QString why = stored == refunds->end() ? closedError().sentence : whyNotMatched(*stored);
        if (!why.isEmpty())
            co_return std::unexpected(Error(ErrorKind::Rejected, why));
        auto claiming = desk->journal().claimRefund(refund.accountId, refund, *refunds, entries);
        const auto claimed = co_await whileOpen(desk, std::move(claiming));
        if (!claimed)
            co_return std::unexpected(claimed.error());
        if (*claimed)
            co_return checkout::Result<void>();
    }
}

http::Task<RefundOutcome> doMatchRefund(QPointer<Desk> desk, QString accountId, QString intentId, QString entryId,
                                        Unproven unproven)
{
    const auto found = co_await whileOpen(desk, storedRefund(desk, accountId, intentId));
    if (!found)
        co_return notMatched(intentId, found.error());
    if (const QString why = whyNotMatched(*found); !why.isEmpty())
        co_return notMatched(intentId, Error(ErrorKind::Rejected, why));
    Intent refund = underConnected(desk->accounts(), *found, accountId);
    const auto answered = co_await whileOpen(desk, paymentAsAnswered(desk, *found, refund.accountId));
    if (!answered)
        co_return notMatched(intentId, answered.error());
    const checkout::Transaction &payment = answered->payment;
    const QString providerName = desk->capabilities(refund.accountId).providerName;
    if (!payment.refunds)
        co_return notMatched(
            intentId,
            Error(ErrorKind::Rejected,
                  RefundText::tr("%1 does not list the refunds of this payment. Look in its own dashboard, and decide.")
                      .arg(providerName)));
    const auto entry = std::ranges::find(*payment.refunds, entryId, &checkout::Refund::id);
    if (entryId.isEmpty() || entry == payment.refunds->end())
        co_return notMatched(
            intentId,
            Error(ErrorKind::NotFound,
                  RefundText::tr("%1 lists no refund of this payment with the ID “%2”.").arg(providerName, entryId)));
    const auto refunds = co_await whileOpen(desk, desk->journal().refundsOf(refund.accountId, refund.transactionId));
    if (!refunds)
        co_return notMatched(intentId, refunds.error());
    const auto doubted = doubtedMatch(payment, refund, *entry, *refunds, providerName);
    if (doubted && unproven == Unproven::Refuse)
        co_return RefundOutcome(*doubted);
    refund.state = stateOfEntry(entry->status);
    refund.sessionId = entryId;
    refund.note = entry->rawStatus;
    // An amount of nothing is none that is said.
    if (refund.amount != entry->amount && entry->amount.minorUnits() > 0)
        refund.reported = entry->amount;
    if (refund.state == Intent::State::Confirmed)
        refund.note = RefundText::tr("The merchant decided which refund at the provider it is.");
    const auto claimed = co_await whileOpen(desk, claimEntry(desk, refund, entriesWithId(payment, entryId)));
    if (!claimed)
        co_return notMatched(intentId, claimed.error());
    if (refund.state == Intent::State::Rejected) {
        noteRefundStep(*desk, refund, RefundStep::FoundNotMade);
        // The others that are listed now are known not to be it.
        co_await desk->journal().setApart(intentId, listedApart(payment, refund, *refunds));
        co_return notMatched(intentId,
                             Error(ErrorKind::Rejected, RefundText::tr("The provider could not give the money back.")));
    }
    noteRefundStep(*desk, refund, RefundStep::FoundAsked);
    if (refund.state == Intent::State::Confirmed)
        noteRefundStep(*desk, refund, RefundStep::GivenBack);
    co_return outcomeOfTaken(refund, *entry);
}

} // namespace

http::Task<RefundOutcome> matchRefund(QPointer<Desk> desk, QString accountId, QString intentId, QString entryId,
                                      Unproven unproven)
{
    const UseCaseLog log("matchRefund", intentId);
    return log.ending(
        doMatchRefund(std::move(desk), std::move(accountId), std::move(intentId), std::move(entryId), unproven),
        loggedRefund);
}

} // namespace tilldeck::desk
