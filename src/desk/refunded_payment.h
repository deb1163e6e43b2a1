// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Holds a payment of which something may be given back.
struct RefundedPayment
{
    RefundedPayment(ledger::TransactionRecord record, checkout::Capabilities can, std::vector<ledger::Intent> refunds);

    ledger::TransactionRecord record;
    checkout::Capabilities can;
    std::vector<ledger::Intent> refunds; ///< Those that were begun on this computer.
    ledger::ReportedRefunds reported;    ///< What was given back so far, by the last answer of the provider.
};

/// Reads a payment and its refunds. Errors: NotFound for a payment that is not in the ledger, Unsupported where the
/// provider makes no refunds, InvalidInput for a payment that was not paid, or that the provider lists twice.
http::Task<checkout::Result<RefundedPayment>> refundedPayment(QPointer<Desk> desk, QString accountId,
                                                              QString transactionId);

} // namespace tilldeck::desk
