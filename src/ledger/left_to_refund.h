// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/journal.h"

namespace tilldeck::ledger {

/// Returns the amount of @p refund as the provider has it: what it says, else what was asked for.
std::optional<money::Money> reportedAmount(const Intent &refund);

/// Returns what the total of a provider holds that counts each refund as soon as it has taken it: @p refunded, as it
/// was reported, and those of @p refunds (Journal::refundsOf()) that are confirmed or accepted and not in it. The
/// report holds as many of them as it can: a refund fits only into what was reported on top of Intent::refundedBefore.
/// What is left of the report was given back elsewhere.
money::Money givenBack(money::Money refunded, const std::vector<Intent> &refunds);

/// Returns what may still be given back of a payment of @p paid, of which the provider reported @p reported. All
/// amounts are in one currency; the result is never below zero. Of each refund in @p begun (Journal::refundsOf()) the
/// less favourable truth counts:
///
/// Where the provider's list accounts for all of its total, what the list holds is gone, apart from entries that
/// failed, and so is each refund that was taken and has no entry in it.
///
/// Where there is no list, or the total is greater, the total may follow later, and may hold an equal one that was made
/// elsewhere. So one that was taken, also one that is confirmed, is gone on top of the total, unless the total may be
/// taken to hold it (ReportedRefunds::counted). That one is in the total as far as it fits into what was reported on
/// top of Intent::refundedBefore.
///
/// A refund whose outcome is open or unknown is gone on top of both; one that failed, was refused or is decided as not
/// made is gone in so far as the provider still counts it.
///
/// One of which the provider says another amount than was asked for is gone by the greater of the two.
money::Money leftToRefund(money::Money paid, const ReportedRefunds &reported, const std::vector<Intent> &begun);

/// Holds what leftToRefund() keeps back on top of what the provider itself reports, all in the currency of the payment.
struct HeldBack
{
    money::Money underWay;   ///< For refunds whose answer is awaited.
    money::Money unknown;    ///< For refunds whose outcome is unknown.
    money::Money notCounted; ///< For refunds that were taken, and that the provider's total may not hold yet.
};

/// Returns what is kept back of a payment of which the provider reported @p reported, and why.
HeldBack heldBack(const ReportedRefunds &reported, const std::vector<Intent> &begun);

/// Holds what time it is by two clocks, either of which may be wrong.
struct TwoClocks
{
    QDateTime here;
    QDateTime there; ///< The provider's; invalid where that is not known.
};

/// Returns whether a refund of @p amount that is asked for at @p now may be @p earlier once more, a refund of the same
/// payment. One is while it may still become known as made, and for some minutes, by either clock, after it was made:
/// somebody may have pressed twice. One that failed by a total alone (Intent::failedByTotal) is for good.
bool isSameRefund(const Intent &earlier, money::Money amount, const TwoClocks &now);

/// Returns the newest of @p begun, the refunds of a payment of which leftToRefund() is @p left, that a refund of @p
/// amount may make twice: isSameRefund(), or so much is asked for that it has to be taken out of what is only free
/// because of refunds that failed by a total alone. Nothing where there is none.
std::optional<Intent> repeatedRefund(const std::vector<Intent> &begun, money::Money amount, money::Money left,
                                     const TwoClocks &now);

/// Returns what of leftToRefund() @p left is only free because refunds of @p begun failed by a total alone: the
/// customer may have it.
money::Money freeByTotalsAlone(const std::vector<Intent> &begun, money::Money left);

/// Returns why @p amount cannot be given back when leftToRefund() is @p left, in a sentence; empty when it can.
QString whyNotRefunded(money::Money amount, money::Money left);

} // namespace tilldeck::ledger
