// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/transaction.h"
#include "ledger/journal.h"

namespace tilldeck::desk {

/// Says what a provider's answer about a payment shows of one refund whose outcome is unknown.
struct RefundFinding
{
    enum class Finding { Made, NotMade, CannotTell };

    explicit RefundFinding(Finding finding)
        : finding(finding)
    {
    }

    Finding finding;
    std::optional<checkout::Refund> refund; ///< Set when Made, and when the provider lists it as failed.
};

/// Returns what @p payment, the provider's newest answer, shows of the refund @p intent. @p refunds are all refunds of
/// the payment that were begun on this computer, oldest first, @p providerNow is the time of the answer by the
/// provider's clock, and @p now that of this computer.
///
/// Each refund that was made claims one entry of the list, by its id or, without one, by its amount, and what stood
/// there before this one was sent (Intent::listedBefore) is another one; what is left may be this one, if the provider
/// reports one more of its amount than before it began, and no more are left than refunds of this amount are unknown
/// here: else one of them was made elsewhere, and nothing says which. It was not made only when the
/// provider lists the refunds of the payment, no entry of that amount or of its time is left that belongs to no other
/// refund, its total is not above what was reported before and what others from here took since, and both clocks say
/// that the request is over. An entry of its time that failed is the only one of that amount that may be left then: the
/// provider may have tried once more. An absent list, an entry of that amount from another time, one of another amount
/// from its time (from any, where it is known what was listed before), a provider that does not say its time, or an
/// answer that lacks what was said before (isOlderCopy()) leave it open.
///
/// Where the provider lists no refunds, one that its total holds is Made and pending, and never more: the total counts
/// what may still fail, and may hold an equal refund that was made elsewhere.
RefundFinding findRefund(const checkout::Transaction &payment, const ledger::Intent &intent,
                         const std::vector<ledger::Intent> &refunds, const QDateTime &providerNow,
                         const QDateTime &now);

/// Returns until when @p intent may still arrive at the provider, by the clock of this computer: the later one of what
/// both clocks say, for one alone may have been set. Invalid where the provider has not said its time.
QDateTime lastArrival(const ledger::Intent &intent, const QDateTime &providerNow, const QDateTime &now);

/// Returns the entry of a refund that the provider has taken, in its list; nothing where it cannot be told from others,
/// made here or elsewhere, or there is no list. Without an id, one that failed is its entry only where findRefund()
/// would say so, too.
std::optional<checkout::Refund> entryOf(const checkout::Transaction &payment, const ledger::Intent &intent,
                                        const std::vector<ledger::Intent> &refunds, const QDateTime &providerNow,
                                        const QDateTime &now);

/// Returns how many entries of the list of @p payment have the id @p entryId.
int entriesWithId(const checkout::Transaction &payment, const QString &entryId);

/// Returns those of @p entries, of any amount, that did not stand there before @p intent and are left after every other
/// refund has claimed its own: by its id, and one that was made without an id by its amount.
std::vector<checkout::Refund> unclaimedEntries(const std::vector<checkout::Refund> &entries,
                                               const ledger::Intent &intent,
                                               const std::vector<ledger::Intent> &refunds);

/// Returns whether @p entry, an unclaimed one, may be @p intent by its amount: the same, or none that is said.
bool mayBeByAmount(const checkout::Refund &entry, const ledger::Intent &intent);

/// Returns the ids of what is another one than @p intent, once it is closed as not made knowing what @p payment lists:
/// what stood in the list before it, and what no other refund claims now, apart from its own entry.
QStringList listedApart(const checkout::Transaction &payment, const ledger::Intent &intent,
                        const std::vector<ledger::Intent> &refunds);

/// Returns whether @p payment lists a refund that may be @p intent, which was closed as not made: its own entry where
/// it had one, which failed then and does not now; or one of its amount that did not fail, did not stand there before,
/// is of its time (or, where it is known what stood there before, of the day after it was sent, for one that failed of
/// the month after it, or without a time), and is more than other refunds like it, which are unknown here, account for.
bool isListedAfterAll(const checkout::Transaction &payment, const ledger::Intent &intent,
                      const std::vector<ledger::Intent> &refunds);

/// Returns the same of @p intent where the provider refused it in its own answer: then only an entry of its time may be
/// it, and only where it is known what stood there before.
bool isListedAfterRefusal(const checkout::Transaction &payment, const ledger::Intent &intent,
                          const std::vector<ledger::Intent> &refunds);

/// Returns the least total of a provider that holds every refund of @p refunds that was taken or whose outcome is
/// unknown, together with what it reported before @p intent began; nothing where that is beyond all bounds.
std::optional<money::Money> totalWithAll(const ledger::Intent &intent, const std::vector<ledger::Intent> &refunds);

} // namespace tilldeck::desk
