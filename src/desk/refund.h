// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// How a refund ended. There are three ends, never two.
struct RefundOutcome
{
    enum class End { Confirmed, Rejected, Unknown };

    explicit RefundOutcome(End end = End::Unknown)
        : end(end)
    {
    }

    End end;
    QString intentId;                       ///< Confirmed or Unknown.
    std::optional<checkout::Refund> refund; ///< Confirmed: the provider's word.
    std::optional<checkout::Error> error;   ///< Rejected or Unknown: why.
};

/// What can be given back of a payment now: what the provider last told, less what this computer has under way or does
/// not know the outcome of.
http::Task<checkout::Result<money::Money>> refundableNow(QPointer<Desk> desk, QString accountId, QString transactionId);

/// Gives AMOUNT back, in the currency that the customer paid. The intent is committed to the journal first (never more
/// than was paid, also when two refunds race), sent once, and the payment's row brought up to date after it. Nothing is
/// sent when a step before the send fails.
http::Task<RefundOutcome> refund(QPointer<Desk> desk, QString accountId, QString transactionId, money::Money amount,
                                 QString reason);

/// Asks the provider what became of a refund whose outcome is unknown; sends nothing that gives money back. Confirmed
/// or Rejected when the provider's figures leave no doubt, else Unknown with a sentence.
http::Task<RefundOutcome> reconcileRefund(QPointer<Desk> desk, QString intentId);

/// The merchant settles that the refund was not made.
http::Task<checkout::Result<void>> abandonRefund(QPointer<Desk> desk, QString intentId);

} // namespace tilldeck::desk
