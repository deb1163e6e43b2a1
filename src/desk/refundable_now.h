// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Holds what can be given back of a payment.
struct Refundable
{
    money::Money left;
    QString heldBack; ///< Why it is less than what was paid and is not given back yet, in sentences; may be empty.
    QString doubt;    ///< What of it the customer may have already, in a sentence; may be empty.

    /// Returns both, as they stand beside the amount.
    QString remarks() const;
};

/// Returns what can be given back of a payment now: what the provider last reported, less the refunds of this computer
/// that are under way, whose outcome is unknown, or that the report may not hold yet. Errors: those of
/// refundedPayment().
http::Task<checkout::Result<Refundable>> refundableNow(QPointer<Desk> desk, QString accountId, QString transactionId);

} // namespace tilldeck::desk
