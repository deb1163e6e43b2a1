// SPDX-License-Identifier: GPL-3.0-or-later
// What giving back and finding out about it share. Private to refund.h.
#pragma once

#include "desk/refund.h"

namespace tilldeck::desk {

/// A payment of which something may be given back.
struct RefundedPayment
{
    RefundedPayment(ledger::TransactionRecord record, checkout::Capabilities can, std::vector<ledger::Intent> refunds);

    ledger::TransactionRecord record;
    checkout::Capabilities can;
    std::vector<ledger::Intent> refunds; ///< Begun on this computer.
    money::Money reportedRefunds;        ///< Given back so far, by the last answer of the provider.
};

/// Errors: NotFound for a payment that is not in the ledger, Unsupported where the provider gives nothing back,
/// InvalidInput for a payment that was not taken.
http::Task<checkout::Result<RefundedPayment>> refundedPayment(QPointer<Desk> desk, QString accountId,
                                                              QString transactionId);

} // namespace tilldeck::desk
