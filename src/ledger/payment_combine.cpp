// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/payment_combine.h"

namespace tilldeck::ledger {

using checkout::TransactionStatus;

namespace {

bool wasTaken(TransactionStatus status)
{
    return status == TransactionStatus::Succeeded || status == TransactionStatus::PartlyRefunded ||
           status == TransactionStatus::Refunded;
}

/// Keeps what an earlier answer reported and this one leaves out: a list reports less than a look-up.
void keepUnreported(checkout::Transaction &payment, const checkout::Transaction &before)
{
    const auto keep = [](auto &value, const auto &old) {
        if (value == std::remove_cvref_t<decltype(value)>())
            value = old;
    };
    // A payment that was paid is never under way again, whatever a list that lags behind says.
    if (payment.status == TransactionStatus::Pending && wasTaken(before.status)) {
        payment.status = before.status;
        payment.rawStatus = before.rawStatus;
    }
    const bool wasGivenBack =
        before.status == TransactionStatus::PartlyRefunded || before.status == TransactionStatus::Refunded;
    if (wasGivenBack && payment.status == TransactionStatus::Succeeded && !payment.refunded) {
        payment.status = before.status;
        payment.rawStatus = before.rawStatus;
    }
    // A part that was given back is no figure for the whole.
    if (payment.status != TransactionStatus::Refunded || before.status == TransactionStatus::Refunded)
        keep(payment.refunded, before.refunded);
    keep(payment.received, before.received);
    keep(payment.discount, before.discount);
    keep(payment.sessionId, before.sessionId);
    keep(payment.customerId, before.customerId);
    keep(payment.processorRouteId, before.processorRouteId);
    keep(payment.tier, before.tier);
    keep(payment.method, before.method);
    keep(payment.gateway, before.gateway);
    keep(payment.reference, before.reference);
    keep(payment.paymentId, before.paymentId);
    keep(payment.priced, before.priced);
    keep(payment.fees, before.fees);
    keep(payment.split, before.split);
    keep(payment.attempts, before.attempts);
    if (payment.status == TransactionStatus::Failed && before.status == TransactionStatus::Failed)
        keep(payment.declineCode, before.declineCode);
    // A list with entries that cannot be read is a newer one than that of before.
    if (payment.refundsInPart == checkout::RefundsInPart())
        keep(payment.refunds, before.refunds);
    if (!payment.refunds)
        keep(payment.refundsInPart, before.refundsInPart);
    keep(payment.steps, before.steps);
}

/// Returns whether @p one and @p other have nothing in common but their id. A payment that was made at the same moment
/// may only be written in another way, or have gone on.
bool isOfAnotherShop(const checkout::Transaction &one, const checkout::Transaction &other)
{
    return one.createdAt.isValid() && other.createdAt.isValid() && one.createdAt != other.createdAt &&
           one.amount != other.amount;
}

/// Keeps what @p before reported as given back, and the status by it.
void keepRefunds(checkout::Transaction &payment, const checkout::Transaction &before)
{
    payment.status = before.status;
    payment.rawStatus = before.rawStatus;
    payment.refunded = before.refunded;
    payment.refunds = before.refunds;
    payment.refundsInPart = before.refundsInPart;
}

} // namespace

TransactionRecord combinedPayment(const TransactionRecord &stored, const TransactionRecord &incoming, bool isOlder,
                                  bool isLagging)
{
    const TransactionRecord &before = isOlder ? incoming : stored;
    TransactionRecord after = isOlder ? stored : incoming;
    after.key = stored.key;
    if (isOfAnotherShop(stored.transaction, incoming.transaction))
        return after;
    // A row's place in the list does not move once it is shown.
    after.transaction.createdAt = stored.transaction.createdAt;
    keepUnreported(after.transaction, before.transaction);
    if (isLagging)
        keepRefunds(after.transaction, stored.transaction);
    if (after.customerLabel.isEmpty())
        after.customerLabel = before.customerLabel;
    if (after.itemsLabel.isEmpty())
        after.itemsLabel = before.itemsLabel;
    return after;
}

} // namespace tilldeck::ledger
