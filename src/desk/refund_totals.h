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

/// Returns the Accepted refunds of the account; none where they cannot be read. To be called before the provider is
/// asked, so that its answer is newer than both the refund and the total.
http::Task<std::vector<CountedRefund>> countedRefunds(QPointer<Desk> desk, QString accountId);

/// Returns those of @p before that @p payment, the provider's next answer, does not count any more. @p providerNow is
/// the time of the answer by the provider's clock.
///
/// The total has to have held all of them, to be lower now, and to be less than the amount of the refund: what is left
/// of a greater one may be this refund, and what was taken out of it one that was made elsewhere. A total that holds a
/// refund proves nothing: a provider may count what it still processes.
std::vector<ledger::Intent> uncountedRefunds(const std::vector<CountedRefund> &before,
                                             const checkout::Transaction &payment, const QDateTime &providerNow);

/// Closes as Failed what uncountedRefunds() has found in one answer and @p answer, some minutes later by the provider's
/// clock, does not count either: one answer alone may lag behind. To be called before the answer is written to the
/// ledger, whose totals are those that the next one is compared with. Errors: those of Journal::close().
http::Task<checkout::Result<void>> settleByTotals(QPointer<Desk> desk, QString accountId,
                                                  std::vector<CountedRefund> before,
                                                  std::vector<checkout::Transaction> answer);

/// Returns what the total in @p payment leaves open of a refund that the provider has taken, in a sentence; empty where
/// the provider lists its refunds.
QString whatTotalLeavesOpen(const checkout::Transaction &payment, const ledger::Intent &refund,
                            const QString &providerName);

} // namespace tilldeck::desk
