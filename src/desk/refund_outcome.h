// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "checkout/refund.h"
#include "ledger/journal.h"

#include <optional>

namespace tilldeck::desk {

/// Says how a refund ended: an outcome that is not known is neither a success nor a failure.
struct RefundOutcome
{
    enum class End {
        Confirmed, ///< The provider says that the money was given back.
        Accepted,  ///< The provider took the refund; whether the money was given back, it says later.
        /// The provider took the refund, given back already or not, and this computer could not write that down yet
        /// (Desk::unwritten()). Its outcome is unknown when the program ends before it can.
        NotKept,
        Rejected,
        Unknown,
    };

    explicit RefundOutcome(End end = End::Unknown)
        : end(end)
    {
    }

    End end;
    QString intentId;                       ///< Set unless Rejected.
    std::optional<checkout::Refund> refund; ///< The refund as the provider reported it, unless Rejected or Unknown.
    std::optional<money::Money> asked;      ///< What was asked for, where `refund` has another amount.
    /// The reason, when Rejected or Unknown; Storage when NotKept. When Accepted, what the provider's figures leave
    /// open.
    std::optional<checkout::Error> error;
    bool isFound = false; ///< Nothing was sent for it now: it was known, or a look found it.
    /// When Unknown: whether the provider has just said what it knows of the payment, lacking nothing that it said
    /// before, and that leaves it open.
    bool isLeftOpen = false;
    /// When Unknown, or Accepted and not found in it: the entries of the provider's list that may be this refund; see
    /// matchRefund().
    std::vector<checkout::Refund> candidates;
    /// When Rejected because of it: the refund of the same amount that may be meant; see ledger::isSameRefund().
    /// Nothing was sent.
    std::optional<ledger::Intent> same;
};

/// Returns the outcome of a refund that the provider has taken: @p intent as the journal has it (Confirmed, Accepted or
/// Failed), and what the provider reported of it.
RefundOutcome outcomeOfTaken(const ledger::Intent &intent, checkout::Refund reported);

/// Returns that the provider says another amount than was asked for, in a sentence; empty where it does not.
QString saidOtherwise(const RefundOutcome &outcome, const QString &providerName);

/// Returns how a refund ended, with its intent, for the log.
QString loggedRefund(const RefundOutcome &outcome);

} // namespace tilldeck::desk
