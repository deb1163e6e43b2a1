// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/transaction.h"

namespace tilldeck::checkout {

std::optional<money::Money> Transaction::refundable() const
{
    const bool paid = status == TransactionStatus::Succeeded || status == TransactionStatus::PartlyRefunded;
    if (!paid)
        return std::nullopt;
    return refunded ? amount.minus(*refunded) : amount;
}

} // namespace tilldeck::checkout
