// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refundable_now.h"

#include "desk/refunded_payment.h"
#include "ledger/left_to_refund.h"

namespace tilldeck::desk {

http::Task<checkout::Result<money::Money>> refundableNow(QPointer<Desk> desk, QString accountId, QString transactionId)
{
    const auto payment = co_await refundedPayment(desk, accountId, transactionId);
    if (!payment)
        co_return std::unexpected(payment.error());
    co_return ledger::leftToRefund(payment->record.transaction.amount, payment->reported, payment->refunds);
}

} // namespace tilldeck::desk
