// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/transaction.h"

#include <algorithm>
#include <cstdlib>

namespace tilldeck::checkout {

namespace {

/// A provider may write the same moment with and without parts of a second.
constexpr qint64 sameMomentMsecs = 1000;

bool differ(const QString &one, const QString &other)
{
    return !one.isEmpty() && !other.isEmpty() && one.compare(other, Qt::CaseInsensitive) != 0;
}

/// Returns what @p payment reports as given back in all; nothing where it does not say.
std::optional<money::Money> givenBack(const Transaction &payment)
{
    const bool isAll = payment.status == TransactionStatus::Refunded;
    return payment.refunded || !isAll ? payment.refunded : std::optional(payment.amount);
}

const std::vector<Refund> &entriesOf(const Transaction &payment)
{
    return payment.refunds ? *payment.refunds : payment.refundsInPart.readable;
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

bool lacksListedRefund(const Transaction &answer, const Transaction &before)
{
    return answer.refunds && std::ranges::any_of(entriesOf(before), [&](const Refund &entry) {
               return !entry.id.isEmpty() &&
                      std::ranges::find(*answer.refunds, entry.id, &Refund::id) == answer.refunds->end();
           });
}

bool lacksRefunds(const Transaction &answer, const Transaction &before)
{
    if (lacksListedRefund(answer, before))
        return true;
    const auto held = givenBack(before);
    std::optional<money::Money> holds = givenBack(answer);
    if (!held || !holds || held->currency() != holds->currency())
        return false;
    for (const Refund &entry : entriesOf(answer)) {
        if (holds && entry.status == RefundStatus::Failed && entry.amount.currency() == holds->currency())
            holds = holds->plus(entry.amount);
    }
    return holds && holds->minorUnits() < held->minorUnits();
}

} // namespace tilldeck::checkout
