// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/transaction.h"

#include <cstdlib>

namespace tilldeck::checkout {

namespace {

/// A provider may write the same moment with and without parts of a second.
constexpr qint64 sameMomentMsecs = 1000;

bool differ(const QString &one, const QString &other)
{
    return !one.isEmpty() && !other.isEmpty() && one.compare(other, Qt::CaseInsensitive) != 0;
}

} // namespace

money::Money Transaction::mostRefundable() const
{
    const bool isLess =
        received && received->currency() == amount.currency() && received->minorUnits() < amount.minorUnits();
    return isLess ? *received : amount;
}

std::optional<money::Money> Transaction::refundable() const
{
    const bool paid = status == TransactionStatus::Succeeded || status == TransactionStatus::PartlyRefunded;
    if (!paid)
        return std::nullopt;
    return refunded ? mostRefundable().minus(*refunded) : mostRefundable();
}

bool isAnotherPayment(const Transaction &one, const Transaction &other)
{
    const bool isOfOtherTime = one.createdAt.isValid() && other.createdAt.isValid() &&
                               std::abs(one.createdAt.msecsTo(other.createdAt)) >= sameMomentMsecs;
    return one.amount != other.amount || isOfOtherTime || differ(one.customerId, other.customerId) ||
           differ(one.sessionId, other.sessionId) || differ(one.paymentId, other.paymentId);
}

} // namespace tilldeck::checkout
