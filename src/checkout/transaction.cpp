// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/transaction.h"

namespace tilldeck::checkout {

std::optional<money::Money> Transaction::refundable() const
{
    const bool taken = status == TransactionStatus::Succeeded || status == TransactionStatus::PartlyRefunded;
    if (!taken)
        return std::nullopt;
    return refunded ? amount.minus(*refunded) : amount;
}

} // namespace tilldeck::checkout
