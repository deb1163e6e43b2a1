// SPDX-License-Identifier: GPL-3.0-or-later
// What a total of refunds proves, where a provider does not list them one by one.
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Holds a refund that the provider has taken, with what it reported of the payment before it is asked again.
struct CountedRefund
{
    CountedRefund(ledger::Intent intent, std::optional<money::Money> total)
        : intent(std::move(intent))
        , total(total)
    {
    }

    ledger::Intent intent;
    std::optional<money::Money> total; ///< What it reported as refunded of the payment.
};

/// Returns the refunds of the account of which the provider has not said that they were given back: those that are
/// Accepted, and those of the last month that are Confirmed because the merchant decided so; none where they cannot be
/// read. To be called before the provider is
/// asked, so that its answer is newer than both the refund and the total.
http::Task<std::vector<CountedRefund>> countedRefunds(QPointer<Desk> desk, QString accountId);

/// Returns those of @p before that @p payment, the provider's next answer, does not count any more. @p providerNow is
/// the time of the answer by the provider's clock.
///
/// The total has to have held all of them, to be lower now, and to be less than the amount of the refund: what is left
/// of a greater one may be this refund, and what was taken out of it one that was made elsewhere. A total that is less
/// than what was reported before the refund began comes from an older copy of the provider's data and proves nothing,
/// and so does one that holds a refund: a provider may count what it still processes.
std::vector<ledger::Intent> uncountedRefunds(const std::vector<CountedRefund> &before,
                                             const checkout::Transaction &payment, const QDateTime &providerNow);

/// Settles what the totals in @p answer say. One that was closed as not made may become a question: see
/// questionByTotals().
///
/// Closes as Failed what uncountedRefunds() has found in one answer, and what no answer counts from then on for a whole
/// day, of several that are spread over it: one or two may come from a copy of its data that lags behind. Both the
/// provider's clock and that of this computer have to say that the day passed, so that one odd date of either neither
/// begins nor ends it. It failed by a total alone then (Intent::failedByTotal), so the same again is a question. That a
/// total does not hold a refund never says so alone: it has to have held it before. Until then the amount is not free,
/// and the merchant, who can look at the provider, may decide. To be called before the answer is written to the ledger,
/// whose totals are those that the next one is compared with. A total that lacks what was said before (isOlderCopy())
/// closes none. A total that was read with another key than the one that
/// a refund was sent with (@p key, isOfOtherKey()) closes none. Errors: those of Journal::close().
http::Task<checkout::Result<void>> settleByTotals(QPointer<Desk> desk, QString accountId, ledger::KeyMark key,
                                                  std::vector<CountedRefund> before,
                                                  std::vector<checkout::Transaction> answer);

/// Keeps that the provider counts @p refund, which it has just taken or made, when @p payment, its answer right after
/// that, has a total that is greater by just this amount than in its answer right before (Intent::refundedBefore).
/// Nothing else proves it: a total that rises later may hold an equal refund that was made elsewhere. One rise is the
/// proof of one refund.
http::Task<void> noteIfCounted(QPointer<Desk> desk, ledger::Intent refund, checkout::Transaction payment);

/// Returns the ids of those of @p refunds, of one payment of the account, that a report of the provider may be taken to
/// hold, as far as they fit into it: those that it was seen to count when it took them (see noteIfCounted()), and those
/// that are Confirmed for more than a day by both clocks, so that a proof that was never had blocks nothing for ever:
/// no copy of the provider's data lags behind that long.
http::Task<QStringList> refundsCounted(QPointer<Desk> desk, QString accountId, std::vector<ledger::Intent> refunds);

/// Returns the ids of those of @p refunds that the provider was seen to count when it took them; see noteIfCounted().
http::Task<QStringList> refundsSeenCounted(QPointer<Desk> desk, std::vector<ledger::Intent> refunds);

/// Returns what the total in @p payment leaves open of a refund that the provider has taken, in a sentence; empty where
/// the provider lists its refunds.
QString whatTotalLeavesOpen(const checkout::Transaction &payment, const ledger::Intent &refund,
                            const QString &providerName);

} // namespace tilldeck::desk
